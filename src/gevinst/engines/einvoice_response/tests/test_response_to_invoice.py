"""The answer to an invoice that was read: the parties turned round, what was found where there is room."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from lxml import etree

from gevinst.engines.einvoice import Draft, DraftLine, DraftParty, Identifier, Invoice, read, write
from gevinst.engines.einvoice_response import (
    Action,
    Problem,
    Reason,
    Response,
    Status,
    Verdict,
    answer,
    process_of,
    respond,
    term_of,
)

NOW = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
LINE = DraftLine("7", "Blå MR", Decimal(1), "EA", Decimal("1000.00"), tax_percent=Decimal(25))
DRAFT = Draft(
    profile="peppol-bis-3",
    kind="invoice",
    number="F-17",
    issue_date=date(2026, 11, 1),
    due_date=date(2026, 12, 1),
    supplier=DraftParty("Klinikken ApS", "10000009", gln="5798000000018"),
    customer=DraftParty("Region Hovedstaden", "29190623", gln="5798000000001"),
    lines=(LINE,),
    order="O-1",
)
PRICE = "/Invoice/InvoiceLine/Price/PriceAmount"
VERDICT = Verdict(
    Status.REJECTED,
    Reason.PRICES,
    Action.NEW_INVOICE,
    "Prisen er ikke den aftalte",
    "Ring til os",
    (
        Problem("Aftalt er 900,00", "7", (PRICE, "/Invoice/InvoiceLine/Item/Name")),
        Problem("Noget med dokumentet"),
        Problem("Kontoen er skiftet", "", ("/Invoice/PaymentMeans/PayeeFinancialAccount/ID",)),
    ),
    date(2026, 11, 22),
)


def invoice(profile: str, **changed: object) -> tuple[bytes, Invoice]:
    content = write(replace(DRAFT, profile=profile, **changed))
    return content, read(content)


def made(profile: str, verdict: Verdict = VERDICT, **changed: object) -> Response:
    content, document = invoice(profile, **changed)
    return answer(
        document, verdict, number="S-1", uuid="u-1", issued=NOW, process=process_of(content)
    )


@pytest.mark.parametrize("profile", ["peppol-bis-3", "oioubl-3", "oioubl-2"])
@pytest.mark.parametrize("kind", ["invoice", "credit-note"])
def test_every_profile_and_kind_can_be_answered(profile: str, kind: str) -> None:
    response = made(profile, kind=kind)
    document = etree.fromstring(respond(response))
    assert document.findtext(".//{*}DocumentReference/{*}ID") == "F-17"
    assert response.sender.name == "Region Hovedstaden"
    assert response.receiver.name == "Klinikken ApS"
    assert response.answered.kind == kind


@pytest.mark.parametrize("profile", ["peppol-bis-3", "oioubl-3"])
def test_codes_with_the_fields_they_are_about(profile: str) -> None:
    reason, action = made(profile).clarifications
    assert (reason.code, action.code) == (Reason.PRICES, Action.NEW_INVOICE)
    assert [(each.attribute, each.text) for each in reason.conditions] == [
        ("BT-146", "7: Aftalt er 900,00"),
        ("BT-153", "7: Aftalt er 900,00"),
    ]
    assert made(profile).text == "Ring til os. Noget med dokumentet."
    assert made(profile).effective == date(2026, 11, 22)


def test_words_and_lines_where_there_are_no_codes() -> None:
    response = made("oioubl-2")
    assert response.text == "Prisen er ikke den aftalte. Ring til os. Noget med dokumentet."
    assert [(each.line, each.text) for each in response.lines] == [("7", "Aftalt er 900,00.")]
    assert (response.clarifications, response.effective) == ((), None)


@pytest.mark.parametrize("profile", ["peppol-bis-3", "oioubl-3", "oioubl-2"])
def test_that_an_account_was_looked_into_is_not_told(profile: str) -> None:
    assert b"Kontoen" not in respond(made(profile))


def test_another_action_says_what_in_words() -> None:
    other = replace(VERDICT, action=Action.OTHER)
    assert made("peppol-bis-3", other).clarifications[1].text == "Ring til os"
    silent = replace(other, text="")
    assert made("peppol-bis-3", silent).clarifications[1].text == "Prisen er ikke den aftalte"


def test_the_authority_says_its_number_where_the_document_does_not() -> None:
    _, document = invoice("oioubl-2")
    bare = replace(document.customer, legal_id=Identifier(""))
    object.__setattr__(document, "customer", bare)
    facts = {"number": "S-1", "uuid": "u-1", "issued": NOW}
    named = answer(document, VERDICT, legal_id="29190623", **facts)
    assert named.sender.legal_id == Identifier("DK29190623", "DK:CVR")
    assert answer(document, VERDICT, **facts).sender.legal_id == Identifier("")


@pytest.mark.parametrize(
    ("profile", "identifiers", "chosen"),
    [
        (
            "peppol-bis-3",
            (Identifier("X", "SEPA"), Identifier("1", "0088")),
            Identifier("1", "0088"),
        ),
        ("oioubl-2", (Identifier("1", "DK:CPR"), Identifier("2", "DK:P")), Identifier("2", "DK:P")),
        ("oioubl-2", (Identifier("1"),), Identifier("")),
    ],
)
def test_only_an_identifier_that_the_network_knows_is_repeated(
    profile: str, identifiers: tuple[Identifier, ...], chosen: Identifier
) -> None:
    _, document = invoice(profile)
    object.__setattr__(document, "supplier", replace(document.supplier, identifiers=identifiers))
    response = answer(document, VERDICT, number="S-1", uuid="u-1", issued=NOW)
    assert response.receiver.identifier == chosen


def test_a_supplier_that_is_a_person_is_not_named_by_the_number() -> None:
    _, document = invoice("oioubl-2")
    person = replace(document.supplier, legal_id=Identifier("6101901234", "DK:CPR"))
    object.__setattr__(document, "supplier", person)
    response = answer(document, VERDICT, number="S-1", uuid="u-1", issued=NOW)
    assert response.receiver.legal_id == Identifier("")


def test_the_process_is_read_from_the_document() -> None:
    content, _ = invoice("oioubl-3")
    assert process_of(content).value == "urn:fdc:oioubl.dk:bis:billing_with_response:3"
    assert process_of(b"<Invoice/>") == Identifier("")


@pytest.mark.parametrize(
    ("path", "term"),
    [
        ("/Invoice/ID", "BT-1"),
        ("/CreditNote/CreditNoteLine[3]/CreditedQuantity", "BT-129"),
        ("/Invoice/InvoiceLine[1]/Item/AdditionalItemProperty[2]/Value", "BT-161"),
        ("/Invoice/LegalMonetaryTotal/PayableAmount", "BT-115"),
        ("/Invoice/AccountingSupplierParty/Party/PartyLegalEntity/CompanyID", "BT-30"),
        ("/Invoice/InvoiceLine/UUID", ""),
        ("", ""),
    ],
)
def test_terms(path: str, term: str) -> None:
    assert term_of(path) == term


def test_every_term_of_a_document_that_was_read_is_found() -> None:
    """The paths that a document's own parts give lead to terms: the two tables speak the same language."""
    _, document = invoice("peppol-bis-3")
    line = document.lines[0]
    assert term_of(document.paths["number"]) == "BT-1"
    assert term_of(line.paths["price"]) == "BT-146"
    assert term_of(line.paths["amount"]) == "BT-131"
    assert term_of(document.supplier.paths["legal_id"]) == "BT-30"
    assert term_of(document.totals.paths["payable"]) == "BT-115"
