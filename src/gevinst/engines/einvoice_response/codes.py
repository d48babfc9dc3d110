"""The codes of an answer: Peppol's status, reason and action, and what OIOUBL 2 calls a status.

Source: Peppol BIS Invoice Response 3 (UNCL4343-T111, OPStatusReason, OPStatusAction), OIOUBL code list
responsecode-1.1.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType


class Status(StrEnum):
    """What the buyer has done with the document (subset of UNCL 4343)."""

    RECEIVED = "AB"
    IN_PROCESS = "IP"
    UNDER_QUERY = "UQ"
    CONDITIONALLY_ACCEPTED = "CA"
    REJECTED = "RE"
    ACCEPTED = "AP"
    PAID = "PD"


class Reason(StrEnum):
    """Why (code list OPStatusReason)."""

    NO_ISSUE = "NON"
    REFERENCES = "REF"
    LEGAL = "LEG"
    RECEIVER_UNKNOWN = "REC"
    QUALITY = "QUA"
    DELIVERY = "DEL"
    PRICES = "PRI"
    QUANTITY = "QTY"
    ITEMS = "ITM"
    PAYMENT_TERMS = "PAY"
    UNRECOGNIZED = "UNR"
    FINANCE = "FIN"
    PARTLY_PAID = "PPD"
    OTHER = "OTH"


class Action(StrEnum):
    """What the supplier is asked to do (code list OPStatusAction)."""

    NONE = "NOA"
    PROVIDE_INFORMATION = "PIN"
    NEW_INVOICE = "NIN"
    CREDIT_FULLY = "CNF"
    CREDIT_PARTLY = "CNP"
    CREDIT_AMOUNT = "CNA"
    OTHER = "OTH"


# A status that must be explained by a code (PEPPOL-T111-R001).
EXPLAINED = frozenset({Status.UNDER_QUERY, Status.CONDITIONALLY_ACCEPTED, Status.REJECTED})
OIOUBL2_STATUS = MappingProxyType(
    {Status.REJECTED: "BusinessReject", Status.ACCEPTED: "BusinessAccept"}
)
OIOUBL2_KIND = MappingProxyType({"invoice": "Invoice", "credit-note": "CreditNote"})


def list_of(code: Reason | Action) -> str:
    """The code list that a clarification is from.

    >>> list_of(Action.OTHER), list_of(Reason.OTHER)
    ('OPStatusAction', 'OPStatusReason')
    """
    return "OPStatusReason" if isinstance(code, Reason) else "OPStatusAction"
