"""What cannot be said in a profile is refused by its code, never written half."""

from __future__ import annotations

import importlib
from dataclasses import replace
from datetime import date

import pytest

from gevinst.engines.einvoice.model import Identifier
from gevinst.engines.einvoice_response import (
    CODES,
    Action,
    Clarification,
    Condition,
    LineResponse,
    Reason,
    Response,
    ResponseParty,
    ResponseRefusal,
    Status,
    respond,
)

writing = importlib.import_module("gevinst.engines.einvoice_response.tests.test_response_writing")
PEPPOL, OIOUBL2, OIOUBL3 = writing.PEPPOL, writing.OIOUBL2, writing.OIOUBL3
PERSON = "6101901234"


def party(response: Response, role: str, **changed: object) -> Response:
    return replace(response, **{role: replace(getattr(response, role), **changed)})


def coded(*codes: Clarification) -> Response:
    return replace(PEPPOL, clarifications=codes)


def answered(response: Response, **changed: object) -> Response:
    return replace(response, answered=replace(response.answered, **changed))


CASES = {
    "another format": (replace(PEPPOL, profile="facturx"), "unknown-profile"),
    "no sender's name": (party(PEPPOL, "sender", name=" "), "no-name"),
    "no receiver's address": (party(OIOUBL2, "receiver", endpoint=Identifier("")), "no-endpoint"),
    "address of another network": (
        party(PEPPOL, "receiver", endpoint=Identifier("DK10000009", "DK:CVR")),
        "bad-endpoint",
    ),
    "identifier of another network": (
        party(PEPPOL, "receiver", identifier=Identifier("X", "SEPA")),
        "bad-endpoint",
    ),
    "no document number": (answered(PEPPOL, number=""), "no-number"),
    "a person's number as invoice number": (answered(PEPPOL, number=PERSON), "person-number"),
    "a person's number as line": (replace(OIOUBL2, lines=(LineResponse(PERSON),)), "person-number"),
    "a person as address": (
        party(OIOUBL2, "receiver", endpoint=Identifier("1", "DK:CPR")),
        "person-number",
    ),
    "a person as issuer": (
        replace(PEPPOL, issuer=ResponseParty("X", identifier=Identifier(PERSON, "0184"))),
        "person-number",
    ),
    "rejected without a code": (coded(), "no-clarification"),
    "other without words": (coded(Clarification(Reason.OTHER)), "no-words"),
    "other action without words": (coded(Clarification(Action.OTHER, " ")), "no-words"),
    "partly paid and rejected": (
        coded(Clarification(Reason.PARTLY_PAID, "En rate")),
        "wrong-status",
    ),
    "a field that is none": (
        coded(Clarification(Reason.PRICES, "", (Condition("/Invoice/ID"),))),
        "bad-condition",
    ),
    "lines in Peppol": (replace(PEPPOL, lines=(LineResponse("1"),)), "no-place"),
    "private OIOUBL 3": (
        answered(
            OIOUBL3, process=Identifier("urn:fdc:oioubl.dk:bis:billing_private_without_response:3")
        ),
        "no-response",
    ),
    "codes in OIOUBL 2": (replace(OIOUBL2, clarifications=PEPPOL.clarifications), "no-place"),
    "a date in OIOUBL 2": (replace(OIOUBL2, effective=date(2026, 11, 22)), "no-place"),
    "paid in OIOUBL 2": (replace(OIOUBL2, status=Status.PAID), "no-place"),
    "rejected in OIOUBL 2 without words": (replace(OIOUBL2, text=""), "no-words"),
    "no CVR number in OIOUBL 2": (party(OIOUBL2, "sender", legal_id=Identifier("")), "no-legal-id"),
}


@pytest.mark.parametrize(("response", "code"), CASES.values(), ids=CASES)
def test_refused(response: Response, code: str) -> None:
    with pytest.raises(ResponseRefusal) as fault:
        respond(response)
    assert fault.value.code == code
    assert PERSON not in str(fault.value)
    assert (fault.value.message_da, fault.value.message_en) == CODES[code]


def test_every_code_is_met() -> None:
    assert {code for _, code in CASES.values()} == set(CODES)
