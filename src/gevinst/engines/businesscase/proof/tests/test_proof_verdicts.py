"""The verdict on a check: value, rounding, reading, tolerance, claim, and the one that decides a figure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from gevinst.engines.businesscase.proof import Finding, prove
from gevinst.engines.businesscase.proof.report import markdown, shown
from gevinst.engines.businesscase.proof.tests.samples import case, proved, tried

# figure | check | reproduces | how
RULES: list[tuple[dict[str, Any], dict[str, Any], str, str]] = [
    ({"value": 134}, {"formula": "100 * roi"}, "yes", "point"),
    ({"value": 135}, {"formula": "100 * roi"}, "yes", "rounding_interval"),
    ({"value": 300}, {"formula": "100 * roi"}, "no", "none"),
    ({"value": 135}, {"formula": "100 * roi", "intervals": {"price": [300, 300]}}, "no", "none"),
    ({"value": 135}, {"formula": "100 * roi", "tolerance": 1}, "yes", "point"),
    ({"value": 134}, {"formula": "100 * roi", "circular": True}, "ambiguous", "solved_for"),
    (
        {"value": 134},
        {"formula": "100 * roi", "assumptions": ["x"]},
        "ambiguous",
        "under_assumption",
    ),
    ({"value": 134}, {"formula": "100 * roi", "part_of_range": True}, "ambiguous", "part_of_range"),
    ({"value": 300}, {"formula": "100 * roi", "part_of_range": True}, "no", "none"),
    ({"value": 1213}, {"formula": "hours[1]", "reading": "faster"}, "yes", "point"),
    (
        {"value": 12000},
        {"formula": "line_extra[1]", "reading": "with_extra"},
        "ambiguous",
        "under_assumption",
    ),
    ({"value": None}, {"formula": "roi"}, "implied", "derived"),
    ({"value": True}, {"formula": "roi > 1"}, "yes", "point"),
    ({"value": True}, {"formula": "roi > 2", "intervals": {"price": [300, 300]}}, "no", "none"),
    ({"value": 134}, {"formula": "roi > 1", "expects": True}, "yes", "point"),
    ({"value": [200, 20]}, {"formula": "[visits, weekly]"}, "yes", "point"),
    ({"value": [130, 140], "qualifier": "range"}, {"formula": "100 * roi"}, "yes", "point"),
    ({"value": 130.5, "qualifier": "range"}, {"formula": "visitors"}, "no", "none"),
    (
        {"value": 1040, "qualifier": "just_under"},
        {"formula": "hours[1]"},
        "yes",
        "rounding_interval",
    ),
    (
        {"value": 1000, "qualifier": "more_than", "decimals": -2},
        {"formula": "hours[1]"},
        "yes",
        "point",
    ),
    (
        {"value": 20, "unit": "pp", "title": "20 percent"},
        {"formula": "weekly"},
        "ambiguous",
        "point",
    ),
]


@pytest.mark.parametrize(("figure", "check", "reproduces", "how"), RULES)
def test_a_check_is_judged(
    figure: dict[str, Any], check: dict[str, Any], reproduces: str, how: str
) -> None:
    outcome = proved({**figure, "checks": [check]}).outcomes[0]
    assert (outcome.reproduces, outcome.how) == (reproduces, how)


def test_deviation_is_computed_less_printed() -> None:
    assert tried("hours[1]", 1050).deviation == -10
    assert tried("visitors", 1050).deviation is None


def test_the_reason_is_the_files_own_where_it_has_one() -> None:
    assert tried("roi", assumptions=["Full years"], tolerance=1).reason == "Full years"
    assert tried("roi", assumptions=["Full years"], reason="Own words").reason == "Own words"
    assert tried("line_extra[1]", 12000, reading="with_extra").reason == "The extra counts"


@pytest.mark.parametrize(
    ("formula", "low", "high"),
    [
        ("hours[1]", "953.333", "1126.667"),
        ("weekly", "18.333", "21.667"),
        ("weekly * minutes", "100.833", "140.833"),
        ("100 * share", "24.500", "25.500"),
        ("gain[1] / hours[1]", "285.000", "315.000"),
    ],
)
def test_a_value_moves_with_the_roundings_behind_it(formula: str, low: str, high: str) -> None:
    (interval,) = tried(formula).interval
    assert (f"{interval.low:.3f}", f"{interval.high:.3f}") == (low, high)


def test_what_rests_on_exact_numbers_has_no_interval() -> None:
    assert tried("visits").interval == ()


def test_an_input_moves_over_the_checks_own_interval() -> None:
    (interval,) = tried("x * visits", inputs={"x": 2}, intervals={"x": [1, 3]}).interval
    assert (interval.low, interval.high) == (200, 600)


def test_a_replaced_assumption_is_exact_under_its_reading() -> None:
    (interval,) = tried("gain[1]", reading="faster").interval
    assert (interval.low, interval.high) == (Decimal("345800.00"), Decimal("382200.00"))


def test_a_qualified_number_without_decimals_counts_those_written() -> None:
    told = case(
        {"id": "f", "value": 1, "checks": [{"formula": "rate"}]},
        assumptions={"rate": {"value": Decimal("0.01"), "qualifier": "approx"}},
        costs=[],
        benefits=[],
        readings={},
    )
    (interval,) = prove(told).figures[0].outcomes[0].interval
    assert (interval.low, interval.high) == (Decimal("0.005"), Decimal("0.015"))


@pytest.mark.parametrize(
    ("formula", "printed", "power"),
    [
        ("visits", 200, "identity_or_rounding"),
        ("break_even_year", 2022, "strong"),
        ("weekly", 20, "medium"),
        ("hours[1] / 100", 11, "weak"),
    ],
)
def test_power_tells_how_much_a_hit_proves(formula: str, printed: int, power: str) -> None:
    assert proved({"value": printed, "checks": [{"formula": formula}]}).power == power


def test_a_check_that_cannot_be_worked_out_is_a_miss_that_says_why() -> None:
    outcome = tried("1 / (visits - 200)")
    assert (outcome.reproduces, outcome.how, outcome.computed) == ("no", "none", None)
    assert "divided by zero" in outcome.fault


def test_a_case_that_cannot_be_worked_out_is_a_miss_that_says_why() -> None:
    told = case({"id": "f", "value": 1, "checks": [{"formula": "npv"}]})
    lines = tuple(replace(line, price_year=1990) for line in told.lines)
    outcome = prove(replace(told, lines=lines)).figures[0].outcomes[0]
    assert outcome.reproduces == "no"
    assert "the case cannot be worked out" in outcome.fault


NO = {"id": "no", "formula": "visits", "intervals": {"visits": [200, 200]}}
NEARER = {"id": "nearer", "formula": "visits + 5"}
CIRCULAR = {"id": "circular", "formula": "210", "circular": True}
ASSUMED = {"id": "assumed", "formula": "209.9", "assumptions": ["x"]}
FAR = {"id": "far", "formula": "209.6"}
POINT = {"id": "point", "formula": "210.1"}

# the checks of a figure of 210 | the one that decides | what is found
DECIDED: list[tuple[list[dict[str, Any]], str | None, Finding]] = [
    ([], None, Finding.NOT_REPRODUCIBLE),
    ([NO, NEARER], "nearer", Finding.NOT_REPRODUCIBLE),
    ([NO, CIRCULAR], "circular", Finding.ONLY_UNDER_A_READING),
    ([CIRCULAR, ASSUMED], "assumed", Finding.ONLY_UNDER_A_READING),
    ([ASSUMED, FAR, POINT], "point", Finding.REPRODUCED),
]


@pytest.mark.parametrize(("checks", "best", "finding"), DECIDED)
def test_the_best_outcome_decides_and_all_are_kept(
    checks: list[dict[str, Any]], best: str | None, finding: Finding
) -> None:
    proof = proved({"value": 210, "checks": checks})
    assert proof.verdict is finding
    assert (proof.best.check.id if proof.best else None) == best
    assert len(proof.outcomes) == len(checks)


def test_a_figure_without_a_check_has_nothing_to_show() -> None:
    proof = proved({"value": 210, "reason": "The page is missing"})
    assert (proof.computed, proof.deviation, proof.power) == (None, None, None)
    assert proof.reason == "The page is missing"


def test_what_was_not_printed_is_implied_also_where_a_check_of_it_hits() -> None:
    assert proved({"value": None}).verdict is Finding.IMPLIED
    hit = {"formula": "visits", "expects": 200}
    proof = proved({"value": None, "checks": [hit]})
    assert (proof.verdict, proof.outcomes[0].reproduces) == (Finding.IMPLIED, "yes")


def test_facts_that_nothing_reads_and_figures_without_a_check_are_listed() -> None:
    volume = {
        "id": "licence",
        "title": "Licence",
        "scenario": 1,
        "place": "operation.licences.running",
        "amount": 10,
        "behaviour": {"kind": "variable", "volume": "visitors"},
    }
    told = case(
        {
            "id": "one",
            "value": 200,
            "checks": [{"formula": "visits + share", "inputs": {"share": 0}}],
        },
        {"id": "two", "value": 3},
        costs=[volume],
        readings={"other": {"title": "Other", "assumptions": {"visits": 3}}},
    )
    proof = prove(told)
    assert proof.unused == ("share", "spare")
    assert proof.unchecked == ("two",)
    assert proof.counts[Finding.NOT_REPRODUCIBLE] == 1
    assert proof.figure("one").computed == 200
    with pytest.raises(KeyError):
        proof.figure("three")


def test_the_page_has_the_sums_and_a_row_for_every_figure() -> None:
    told = case(
        {
            "id": "one",
            "title": "A | b",
            "value": 200,
            "unit": "visits",
            "checks": [{"formula": "visits"}],
        },
        {"id": "two", "value": 3, "reason": "Not printed\nanywhere"},
        {"id": "three", "value": None, "checks": [{"formula": "1 / 0"}]},
        {"id": "four", "value": 134, "checks": [{"formula": "100 * roi", "reading": "with_extra"}]},
    )
    page = markdown([prove(told)]).split("\n")
    assert page[0].startswith("| Case | reproduced | only under a reading |")
    assert page[2] == "| Sample | 1 | 1 | 1 | 1 | 3 |"
    assert page[3] == "| **All** | 1 | 1 | 1 | 1 | 3 |"
    assert "| A \\| b | 200 visits | 200 | reproduced | one: 200 (yes) |  |" in page
    assert "| two | 3 |  | not reproducible | none | Not printed anywhere |" in page
    assert any(
        row.startswith("| three |  |  | implied | three: no value (no) | column 1") for row in page
    )
    assert any("(ambiguous, reading with_extra)" in row for row in page)
    assert page[-2:] == ["Facts that nothing reads: share, visitors, spare.", ""]


def test_a_case_that_uses_all_its_facts_says_nothing_of_them() -> None:
    told = case({"id": "one", "value": 3}, assumptions={}, costs=[], benefits=[], readings={})
    assert "Facts that" not in markdown([prove(told)])


@pytest.mark.parametrize(
    ("value", "text"),
    [(Decimal("1E+3"), "1000"), (Decimal("-0.5000"), "-0.5"), (7, "7"), ([True, None], "[true, ]")],
)
def test_a_value_is_shown_plainly(value: Any, text: str) -> None:
    assert shown(value) == text
