"""The block's other verbs: reading, presenting, delivering; and what stands in its folder."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gevinst.blocks.invoice_control.block import block
from gevinst.blocks.invoice_control.tests.conftest import (
    DRAFT,
    LINE,
    ON,
    SUPPLIER,
    item,
    line,
    registers,
    rows,
)
from gevinst.engines.blockkit import Item, Level, Refused, Section
from gevinst.engines.blockkit.manifest import load_manifest
from gevinst.engines.control.sql import Question, compiled
from gevinst.engines.einvoice import Draft, DraftPayment, write


@pytest.mark.parametrize("profile", ["oioubl-2", "oioubl-3", "peppol-bis-3"])
def test_an_invoice_becomes_an_item(profile: str) -> None:
    read = item(replace(DRAFT, profile=profile))
    assert read.reference == f"{SUPPLIER}-F-1001-{read.content_hash[:8]}"
    assert (read.party, read.amount, read.currency) == ("Privathospital A", Decimal(1200), "DKK")
    assert (read.dated, read.due) == (date(2026, 10, 20), date(2026, 11, 19))
    assert read.keys["supplier_number"] == f"{SUPPLIER}|F-1001"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"nothing", "not-xml"),
        (write(DRAFT)[:300], "not-xml"),
        (write(replace(DRAFT, payable=Decimal(1))), "totals-differ"),
        (write(DRAFT).replace(b"urn:cen.eu:en16931", b"urn:other"), "unknown-profile"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_code(content: bytes, code: str) -> None:
    refused = block.read(content, "file.xml")
    assert isinstance(refused, Refused)
    assert (refused.code, len(refused.content_hash)) == (code, 64)
    assert refused.message.da != refused.message.en


def test_different_bytes_have_different_references() -> None:
    assert item().reference != item(replace(DRAFT, due_date=date(2026, 12, 1))).reference


def shown(draft: Draft, **changed: Any) -> dict[str, Section]:
    """The sections of the draft after it was decided, by their Danish titles."""
    read = item(draft)
    (decided,) = block.decide([read], registers(rows(**changed)), ON, {})
    return {each.title.da: each for each in block.present(read, decided.findings)}


def test_the_whole_invoice_is_shown() -> None:
    sections = shown(DRAFT)
    assert list(sections) == ["Faktura", "Leverandør", "Modtager", "Linjer", "Beløb", "Betaling"]
    (cells,) = sections["Linjer"].rows
    assert [cell.value for cell in cells] == [
        "1", "MR-skanning, knæ", "MR01", "6502701234", "15.10.2026", "1", "1.200,00", "1.200,00",
    ]  # fmt: skip
    assert [each.value for each in sections["Beløb"].fields][-1] == "1.200,00 DKK"
    assert "9999 0007000000" in [each.value for each in sections["Betaling"].fields]


def test_a_sound_invoice_has_no_marks() -> None:
    for section in shown(DRAFT).values():
        cells = [cell for row in section.rows for cell in row]
        assert {each.level for each in (*section.fields, *cells)} <= {Level.PLAIN}
        assert not section.notes


@pytest.mark.parametrize(
    ("draft", "changed", "column", "level"),
    [
        (line(price=Decimal(1)), {}, 6, Level.FAIL),
        (line(amount=Decimal("1200.50")), {}, 7, Level.FAIL),
        (line(note="650270-1234 710380-1234"), {}, 3, Level.UNDECIDED),
    ],
)
def test_what_is_wrong_is_marked_where_it_stands(
    draft: Draft, changed: Any, column: int, level: Level
) -> None:
    section = shown(draft, **changed)["Linjer"]
    (cells,) = section.rows
    assert cells[column].level is level
    assert cells[column].path
    assert section.notes[0].text.da.startswith("Linje 1: ")


def test_what_is_wrong_with_the_document_stands_at_its_head() -> None:
    wrong = replace(DRAFT, customer=replace(DRAFT.customer, gln="5790001000028"))
    sections = shown(wrong)
    (note,) = sections["Faktura"].notes
    assert "vores nummer er 5790001000011" in note.text.da
    levels = {each.label.da: each.level for each in sections["Modtager"].fields}
    assert levels["GLN"] is Level.FAIL


@pytest.mark.parametrize(
    "draft",
    [
        line(price=Decimal(1), amount=Decimal(5)),  # two rules fail on the price
        line(price=Decimal(1), quantity=Decimal(-1)),  # one is undecided, then one fails
    ],
)
def test_a_place_is_marked_by_the_worst_that_is_said_of_it(draft: Draft) -> None:
    assert shown(draft)["Linjer"].rows[0][6].level is Level.FAIL


def test_a_credit_note_is_called_one() -> None:
    assert "Kreditnota" in shown(replace(DRAFT, kind="credit-note", preceding=("F-1000",)))


@pytest.mark.parametrize(
    ("payment", "account"),
    [
        (DraftPayment("42", "0007000000", "9999"), "9999 0007000000"),
        (
            DraftPayment("93", "80000001", "", "71", "000000000000015"),
            "+71<000000000000015+80000001<",
        ),
    ],
)
@pytest.mark.parametrize("profile", ["oioubl-2", "peppol-bis-3"])
def test_approved_invoices_are_proposed_for_payment(
    payment: DraftPayment, account: str, profile: str
) -> None:
    read = item(replace(DRAFT, payment=payment, profile=profile))
    (proposed,) = block.deliver([read]).lines
    assert proposed.account == account
    assert (proposed.reference, proposed.payee, proposed.payee_id, proposed.text) == (
        read.reference, "Privathospital A", SUPPLIER, "F-1001",
    )  # fmt: skip
    assert (proposed.amount, proposed.currency, proposed.due) == (read.amount, "DKK", read.due)


def test_nothing_approved_gives_nothing_to_pay() -> None:
    assert block.deliver([]).lines == ()


@pytest.mark.parametrize("kind", ["document", "line"])
def test_the_stored_sql_is_that_of_the_rules(kind: str) -> None:
    """`gevinst control sql --write` brings it up to date."""
    plan = block.judge.plan(kind, ON)
    book = block.rules
    known = {**book.subjects, **block.manifest.tables}
    used = {fact.register: known[fact.register] for fact in plan.facts}
    question = Question(kind, plan.facts, plan.rules, plan.columns, used)
    stored = (block.folder / "sql" / f"{kind}.sql").read_text(encoding="utf-8")
    assert stored == compiled(question)


def test_every_queue_of_a_rule_is_declared_and_every_queue_is_used() -> None:
    assert {rule.queue for rule in block.rules.rules} == set(block.manifest.queues)


def test_every_rule_is_said_in_words() -> None:
    assert list(block.rule_texts) == [rule.id for rule in block.rules.rules]
    rate = block.rule_texts["agreed-rate"]
    assert (rate.version, rate.name.en) == ("2", "Agreed rate on the service date")
    assert all(text.legal_basis for text in block.rule_texts.values())


def test_every_column_that_evidence_may_show_has_a_title() -> None:
    for name in {fact.register for fact in block.rules.facts.values()}:
        spec = block.manifest.table(name)
        assert spec is not None
        assert set(spec.titles) == set(spec.columns)
    document = block.manifest.table("document")
    assert document is not None
    assert set(document.columns) == set(block.rules.subjects["document"])


def test_the_manifest_is_that_of_the_folder() -> None:
    assert block.manifest == load_manifest(block.folder / "manifest.toml")
    assert block.manifest.key == "invoice_control"


def test_two_lines_are_shown_with_their_own_persons() -> None:
    second = replace(LINE, id="2", note="CPR 710380-1234")
    section = shown(replace(DRAFT, lines=(LINE, second)))["Linjer"]
    assert [row[3].value for row in section.rows] == ["6502701234", "7103801234"]


def test_an_item_is_what_the_host_gets() -> None:
    assert isinstance(block.read(write(DRAFT), "x"), Item)
