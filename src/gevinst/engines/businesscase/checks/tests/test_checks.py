"""Every code: a case that has it, and the same case put right."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.tests.cases import benefit, case, cost
from gevinst.engines.businesscase.checks import CODES, Severity, findings
from gevinst.engines.businesscase.checks.figures import in_dkk
from gevinst.engines.businesscase.checks.printed_digits import digits_changed

Parts = dict[str, Any]
SOURCE = {"document": "report", "line": 12}
OWN = cost("team", place="project.resources.internal", amount=10, when={"at": 2020})
STAFF = cost("staff", "both", amount=300)
GAIN = benefit("gain", relieves="staff", owner="Head of care")
FUND: Parts = {"parties": ["town", "fund"], "perspective": ["town"]}
GRANT = {"id": "grant", "title": "Grant", "from": "fund", "to": "town", "amounts": {"2020": 900}}
BUY = cost("buy", place="project.acquisition.external", amount=900, when={"at": 2020})


def figure(value: Any, unit: str = "", **other: Any) -> Parts:
    """A published figure."""
    return {"id": "printed", "title": "Printed", "value": value, "unit": unit, **other}


def per_robot(**counts: int) -> Parts:
    """Hours a robot, beside counts of robots."""
    assumptions = {name: {"value": value, "unit": "robots"} for name, value in counts.items()}
    return {"assumptions": assumptions, "published": [figure(340.4, "h/robot")]}


def windows(*last: int) -> Parts:
    """Figures of one line of the source that end in different years."""
    made = [
        {**figure(no, source=SOURCE, window={"from": 2020, "to": year}), "id": f"printed{no}"}
        for no, year in enumerate(last)
    ]
    return {"published": made}


def rate(before: str, after: str, formula: str, unit: str = "%") -> Parts:
    """A gain worked out from two values of a unit."""
    assumptions = {"b": {"value": 69, "unit": before}, "a": {"value": 72, "unit": after}}
    return {
        "assumptions": assumptions,
        "published": [figure(3, unit, checks=[{"formula": formula}])],
    }


def counted(one: str, other: str, value: int = 438000) -> Parts:
    """Two values of cases in two units."""
    return {
        "assumptions": {"x": {"value": 440000, "unit": one}, "y": {"value": value, "unit": other}}
    }


def known(**other: Any) -> Parts:
    """A cost that rests on one value with a source."""
    value = {"value": 100, "source": SOURCE, "status": "reported", **other}
    return {"assumptions": {"x": value}, "costs": [cost("own", amount="x"), OWN]}


def hours(rate: int) -> Parts:
    """A benefit of hours at a rate."""
    return {"benefits": [benefit("gain", amount={"driver": "hours", "hours": 10, "rate": rate})]}


def estimated(method: str) -> Parts:
    """Two million a year that rest on a method."""
    value = {"value": 2_000_000, "source": SOURCE, "method": method}
    return {"assumptions": {"x": value}, "costs": [cost("big", amount="x")]}


# code | a case that has it | the same put right
TABLE: list[tuple[str, Parts, Parts]] = [
    (
        "cumulative-as-annual",
        {
            "costs": [BUY],
            "benefits": [benefit("g", amount=1000)],
            "published": [figure(2100, "DKK/year")],
        },
        {
            "costs": [BUY],
            "benefits": [benefit("g", amount=1000)],
            "published": [figure(1000, "DKK/year")],
        },
    ),
    ("different-windows", windows(2021, 2022), windows(2022, 2022)),
    ("unstated-count", per_robot(all=130, active=90), per_robot(active=110)),
    (
        "residual-charged",
        {"costs": [STAFF, cost("left", residual_of="staff")], "benefits": [GAIN]},
        {"costs": [STAFF, cost("left")], "benefits": [GAIN]},
    ),
    ("percent-or-points", rate("%", "%", "a - b"), rate("%", "%", "100 * (a / b - 1)")),
    ("percent-or-points", rate("%", "%", "1", "% or pp"), rate("%", "%", "a - b", "pp")),
    (
        "year-or-to-date",
        counted("cases/year", "cases since start"),
        counted("cases/year", "cases/year"),
    ),
    (
        "year-or-to-date",
        counted("cases/year", "cases since start"),
        counted("cases/year", "cases since start", 70000),
    ),
    (
        "funding-makes-positive",
        {**FUND, "costs": [BUY], "transfers": [GRANT]},
        {**FUND, "costs": [BUY], "transfers": [GRANT], "perspective": ["town", "fund"]},
    ),
    ("hours-cannot-carry", hours(541), hours(390)),
    ("value-not-stated", known(source="", status="assumed"), known()),
    ("internal-time-left-out", {"costs": [BUY]}, {"costs": [BUY, OWN]}),
    ("scaled-pilot", known(n=1), known(n=2)),
    ("small-sample", known(n=21), known(n=79)),
    (
        "effect-counted-twice",
        {"costs": [cost("staff", "0", amount=300)], "benefits": [GAIN]},
        {"costs": [STAFF], "benefits": [GAIN]},
    ),
    (
        "benefit-over-line",
        {
            "costs": [STAFF],
            "benefits": [{**GAIN, "amount": 200}, {**GAIN, "id": "more", "amount": 101}],
        },
        {
            "costs": [STAFF],
            "benefits": [{**GAIN, "amount": 200}, {**GAIN, "id": "more", "amount": 100}],
        },
    ),
    ("relieves-nothing", {"benefits": [benefit("g")]}, {"costs": [STAFF], "benefits": [GAIN]}),
    ("no-owner", {"benefits": [benefit("g")]}, {"costs": [STAFF], "benefits": [GAIN]}),
    ("no-range", known(), known(low=90, high=120)),
    (
        "no-risks",
        {"costs": [BUY]},
        {
            "costs": [BUY],
            "risks": [{"id": "r", "title": "Late", "probability": 0.2, "consequence": 5}],
        },
    ),
    (
        "negative-again",
        {"costs": [cost("end", when={"at": 2022}, amount=500)], "benefits": [benefit("g")]},
        {"costs": [cost("end", when={"at": 2022}, amount=200)], "benefits": [benefit("g")]},
    ),
    (
        "never-breaks-even",
        {"costs": [BUY], "benefits": [benefit("g")]},
        {"costs": [BUY], "benefits": [benefit("g", amount=400)]},
    ),
    ("method-too-weak", estimated("three_point"), estimated("market")),
]


def codes(parts: Parts, **computed: Decimal) -> set[str]:
    """The codes that the checks find in a case."""
    return {each.code for each in findings(evaluate(case(**parts)), computed)}


@pytest.mark.parametrize(("code", "wrong", "right"), TABLE)
def test_found_where_it_is_and_only_there(code: str, wrong: Parts, right: Parts) -> None:
    assert code in codes(wrong)
    assert code not in codes(right)


# printed | computed | whether two digits have changed places
DIGITS: list[tuple[str, str, bool]] = [
    ("315000", "351000", True),
    ("315000", "315000", False),
    ("315000", "513000", False),
    ("315000", "352000", False),
    ("315000", "35100", False),
    ("-315", "-351", True),
]


@pytest.mark.parametrize(("printed", "computed", "expected"), DIGITS)
def test_transposed_digits(printed: str, computed: str, *, expected: bool) -> None:
    assert digits_changed(Decimal(printed), Decimal(computed)) is expected
    found = codes({"published": [figure(int(printed))]}, printed=Decimal(computed))
    assert ("transposed-digits" in found) is expected


SHARES = {
    "published": [
        {**figure(80, "%"), "id": "staff", "title": "Share of FTE"},
        {**figure(80, "%"), "id": "cases", "title": "Share of cases"},
    ]
}
# what the two shares come to | whether one of them is reused
REUSED: list[tuple[dict[str, str], bool]] = [
    ({"staff": "80", "cases": "86.3"}, True),
    ({"staff": "80", "cases": "80.2"}, False),
    ({"staff": "80"}, False),
    ({"staff": "81", "cases": "86.3"}, False),
]


@pytest.mark.parametrize(("computed", "expected"), REUSED)
def test_a_share_used_for_two_things(computed: dict[str, str], *, expected: bool) -> None:
    found = codes(SHARES, **{name: Decimal(value) for name, value in computed.items()})
    assert ("share-reused" in found) is expected


def test_every_code_is_explained_and_every_trap_has_one() -> None:
    assert {each.trap for each in CODES.values()} == set(range(14))
    tried = {row[0] for row in TABLE} | {"transposed-digits", "share-reused"}
    assert tried == set(CODES)


def test_the_gravest_stand_first() -> None:
    wrong = {"costs": [cost("staff", "0", amount=300), BUY], "benefits": [GAIN]}
    order = [Severity(str(each.facts["severity"])) for each in findings(evaluate(case(**wrong)))]
    assert order == sorted(order, key=list(Severity).index)
    assert order[0] is Severity.ERROR


UNITS: list[tuple[Any, str, str | None]] = [
    (1.3, "mio DKK", "1300000"),
    (76, "t.kr.", "76000"),
    (490000, "DKK/home/year", "490000"),
    (340.4, "h/robot", None),
    (True, "DKK", None),
]


@pytest.mark.parametrize(("value", "unit", "dkk"), UNITS)
def test_a_printed_amount_in_dkk(value: Any, unit: str, dkk: str | None) -> None:
    printed = case(published=[figure(value, unit)]).published[0]
    assert in_dkk(printed) == (None if dkk is None else Decimal(dkk))
