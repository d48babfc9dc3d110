"""Answers in the three profiles: elements in the order of UBL 2.1, what each says and where."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from lxml import etree

from gevinst.engines.einvoice.model import Address, Identifier
from gevinst.engines.einvoice_response import (
    Action,
    Answered,
    Clarification,
    Condition,
    LineResponse,
    Reason,
    Response,
    ResponseParty,
    Status,
    respond,
)

PERSON = "610190-1234"
# The children of each element in the order of the UBL 2.1 schemas, as far as answers use them.
ORDER = {
    "ApplicationResponse": [
        "UBLVersionID", "CustomizationID", "ProfileID", "ProfileExecutionID", "ID", "UUID", "IssueDate",
        "IssueTime", "ResponseDate", "ResponseTime", "Note", "VersionID", "Signature", "SenderParty",
        "ReceiverParty", "DocumentResponse",
    ],
    "Party": [
        "EndpointID", "PartyIdentification", "PartyName", "PostalAddress", "PartyLegalEntity", "Contact",
    ],
    "PostalAddress": [
        "AddressFormatCode", "StreetName", "BuildingNumber", "CityName", "PostalZone", "Country",
    ],
    "PartyLegalEntity": ["RegistrationName", "CompanyID"],
    "Contact": ["ID", "Name", "Telephone", "Telefax", "ElectronicMail"],
    "DocumentResponse": [
        "Response", "DocumentReference", "IssuerParty", "RecipientParty", "LineResponse",
    ],
    "Response": [
        "ReferenceID", "ResponseCode", "Description", "EffectiveDate", "EffectiveTime", "Status",
    ],
    "Status": [
        "ConditionCode", "ReferenceDate", "Description", "StatusReasonCode", "StatusReason", "Condition",
    ],
    "Condition": ["AttributeID", "Measure", "Description"],
    "DocumentReference": ["ID", "CopyIndicator", "UUID", "IssueDate", "IssueTime", "DocumentTypeCode"],
    "LineResponse": ["LineReference", "Response"],
    "LineReference": ["LineID", "UUID", "LineStatusCode"],
}  # fmt: skip
ORDER |= dict.fromkeys(("SenderParty", "ReceiverParty", "IssuerParty"), ORDER["Party"])

BUYER = ResponseParty(
    "Region Hovedstaden",
    Identifier("5798000000001", "0088"),
    Identifier("29190623", "0184"),
    contact_name="Regnskab",
    phone="+4538660000",
    email="regnskab@example.org",
)
SELLER = ResponseParty("Klinikken ApS", Identifier("DK10000009", "0184"))
PEPPOL = Response(
    profile="peppol-bis-3",
    number="SVAR-1",
    uuid="9756b516-8815-4029-857a-e388fe63f399",
    issued=datetime(2026, 11, 22, 14, 5, 9, tzinfo=UTC),
    status=Status.REJECTED,
    answered=Answered("F-17", issue_date=date(2026, 11, 1)),
    sender=BUYER,
    receiver=SELLER,
    text=f"Ring om {PERSON}.",
    effective=date(2026, 11, 22),
    clarifications=(
        Clarification(Reason.PRICES, "Prisen", (Condition("BT-146", f"1: {PERSON}"),)),
        Clarification(Action.NEW_INVOICE),
    ),
    issuer=ResponseParty("Servicecenter", identifier=Identifier("10000017", "0184")),
)
OIOUBL2 = replace(
    PEPPOL,
    profile="oioubl-2",
    sender=replace(
        BUYER,
        endpoint=Identifier("5798000000001", "GLN"),
        identifier=Identifier("5798000000001", "GLN"),
        legal_id=Identifier("DK29190623", "DK:CVR"),
        address=Address("Kongens Vænge", "2", "3400", "Hillerød", "DK"),
    ),
    receiver=replace(SELLER, endpoint=Identifier("DK10000009", "DK:CVR")),
    answered=replace(PEPPOL.answered, uuid="9756b4d0-8815-4029-857a-e388fe63f399"),
    effective=None,
    clarifications=(),
    issuer=None,
    lines=(LineResponse("1", f"Prisen for {PERSON}"), LineResponse("3")),
)
OIOUBL3 = replace(PEPPOL, profile="oioubl-3", issuer=None)
ALL = {"peppol": PEPPOL, "oioubl-3": OIOUBL3, "oioubl-2": OIOUBL2}


def tree(response: Response) -> etree._Element:
    return etree.fromstring(respond(response))


def found(response: Response, path: str) -> list[str]:
    return [
        each.text or ""
        for each in tree(response).findall("/".join(f"{{*}}{s}" for s in path.split("/")))
    ]


def name(element: etree._Element) -> str:
    return etree.QName(element).localname


@pytest.mark.parametrize("response", ALL.values(), ids=ALL)
def test_elements_stand_in_the_order_of_the_schema(response: Response) -> None:
    for element in tree(response).iter():
        if len(element):
            stated = [name(child) for child in element]
            place = ORDER.get(name(element), stated).index
            assert stated == sorted(stated, key=place), name(element)


@pytest.mark.parametrize("response", ALL.values(), ids=ALL)
def test_no_element_is_empty(response: Response) -> None:
    for element in tree(response).iter():
        assert len(element) or (element.text or "").strip(), name(element)


@pytest.mark.parametrize("response", ALL.values(), ids=ALL)
def test_a_leaf_is_of_one_namespace_and_a_group_of_the_other(response: Response) -> None:
    for element in tree(response).iterdescendants():
        kind = "CommonAggregateComponents-2" if len(element) else "CommonBasicComponents-2"
        assert etree.QName(element).namespace.endswith(kind)


@pytest.mark.parametrize("response", ALL.values(), ids=ALL)
def test_a_person_number_is_masked_wherever_it_was_written(response: Response) -> None:
    written = respond(response).decode()
    assert "1234" not in written
    assert "610190-xxxx" in written


@pytest.mark.parametrize(
    ("response", "path", "values"),
    [
        (PEPPOL, "CustomizationID", ["urn:fdc:peppol.eu:poacc:trns:invoice_response:3"]),
        (PEPPOL, "ProfileID", ["urn:fdc:peppol.eu:poacc:bis:invoice_response:3"]),
        (PEPPOL, "IssueTime", ["14:05:09"]),
        (PEPPOL, "DocumentResponse/Response/ResponseCode", ["RE"]),
        (PEPPOL, "DocumentResponse/Response/EffectiveDate", ["2026-11-22"]),
        (PEPPOL, "DocumentResponse/Response/Status/StatusReasonCode", ["PRI", "NIN"]),
        (PEPPOL, "DocumentResponse/Response/Status/Condition/AttributeID", ["BT-146"]),
        (PEPPOL, "DocumentResponse/DocumentReference/DocumentTypeCode", ["380"]),
        (PEPPOL, "DocumentResponse/DocumentReference/IssueDate", ["2026-11-01"]),
        (PEPPOL, "DocumentResponse/IssuerParty/PartyName/Name", ["Servicecenter"]),
        (PEPPOL, "SenderParty/Contact/Telephone", ["+4538660000"]),
        (PEPPOL, "ReceiverParty/EndpointID", ["DK10000009"]),
        (OIOUBL3, "ReceiverParty/EndpointID", ["10000009"]),
        (OIOUBL3, "ProfileID", ["urn:fdc:oioubl.dk:bis:billing_with_response:3"]),
        (
            OIOUBL3,
            "CustomizationID",
            [
                "urn:fdc:peppol.eu:poacc:trns:invoice_response:3"
                "@urn:fdc:oioubl.dk:trns:billing:invoice_response:3.0"
            ],
        ),
        (OIOUBL2, "CustomizationID", ["OIOUBL-2.1"]),
        (OIOUBL2, "ProfileID", ["urn:www.nesubl.eu:profiles:profile5:ver2.0"]),
        (OIOUBL2, "DocumentResponse/Response/ResponseCode", ["BusinessReject"]),
        (OIOUBL2, "DocumentResponse/Response/ReferenceID", ["1"]),
        (OIOUBL2, "DocumentResponse/DocumentReference/DocumentTypeCode", ["Invoice"]),
        (
            OIOUBL2,
            "DocumentResponse/DocumentReference/UUID",
            ["9756b4d0-8815-4029-857a-e388fe63f399"],
        ),
        (OIOUBL2, "DocumentResponse/LineResponse/LineReference/LineID", ["1", "3"]),
        (OIOUBL2, "SenderParty/PartyLegalEntity/CompanyID", ["DK29190623"]),
        (OIOUBL2, "SenderParty/PostalAddress/CityName", ["Hillerød"]),
        (OIOUBL2, "ReceiverParty/PostalAddress", []),
    ],
)
def test_what_is_said_stands_in_its_place(response: Response, path: str, values: list[str]) -> None:
    assert found(response, path) == values


def test_a_credit_note_is_answered_as_one() -> None:
    answered = replace(PEPPOL.answered, kind="credit-note")
    path = "DocumentResponse/DocumentReference/DocumentTypeCode"
    assert found(replace(PEPPOL, answered=answered), path) == ["381"]
    assert found(replace(OIOUBL2, answered=answered), path) == ["CreditNote"]


def test_the_type_code_of_the_document_is_kept() -> None:
    answered = replace(PEPPOL.answered, type_code="384")
    path = "DocumentResponse/DocumentReference/DocumentTypeCode"
    assert found(replace(PEPPOL, answered=answered), path) == ["384"]


@pytest.mark.parametrize(
    "code", [*Reason, *Action], ids=lambda code: f"{type(code).__name__}-{code}"
)
def test_every_code_names_its_list(code: Reason | Action) -> None:
    status = Status.PAID if code is Reason.PARTLY_PAID else Status.UNDER_QUERY
    one = replace(PEPPOL, status=status, clarifications=(Clarification(code, "Ord"),))
    stated = tree(one).find(".//{*}StatusReasonCode")
    assert (stated.text, stated.get("listID")) == (
        code.value,
        "OPStatusReason" if isinstance(code, Reason) else "OPStatusAction",
    )


@pytest.mark.parametrize("status", list(Status))
def test_peppol_has_every_status(status: Status) -> None:
    assert found(replace(PEPPOL, status=status), "DocumentResponse/Response/ResponseCode") == [
        status.value
    ]


def test_oioubl_2_accepts_too() -> None:
    accepted = replace(OIOUBL2, status=Status.ACCEPTED, text="", lines=())
    assert found(accepted, "DocumentResponse/Response/ResponseCode") == ["BusinessAccept"]


def test_oioubl_2_writes_an_issuer_as_a_party() -> None:
    issued = replace(OIOUBL2, issuer=replace(SELLER, endpoint=Identifier("DK10000009", "DK:CVR")))
    assert found(issued, "DocumentResponse/IssuerParty/EndpointID") == ["DK10000009"]


@pytest.mark.parametrize(
    ("profile", "stated", "written"),
    [
        ("oioubl-2", Identifier("Procurement-BilSim-1.0", "urn:oioubl:id:profileid-1.4"), None),
        ("oioubl-2", Identifier("Procurement-BilSim-1.0"), "urn:oioubl:id:profileid-1.2"),
        ("oioubl-3", Identifier("urn:fdc:oioubl.dk:bis:selfbilling_with_response:3"), None),
    ],
)
def test_the_answer_belongs_to_the_process_of_the_document(
    profile: str, stated: Identifier, written: str | None
) -> None:
    response = ALL[profile]
    made = tree(replace(response, answered=replace(response.answered, process=stated)))
    process = made.find("{*}ProfileID")
    assert process.text == stated.value
    assert process.get("schemeID", "") == (written or stated.scheme)
