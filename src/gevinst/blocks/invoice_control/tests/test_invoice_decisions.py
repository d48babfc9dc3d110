"""Decisions: what is paid, who is asked, what waits; and what must hold whatever the invoices are."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gevinst.blocks.invoice_control.block import block
from gevinst.blocks.invoice_control.tests.conftest import (
    CPR,
    DRAFT,
    LINE,
    ON,
    OTHER_CPR,
    SERVED,
    SUPPLIER,
    item,
    line,
    registers,
    rows,
)
from gevinst.engines.blockkit import Item, Outcome, RegisterFault, Verdict
from gevinst.engines.einvoice import Draft

D = Decimal
ISSUED = DRAFT.issue_date
NONE: list[Any] = []
CREDIT_NOTE = replace(DRAFT, kind="credit-note", preceding=("F-900",))
CREDITED = [{"key": f"{SUPPLIER}|F-900", "reference": "r", "received_at": "2026-09-01"}]
LOOKED_AT = {ON: ISSUED + timedelta(14), ISSUED + timedelta(45): ISSUED + timedelta(46)}
NOWHERE = [{"cpr": CPR, "region": "1084"}]


@pytest.mark.parametrize(
    ("draft", "changed", "on", "verdict", "reason", "queue"),
    [
        (DRAFT, {}, ON, "approve", "", ""),
        (DRAFT, {"activity": NONE}, ON, "wait", "activity", ""),
        (DRAFT, {"activity": NONE}, ISSUED + timedelta(45), "wait", "activity", ""),
        (DRAFT, {"activity": NONE}, ISSUED + timedelta(46), "refer", "activity", "activity"),
        (DRAFT, {"activity": NONE, "population": NOWHERE}, ON, "refer", "residence", "residence"),
        (DRAFT, {"activity": NONE, "referrals": NONE}, ON, "refer", "referral", "referral"),
        (line(price=D(1)), {"activity": NONE}, ON, "refer", "agreed-rate", "agreements"),
        (line(note=""), {"activity": NONE}, ON, "refer", "one-person", "person"),
        (line(note=""), {}, ON, "refer", "one-person", "person"),
        (line(note="", price=D(1)), {}, ON, "refer", "agreed-rate", "agreements"),
        (line(amount=D("1200.50")), {}, ON, "refer", "line-arithmetic", "amounts"),
        (CREDIT_NOTE, {"history": CREDITED}, ON, "refer", "payable-invoice", "credit_notes"),
        (CREDIT_NOTE, {"activity": NONE, "history": CREDITED}, ON, "refer", "payable-invoice",
         "credit_notes"),
    ],
)  # fmt: skip
def test_decisions(  # noqa: PLR0917
    draft: Draft, changed: dict[str, Any], on: date, verdict: str, reason: str, queue: str
) -> None:
    (decided,) = block.decide([item(draft)], registers(rows(**changed)), on, {})
    assert (decided.verdict, decided.reason, decided.queue) == (verdict, reason, queue)
    assert decided.until == (LOOKED_AT[on] if verdict == "wait" else None)


def test_one_bad_line_among_good_ones_stops_the_invoice() -> None:
    second = replace(LINE, id="2", note="CPR 710380-1234")
    (decided,) = block.decide(
        [item(replace(DRAFT, lines=(LINE, second)))], registers(rows()), ON, {}
    )
    bad = {each.line for each in decided.findings if each.outcome is not Outcome.OK}
    assert (decided.verdict, decided.reason, bad) == (Verdict.REFER, "referral", {"2"})


def test_findings_carry_the_register_row_and_its_extract() -> None:
    (decided,) = block.decide([item()], registers(rows()), ON, {})
    (found,) = [each for each in decided.findings if each.rule == "residence"]
    (evidence,) = found.evidence
    assert (evidence.register, evidence.row, evidence.extract, evidence.matches) == (
        "population", 0, "population-1", 1,
    )  # fmt: skip
    assert evidence.values == {"cpr": "650270-xxxx", "region": "1082", "valid_from": "2020-01-01"}


def test_no_person_number_stands_in_findings_in_full() -> None:
    decided = block.decide(
        [item(), item(line(note=f"{CPR} {OTHER_CPR}"))],
        registers(rows(population=NOWHERE, referrals=NONE, activity=NONE)),
        ON,
        {},
    )
    assert "1234" not in repr([each.findings for each in decided]).replace("99000007", "")


@pytest.mark.parametrize("name", ["agreements", "population", "referrals", "activity"])
def test_a_register_that_is_needed_and_absent_is_a_fault(name: str) -> None:
    given_ = {key: value for key, value in rows().items() if key != name}
    with pytest.raises(RegisterFault, match=name):
        block.decide([item()], registers(given_), ON, {})


def test_the_history_may_be_absent() -> None:
    given_ = {key: value for key, value in rows().items() if key != "history"}
    (decided,) = block.decide([item()], registers(given_), ON, {})
    assert decided.verdict is Verdict.APPROVE


def test_nothing_is_decided_of_nothing() -> None:
    assert block.decide([], registers(rows()), ON, {}) == []


@pytest.mark.parametrize(
    ("name", "value"), [("activity_days", "three"), ("recheck_days", ""), ("give_up_days", "1.5")]
)
def test_a_parameter_of_the_wrong_kind_is_named(name: str, value: str) -> None:
    with pytest.raises(ValueError, match=name):
        block.decide([item()], registers(rows()), ON, {name: value})


@pytest.mark.parametrize(("days", "verdict"), [("0", "wait"), ("1", "approve")])
def test_the_authority_sets_the_tolerance(days: str, verdict: str) -> None:
    late = [
        {"cpr": CPR, "supplier": SUPPLIER, "code": "MR01", "performed_on": SERVED + timedelta(1)}
    ]
    parameters = {"activity_days": days, "activity_near_days": "0"}
    (decided,) = block.decide([item()], registers(rows(activity=late)), ON, parameters)
    assert decided.verdict == verdict


DRAFTS = {
    "sound": DRAFT,
    "dear": line(price=D("1200.01")),
    "nobody": line(note=""),
    "credit": replace(DRAFT, kind="credit-note"),
    "other": line(note="CPR 710380-1234"),
    "taxed": line(tax_percent=D(25)),
}
ITEMS: dict[str, Item] = {name: item(replace(draft, number=name)) for name, draft in DRAFTS.items()}
REGISTERS = registers(
    rows(population=[*rows()["population"], {"cpr": OTHER_CPR, "region": "1082"}])
)


@settings(max_examples=25, deadline=None)
@given(st.permutations(sorted(ITEMS)))
def test_the_order_of_different_invoices_changes_nothing(order: list[str]) -> None:
    decided = block.decide([ITEMS[name] for name in order], REGISTERS, ON, {})
    alone = {name: block.decide([ITEMS[name]], REGISTERS, ON, {})[0] for name in order[:1]}
    assert [each.reference for each in decided] == [ITEMS[name].reference for name in order]
    assert {each.reference: each for each in decided}[ITEMS[order[0]].reference] == alone[order[0]]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(sorted(ITEMS)), min_size=1, max_size=8), st.booleans())
def test_what_is_approved_has_every_mandatory_rule_ok(names: list[str], reported: bool) -> None:
    given_ = REGISTERS if reported else registers(rows(activity=NONE))
    decided = block.decide([ITEMS[name] for name in names], given_, ON, {})
    for name, each in zip(names, decided, strict=True):
        fine = all(finding.outcome is Outcome.OK for finding in each.findings)
        assert (each.verdict is Verdict.APPROVE) is fine, name
    approved = [each.reference for each in decided if each.verdict is Verdict.APPROVE]
    assert len(approved) == len(set(approved)), "the same document is never paid twice"
