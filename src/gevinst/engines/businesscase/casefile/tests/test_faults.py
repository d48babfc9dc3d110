"""What is wrong with a case file: line, place and what was expected."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.engines.businesscase.casefile.exact_yaml import parsed
from gevinst.engines.businesscase.casefile.read import check, read

GOOD = """\
case: 1
id: example
title: Example
years: {from: 2020, to: 2022}
origin: project_start
parties: [department, fund]
assumptions:
  visits: {value: 100, low: 80, high: 120}
  minutes: 5.3
costs:
  - id: old
    title: Visits by car
    scenario: 0
    place: operation.system.internal
    amount: {driver: time, units: visits, minutes: minutes, rate: 346.50}
  - id: buy
    title: Screens
    scenario: 1
    place: project.acquisition.hardware
    amount: 250000
    when: {at: 2020}
    shares: {department: 0.25, fund: 0.75}
published:
  - {id: roi, title: ROI, value: 81.5, checks: [{formula: 100*roi}]}
"""

# what is written | what is written instead | line | path | what is said
FAULTS: list[tuple[str, str, int, str, str]] = [
    ("title: Example", "titel: Example", 1, "", "title is missing here"),
    ("case: 1", "case: 2", 1, "case", "expected 1, found 2"),
    ("origin: project_start", "origin: start", 5, "origin", "expected one of project_start"),
    ("to: 2022}", "to: 2019}", 4, "years.to", "expected a year from 2020 on"),
    ("to: 2022}", "til: 2022}", 4, "years.til", "til is not known here; expected one of from, to"),
    ("minutes: 5.3", "minutes: five", 9, "assumptions.minutes", "expected a number or keys"),
    ("minutes: 5.3", "minutes: {}", 9, "assumptions.minutes", "exactly one of value, by_year"),
    (
        "minutes: 5.3",
        "minutes: {formula: seconds / 60}",
        9,
        "assumptions.minutes.formula",
        "'seconds'",
    ),
    (
        "minutes: 5.3",
        "minutes: {formula: 5 +}",
        9,
        "assumptions.minutes.formula",
        "the formula '5 +'",
    ),
    ("minutes: 5.3", "t: 5.3", 9, "assumptions.t", "every formula knows"),
    ("low: 80, ", "", 8, "assumptions.visits", "both low and high"),
    ("low: 80", "low: 130", 8, "assumptions.visits", "expected low <= 100 <= high"),
    ("value: 100, ", "formula: 2*50, ", 8, "assumptions.visits", "varies with what it"),
    ("value: 100", "value: many", 8, "assumptions.visits.value", "expected a number, found many"),
    ("scenario: 0", "scenario: 2", 13, "costs.0.scenario", "expected one of 0, 1"),
    ("    scenario: 0\n", "", 11, "costs.0", "scenario is missing here"),
    ("operation.system.internal", "drift.system", 14, "costs.0.place", "not in the diagram"),
    ("units: visits", "units: calls", 15, "costs.0.amount.units", "no assumption 'calls'"),
    ("driver: time", "driver: clock", 15, "costs.0.amount.driver", "expected one of amount, time"),
    ("rate: 346.50", "price: 346.50", 15, "costs.0.amount", "the driver time needs rate"),
    ("rate: 346.50", "rate: 1, price: 2", 15, "costs.0.amount.price", "does not take price"),
    ("{at: 2020}", "{at: 2025}", 21, "costs.1.when", "2025 is outside 2020-2022"),
    ("{at: 2020}", "{from: 2022, to: 2021}", 21, "costs.1.when", "years in order"),
    ("fund: 0.75", "fund: 0.70", 22, "costs.1.shares", "the shares sum to 0.95, expected 1"),
    ("fund: 0.75", "state: 0.75", 22, "costs.1.shares", "no party 'state'"),
    ("fund: 0.75", "fund: 1.75", 22, "costs.1.shares.fund", "expected at most 1"),
    ("id: buy", "id: old", 16, "costs.1.id", "'old' stands here twice"),
    (
        "    amount: 250000\n",
        "    amount: 250000\n    continues: odl\n",
        21,
        "costs.1.continues",
        "'odl'",
    ),
    (
        "    amount: 250000\n",
        "    amount: 250000\n    residual_of: buy\n",
        21,
        "costs.1",
        "scenario 0",
    ),
    ("amount: 250000", "amount: -250000", 20, "costs.1.amount", "amounts are not negative"),
    ("formula: 100*roi", "formula: 100*", 24, "published.0.checks.0.formula", "the formula"),
    ("title: Example", "title: Example\ntitle: Again", 4, "", "'title' stands here twice"),
    ("title: Example", "title: [Example", 4, "", "not YAML"),
    (
        "origin: project_start",
        "origin: project_start\noperation_from: 2030",
        6,
        "operation_from",
        "2020",
    ),
    (
        "    amount: 250000\n",
        "    amount: 250000\n    relieves: buy\n",
        21,
        "costs.1",
        "not known here",
    ),
    (
        "    scenario: 0\n",
        "    scenario: 0\n    continues: old\n",
        14,
        "costs.0.continues",
        "only a cost of scenario 1",
    ),
    (
        "amount: 250000",
        "amount: {driver: tiered, units: visits, tiers: [{above: 5, price: 1}]}",
        20,
        "costs.1.amount.tiers",
        "let the first be above 0",
    ),
    ("amount: 250000", "amount: {driver: history}", 20, "costs.1.amount", "needs history"),
    (
        "amount: 250000",
        "amount: 1\n    behaviour: {kind: variable}",
        21,
        "costs.1.behaviour",
        "volume",
    ),
    (
        "amount: 250000",
        "amount: 1\n    behaviour: {kind: step, volume: visits}",
        21,
        "costs.1.behaviour",
        "the size of a step",
    ),
    ("amount: 250000", "amount: 10 / (visits - 100)", 20, "costs.1.amount", "divided by zero"),
    (
        "published:",
        "risks:\n  - {id: r, title: R, probability: 0.1, consequence: {low: 5, likely: 2}}\npublished:",
        24,
        "risks.0.consequence",
        "expected low <= 2 <= high",
    ),
]


@pytest.mark.parametrize(("written", "instead", "line", "path", "said"), FAULTS)
def test_a_fault_names_line_place_and_what_was_expected(
    written: str, instead: str, line: int, path: str, said: str
) -> None:
    assert written in GOOD
    case, faults = check(GOOD.replace(written, instead, 1))
    assert case is None
    told = [(each.line, ".".join(map(str, each.path)), each.reason) for each in faults]
    assert any(at == line and where.startswith(path) and said in why for at, where, why in told), (
        told
    )


def test_every_fault_of_meaning_is_told_at_once_in_the_order_of_the_file() -> None:
    text = GOOD.replace("units: visits", "units: calls").replace("fund: 0.75", "fund: 0.7")
    _, faults = check(text)
    assert [each.line for each in faults] == [15, 22]


def test_a_case_without_faults_is_read_exactly() -> None:
    case = read(GOOD)
    assert case.assumptions["minutes"].value == Decimal("5.3")
    assert case.line("buy").shares == (
        (2020, {"department": Decimal("0.25"), "fund": Decimal("0.75")}),
    )
    assert case.line("old").when == dict.fromkeys((2020, 2021, 2022), 1)


def test_read_raises_the_first_fault() -> None:
    with pytest.raises(CaseFault, match="line 5, origin: expected one of"):
        read(GOOD.replace("project_start", "start"))


MALICIOUS = [
    "a: &a [*a]",
    "? [1, 2]\n: 3",
    "a: !!python/object/apply:os.system [ls]",
    "a: " + "x" * 2_000_001,
    "",
    "- 1",
    "a: .nan",
    "a: 1e999999999",
    "\x00",
]


@pytest.mark.parametrize("text", MALICIOUS)
def test_what_is_not_a_case_is_a_fault_and_nothing_else(text: str) -> None:
    case, faults = check(text)
    assert case is None
    assert faults


def test_assumptions_that_need_each_other_are_a_fault_of_the_assumptions() -> None:
    text = GOOD.replace("minutes: 5.3", "minutes: {formula: hours}\n  hours: {formula: minutes}")
    _, faults = check(text)
    assert any("in a ring" in each.reason for each in faults)


def test_a_place_that_is_not_there_is_that_of_what_is_around_it() -> None:
    document = parsed("a: {b: 1}")
    assert document.place(("a", "c", "d")) == (1, 4)
    assert document.place(("a", 0)) == (1, 4)
    assert parsed("").place(("a",)) == (1, 1)


def test_what_looks_like_a_number_and_is_none_is_a_text() -> None:
    assert parsed("[0x10, 1_000, .inf, 1.5e+3]").data == ["0x10", 1000, ".inf", 1500]
