"""Peppol BIS Invoice Response 3, and OIOUBL 3's version of it: the elements of transaction T111, no others.

Source: Peppol BIS Invoice Response 3 (T111), rules PEPPOL-T111-*; OIOUBL-IR-001, OIOUBL-IR-002; element
order of UBL 2.1.
"""

from __future__ import annotations

from gevinst.engines.einvoice.markup import group, leaf
from gevinst.engines.einvoice.model import Identifier
from gevinst.engines.einvoice.profiles import OIOUBL3
from gevinst.engines.einvoice_response.checks import check_codes, check_endpoints, named
from gevinst.engines.einvoice_response.codes import list_of
from gevinst.engines.einvoice_response.model import Clarification, Response, ResponseParty
from gevinst.engines.einvoice_response.process import PEPPOL_PROCESS, oioubl3_process
from gevinst.engines.einvoice_response.refusal import ResponseRefusal
from gevinst.engines.einvoice_response.write_contact import contact
from gevinst.engines.identifiers import mask_all

TRANSACTION = "urn:fdc:peppol.eu:poacc:trns:invoice_response:3"
OIOUBL3_TRANSACTION = f"{TRANSACTION}@urn:fdc:oioubl.dk:trns:billing:invoice_response:3.0"
CVR = "0184"
TYPE_CODES = {"invoice": "380", "credit-note": "381"}


def body(response: Response) -> str:
    """What stands inside ApplicationResponse. Raises: ResponseRefusal."""
    check_endpoints(response)
    check_codes(response)
    if response.lines:
        raise ResponseRefusal("no-place", "cac:LineResponse")
    danish = response.profile == OIOUBL3
    process = oioubl3_process(response.answered.process) if danish else PEPPOL_PROCESS
    return "".join(
        (
            leaf("CustomizationID", OIOUBL3_TRANSACTION if danish else TRANSACTION),
            leaf("ProfileID", process.value),
            leaf("ID", response.number),
            leaf("IssueDate", response.issued.date()),
            leaf("IssueTime", f"{response.issued:%H:%M:%S}"),
            leaf("Note", mask_all(response.text)),
            group("SenderParty", _party(response.sender, danish), contact(response.sender)),
            group("ReceiverParty", _party(response.receiver, danish)),
            group("DocumentResponse", _status(response), _reference(response), _issuer(response)),
        )
    )


def _party(party: ResponseParty, danish: bool) -> str:
    return "".join(
        (
            _id("EndpointID", party.endpoint, danish),
            group("PartyIdentification", _id("ID", party.identifier, danish)),
            group("PartyLegalEntity", leaf("RegistrationName", named(party))),
        )
    )


def _id(name: str, stated: Identifier, danish: bool) -> str:
    value = stated.value.strip()
    if danish and stated.scheme == CVR:  # OIOUBL-COMMON-001: eight digits, nothing before
        value = value.removeprefix("DK")
    return leaf(name, value, **({"schemeID": stated.scheme} if stated.scheme else {}))


def _status(response: Response) -> str:
    return group(
        "Response",
        leaf("ResponseCode", response.status.value),
        leaf("EffectiveDate", response.effective or ""),
        *(_clarified(each) for each in response.clarifications),
    )


def _clarified(each: Clarification) -> str:
    conditions = (
        group(
            "Condition",
            leaf("AttributeID", condition.attribute),
            leaf("Description", mask_all(condition.text)),
        )
        for condition in each.conditions
    )
    return group(
        "Status",
        leaf("StatusReasonCode", each.code.value, listID=list_of(each.code)),
        leaf("StatusReason", mask_all(each.text)),
        *conditions,
    )


def _reference(response: Response) -> str:
    answered = response.answered
    return group(
        "DocumentReference",
        leaf("ID", answered.number),
        leaf("IssueDate", answered.issue_date or ""),
        leaf("DocumentTypeCode", answered.type_code or TYPE_CODES[answered.kind]),
    )


def _issuer(response: Response) -> str:
    issuer = response.issuer
    if issuer is None:
        return ""
    return group(
        "IssuerParty",
        group("PartyIdentification", _id("ID", issuer.identifier, danish=False)),
        group("PartyName", leaf("Name", named(issuer))),
    )
