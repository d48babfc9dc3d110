"""Codes, conditions, courses, referrals, persons and dates as tables."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from gevinst.blocks.invoice_control.block import block
from gevinst.blocks.invoice_control.tests.conftest import (
    CPR,
    DRAFT,
    LINE,
    ON,
    SERVED,
    SUPPLIER,
    Decide,
    item,
    line,
    outcome,
    registers,
    rows,
)
from gevinst.engines.einvoice import Draft, DraftLine
from gevinst.engines.invoicing.persons import person_key

D = Decimal
DAY = timedelta(days=1)
Row = dict[str, Any]
MR = {"supplier": SUPPLIER, "code": "MR01", "rate": D(1200)}
KNOWN = [MR, {**MR, "code": "MR02"}, {**MR, "code": "MR-03"}, {**MR, "code": "MR03"}]


@pytest.mark.parametrize(
    ("said", "name", "rule", "verdict"),
    [
        ("MR01", "MR", "", "approve"),
        ("mr 01", "MR", "", "approve"),
        ("SKS: MR-01", "MR", "", "approve"),
        ("SKS:MR01", "MR", "", "approve"),
        ("Knæ, MR01", "MR", "", "approve"),
        ("", "MR-skanning MR01", "", "approve"),
        ("MR01/MR02", "MR", "service", "refer"),
        ("mr.03", "MR", "service", "refer"),
        ("", "MR01 eller MR02", "service", "refer"),
        ("", "MR-skanning", "service", "refer"),
        ("XX01", "MR", "agreed-rate", "refer"),
    ],
)
def test_codes(decide: Decide, said: str, name: str, rule: str, verdict: str) -> None:
    found = decide(line(seller_item_id=said, name=name), agreements=KNOWN)
    assert (found.reason, found.verdict) == (rule, verdict)


def test_a_code_that_another_supplier_has_is_said_to_be_known(decide: Decide) -> None:
    other = [{**MR, "supplier": "99001003"}]
    assert "leverandøren er ikke omfattet" in outcome(decide(agreements=other), "agreed-rate")[1]


def conditional(condition: str, amount: int) -> Row:
    return {**MR, "condition": condition, "rate": D(amount)}


BOTH = [conditional("provider-number", 900), conditional("no-provider-number", 1200)]


@pytest.mark.parametrize(
    ("number", "price", "rates", "said", "words"),
    [
        ("012345", 900, BOTH, "ok", "900,00"),
        ("012345", 1200, BOTH, "fail", "aftalen siger 900,00"),
        ("ingen", 1200, BOTH, "ok", "1.200,00"),
        ("", 1200, BOTH, "undecided", "står ikke på regningen"),
        ("12", 1200, BOTH, "undecided", "står ikke på regningen"),
        ("ingen", 1200, BOTH[:1], "fail", "Ingen takst for MR01 gælder for no-provider-number"),
        ("012345", 900, [*BOTH, conditional("provider-number", 950)], "undecided", "2 forskellige"),
        ("", 1200, [{**BOTH[0], "valid_to": SERVED - DAY}], "ok", "1.200,00"),
    ],
)
def test_rates_with_a_condition(  # noqa: PLR0917
    decide: Decide, number: str, price: int, rates: list[Row], said: str, words: str
) -> None:
    stated = (("Ydernummer", number),) if number else ()
    found = outcome(
        decide(line(price=D(price), properties=stated), conditional_rates=rates), "agreed-rate"
    )
    assert (found[0], words in found[1]) == (said, True), found[1]


BUNDLE = [{"bundle": "FOR1", "code": "MR01", "window_days": 10}]


def course(days: int = 0, **more: Any) -> DraftLine:
    return replace(LINE, id="2", seller_item_id="FOR1", service_date=SERVED + DAY * days, **more)


def unbundled(draft: Draft, bundles: list[Row], **more: list[Row]) -> list[str]:
    """The outcome of the rule for each line."""
    given = registers(rows(bundles=bundles, **more))
    [decided] = block.decide([item(draft)], given, ON, {})
    return [each.outcome.value for each in decided.findings if each.rule == "unbundling"]


@pytest.mark.parametrize(
    ("lines", "bundles", "said"),
    [
        ((LINE, course()), BUNDLE, ["fail", "ok"]),
        ((course(), LINE), BUNDLE, ["ok", "fail"]),
        ((LINE, course(10)), BUNDLE, ["fail", "ok"]),
        ((LINE, course(11)), BUNDLE, ["ok", "ok"]),
        ((LINE, course(note="CPR 710380-1234")), BUNDLE, ["ok", "ok"]),
        ((LINE, course()), [{**BUNDLE[0], "valid_to": SERVED - DAY}], ["ok", "ok"]),
        ((LINE, course()), [{**BUNDLE[0], "bundle": "FOR2"}], ["ok", "ok"]),
        ((LINE, course()), [], ["ok", "ok"]),
    ],
)
def test_courses_on_the_same_invoice(
    lines: tuple[DraftLine, ...], bundles: list[Row], said: list[str]
) -> None:
    ordered = sorted(unbundled(replace(DRAFT, lines=lines), bundles))
    assert ordered == sorted(said)


def before(code: str, days: int = 0, sender: str = SUPPLIER) -> Row:
    return {
        "reference": "tidligere", "sender": sender, "person": person_key(CPR), "code": code,
        "service_date": SERVED + DAY * days,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("code", "earlier", "said"),
    [
        ("MR01", before("FOR1", -3), "fail"),
        ("MR01", before("FOR1", -11), "ok"),
        ("FOR1", before("MR01", 5), "fail"),
        ("FOR1", before("MR01", 5, "99001003"), "ok"),
        ("FOR1", before("MR02"), "ok"),
        ("MR01", before("MR01"), "ok"),
    ],
)
def test_courses_on_earlier_invoices(code: str, earlier: Row, said: str) -> None:
    assert unbundled(line(seller_item_id=code), BUNDLE, history_lines=[earlier]) == [said]


def test_a_service_on_an_earlier_invoice_is_not_paid_again(decide: Decide) -> None:
    assert decide(history_lines=[before("MR01")]).reason == "line-duplicate"
    assert decide(history_lines=[before("MR01", 1)]).reason == ""


def status(what: str, days: int, until: int | None = None) -> Row:
    end = None if until is None else SERVED + DAY * until
    return {"cpr": CPR, "status": what, "valid_from": SERVED + DAY * days, "valid_to": end}


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ([], ""),
        ([status("dead", -1)], "person-status"),
        ([status("dead", 0)], ""),
        ([status("dead", 1)], ""),
        ([status("emigrated", -30)], "person-status"),
        ([status("emigrated", -30, -1)], ""),
        ([status("replaced", -30)], "person-status"),
        ([status("dead", -1), status("emigrated", -9)], "person-status"),
    ],
)
def test_the_dead_and_the_gone(decide: Decide, known: list[Row], said: str) -> None:
    assert decide(person_status=known).reason == said


def sent(code: str, by: str = "Egen læge", **marks: Any) -> Row:
    return {"cpr": CPR, "code": code, "valid_from": SERVED - DAY, "referred_by": by, **marks}


GROUP = [{"code": "MR01", "group": "MR"}]
UNIT = [{"unit": "Egen læge", "valid_from": SERVED - DAY * 9, "valid_to": SERVED}]


@pytest.mark.parametrize(
    ("referrals", "units", "said"),
    [
        ([sent("MR")], [], ""),
        ([sent("ORT")], [], "referral"),
        ([sent("MR01")], UNIT, ""),
        ([sent("MR")], UNIT, ""),
        ([sent("MR01", "Vikar")], UNIT, "referring-unit"),
        ([sent("MR01", "Vikar"), sent("MR01")], UNIT, ""),
        ([sent("MR01", "Vikar", may_refer=1)], UNIT, ""),
        ([sent("MR01")], [{**UNIT[0], "valid_to": SERVED - DAY * 2}], "referring-unit"),
        ([sent("MR01")], [{**UNIT[0], "valid_to": SERVED - DAY * 2}, UNIT[0]], ""),
    ],
)
def test_who_referred(decide: Decide, referrals: list[Row], units: list[Row], said: str) -> None:
    found = decide(referrals=referrals, referring_units=units, code_groups=GROUP)
    assert found.reason == said


@pytest.mark.parametrize(
    ("mark", "said"), [(1, ""), (0, "referring-unit"), (None, "referring-unit")]
)
def test_free_choice_where_it_is_required(mark: int | None, said: str) -> None:
    given = registers(rows(referrals=[sent("MR01", free_choice=mark)]))
    [decided] = block.decide([item()], given, ON, {"free_choice_required": "1"})
    assert decided.reason == said


@pytest.mark.parametrize(
    ("served", "issued", "said"),
    [
        (SERVED, SERVED, ""),
        (SERVED, SERVED - DAY, "service-dates"),
        (SERVED, SERVED + DAY * 365, "issue-date"),
        (date(2025, 10, 1), date(2026, 10, 20), "service-dates"),
    ],
)
def test_dates(served: date, issued: date, said: str) -> None:
    draft = replace(line(service_date=served), issue_date=issued, due_date=None)
    done = [{"cpr": CPR, "supplier": SUPPLIER, "code": "MR01", "performed_on": served}]
    home = [{"cpr": CPR, "region": "1082"}]
    given = rows(activity=done, population=home, agreements=[MR], referrals=[sent("MR01")])
    given["referrals"][0]["valid_from"] = served
    [decided] = block.decide([item(draft)], registers(given), ON, {})
    assert decided.reason == said


def test_a_replacement_number_that_nobody_knows_has_an_outcome_of_its_own(decide: Decide) -> None:
    found = decide(population=[])
    assert (found.reason, found.queue) == ("replacement-number", "person")
