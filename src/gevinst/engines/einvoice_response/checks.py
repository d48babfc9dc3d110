"""What must hold before an answer is written; the same refusals whatever the network.

Source: PEPPOL-T111-R001, R002, R004, R005, B00801-B02602; OIOUBL F-APR008, F-APR012, F-APR040.
"""

from __future__ import annotations

import re

from gevinst.engines.einvoice.model import Identifier
from gevinst.engines.einvoice_response.codes import EXPLAINED, Reason, Status
from gevinst.engines.einvoice_response.model import Clarification, Response, ResponseParty
from gevinst.engines.einvoice_response.refusal import ResponseRefusal
from gevinst.engines.identifiers import find_cprs

# Electronic addresses and identifiers that are a person's.
PERSONAL_SCHEMES = frozenset({"DK:CPR", "0237"})
_ICD = re.compile(r"\d{4}", re.ASCII)
_TERM = re.compile(r"BT-\d{1,3}", re.ASCII)


def check_parties(response: Response) -> None:
    """Sender and receiver have a name and an address, and nobody is named by a person number."""
    for party in (response.sender, response.receiver):
        if not party.name.strip():
            raise ResponseRefusal("no-name")
        if not party.endpoint.value.strip():
            raise ResponseRefusal("no-endpoint")
    parties = [response.sender, response.receiver, *([response.issuer] if response.issuer else [])]
    for party in parties:
        for each in (party.endpoint, party.identifier, party.legal_id):
            check_impersonal(each)


def check_impersonal(stated: Identifier) -> None:
    """Raises `person-number` for an identifier that is, or reads as, a person number."""
    if stated.value and (stated.scheme in PERSONAL_SCHEMES or find_cprs(stated.value)):
        raise ResponseRefusal("person-number")


def check_document(response: Response) -> None:
    """The document is named, by a number that is nobody's person number."""
    if not response.answered.number.strip():
        raise ResponseRefusal("no-number")
    check_impersonal(Identifier(response.answered.number))
    for line in response.lines:
        check_impersonal(Identifier(line.line))


def check_endpoints(response: Response) -> None:
    """Addresses and identifiers are of a scheme with four digits, as Peppol and OIOUBL 3 have them."""
    for party in (response.sender, response.receiver):
        identifier = party.identifier
        if not is_icd(party.endpoint.scheme) or not (
            is_icd(identifier.scheme) or not identifier.scheme
        ):
            raise ResponseRefusal("bad-endpoint")


def is_icd(scheme: str) -> bool:
    """Whether the scheme is written as ISO 6523 has it.

    >>> is_icd("0184"), is_icd("DK:CVR")
    (True, False)
    """
    return _ICD.fullmatch(scheme) is not None


def check_codes(response: Response) -> None:
    """A status that must be explained is; a code goes with its status, and has words where it says little."""
    if response.status in EXPLAINED and not response.clarifications:
        raise ResponseRefusal("no-clarification")
    for each in response.clarifications:
        _check_code(each, response.status)
        for condition in each.conditions:
            if not _TERM.fullmatch(condition.attribute):
                raise ResponseRefusal("bad-condition")


def _check_code(each: Clarification, status: Status) -> None:
    if each.code in ("OTH", "PPD") and not each.text.strip():
        raise ResponseRefusal("no-words")
    if each.code is Reason.PARTLY_PAID and status is not Status.PAID:
        raise ResponseRefusal("wrong-status")


def named(party: ResponseParty) -> str:
    """The party's name, one line.

    >>> named(ResponseParty(" Region  X "))
    'Region X'
    """
    return " ".join(party.name.split())
