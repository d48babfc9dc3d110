"""The case that the documents walk by hand: every sum on the page comes out, and is what the engine says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from gevinst.engines.businesscase.calculus.analysis import Analysis, analyse
from gevinst.engines.businesscase.calculus.risk_pool import risks
from gevinst.engines.businesscase.cases import load
from gevinst.engines.businesscase.figures.formula import parse
from gevinst.engines.businesscase.figures.published import Published
from gevinst.engines.businesscase.indicators import discount_factors, present_values
from gevinst.engines.businesscase.proof import Finding, prove
from gevinst.engines.businesscase.risk import Risk

D = Decimal
PAGE = Path(__file__).resolve().parent.parent / "docs/explanation/a-case-by-hand.md"
MIO = D(1_000_000)
READINGS = ("", "residual")
SIGNS = str.maketrans({"×": "*", "−": "-"})


def sections() -> dict[str, list[list[str]]]:
    """Heading -> the rows of the tables below it, without heads; cells without marks."""
    found: dict[str, list[list[str]]] = {}
    for part in PAGE.read_text("utf-8").split("\n## ")[1:]:
        heading, _, body = part.partition("\n")
        tables = re.findall(r"^\|.*\n\|[-|]+\n((?:\|.*\n?)+)", body, re.MULTILINE)
        found[heading] = [_cells(row) for table in tables for row in table.splitlines()]
    return found


def _cells(row: str) -> list[str]:
    return [cell.strip().strip("*`").translate(SIGNS) for cell in row.strip("|").split("|")]


TABLES = sections()


@cache
def analysis(reading: str) -> Analysis:
    return analyse(load("c08_koebenhavn_iga"), reading, draws=100)


def row(heading: str, first: str) -> list[str]:
    """The row of a table that begins with these words."""
    return next(each for each in TABLES[heading] if each[0].startswith(first))


def shown(value: Decimal, like: str) -> Decimal:
    """A value with as many decimals as it has on the page, halves away from zero."""
    places = D(1).scaleb(-len(like.partition(".")[2]))
    return value.quantize(places, "ROUND_HALF_UP")


def sums() -> Iterator[tuple[str, str]]:
    """Every cell that is a sum, with the cell after it."""
    for rows in TABLES.values():
        for cells in rows:
            for at, cell in enumerate(cells[:-1]):
                if re.fullmatch(r"[\d.()\s]+[-+*/][-+*/\d.()\s]+", cell):
                    yield cell, cells[at + 1]


@pytest.mark.parametrize(("written", "comes_to"), sorted(set(sums())))
def test_every_sum_comes_out(written: str, comes_to: str) -> None:
    assert shown(D(str(parse(written).value({}))), comes_to) == D(comes_to)


def test_the_page_has_all_its_sums() -> None:
    assert len(list(sums())) == 35


@pytest.mark.parametrize("cells", TABLES["What was printed"][:6], ids=lambda cells: cells[0])
def test_the_facts_are_those_of_the_case_file(cells: list[str]) -> None:
    fact = load("c08_koebenhavn_iga").assumptions[cells[0]]
    assert (fact.value, fact.unit) == (D(cells[1]), cells[2])


def test_the_price_of_an_fte_is_the_engine_s() -> None:
    assert analysis("").result.values["fte_cost"] == D(row("What was printed", "DKK a year")[2])


YEARS = {
    "": "Year by year, as it stands",
    "residual": "Year by year, the residual as a cost",
}


@pytest.mark.parametrize("reading", READINGS)
def test_every_line_of_every_year(reading: str) -> None:
    result = analysis(reading).result
    lines = {name: each.dkk for name, each in result.lines.items()}
    series = {**lines, "net": result.net, "cumulative": result.cumulative}
    written = {
        cells[0].strip("*").partition(",")[0].split(" ")[0]: cells[1:]
        for cells in TABLES[YEARS[reading]]
    }
    for name, cells in written.items():
        assert [D(cell) * MIO for cell in cells[:6]] == list(series[name]), name
        assert not cells[6] or D(cells[6]) * MIO == sum(series[name]), name
    assert {*lines, "net", "cumulative"} - set(written) <= {"staff"}


def results(reading: str) -> dict[str, Decimal | int | None]:
    """What the engine says, by the first words of a row of the page's table of results."""
    result = analysis(reading).result
    first, within = result.break_even(), result.break_even("interpolated")
    assert first is not None
    assert within is not None
    return {
        "all costs": sum(result.cost) / MIO,
        "all gains": sum(result.gain) / MIO,
        "net, B": result.total / MIO,
        "ROI, %": 100 * (result.roi() or D(0)),
        "ROI on": 100 * (result.roi("net_over_investment") or D(0)),
        "benefit-cost": result.roi("benefit_cost_ratio"),
        "break-even, year": first.period,
        "break-even, within": within.years,
        "mean net": result.annual_net / MIO,
        "payback from operation": result.payback(),
        "payback from project": result.payback("project_start"),
    }


@pytest.mark.parametrize(("reading", "column"), [("", 2), ("residual", 4)])
def test_every_result(reading: str, column: int) -> None:
    said = results(reading)
    assert len(TABLES["The results, both readings"]) == len(said)
    for name, value in said.items():
        cell = row("The results, both readings", name)[column]
        assert shown(D(value or 0), cell) == D(cell), name


@pytest.mark.parametrize(("reading", "column"), [("", 3), ("residual", 5)])
def test_every_discounted_year(reading: str, column: int) -> None:
    *years, last = TABLES["The present value"]
    found = analysis(reading)
    factors = discount_factors(6, found.rates)
    values = present_values(found.result.net, found.rates, from_year=0)
    for t, cells in enumerate(years):
        assert (int(cells[0]), int(cells[1])) == (found.result.years[t], t)
        assert shown(factors[t], cells[2]) == D(cells[2])
        assert D(cells[column]) * MIO == found.result.net[t]
        assert shown(values[t] / MIO, cells[column + 1]) == D(cells[column + 1])
    assert shown(found.npv / MIO, last[column + 1]) == D(last[column + 1])


@pytest.mark.parametrize("risk", risks(load("c08_koebenhavn_iga")), ids=lambda risk: risk.id)
def test_every_risk(risk: Risk) -> None:
    probability, low, likely, high, mean, expected = map(D, row("The risk pool", risk.id)[1:])
    assert probability == risk.probability
    assert (low, likely, high) == (
        risk.consequence.minimum,
        risk.consequence.likely,
        risk.consequence.maximum,
    )
    assert shown((low + likely + high) / 3, "0.00") == mean
    assert analysis("").pool.by_risk[risk.id] == expected


def test_the_pool_is_their_sum() -> None:
    *parts, pool = TABLES["The risk pool"]
    assert sum(D(cells[6]) for cells in parts) == D(pool[6]) == analysis("").pool.total
    assert {shown(each, "0.0") for each in analysis("").pool.by_year.values()} == {D("132777.8")}
    assert analysis("").pool.by_year[2021] == D("132777.78")


TORNADO = TABLES["The tornado, one driver"]


@pytest.mark.parametrize(("reading", "column"), [("", 2), ("residual", 4)])
def test_the_tornado_of_one_driver(reading: str, column: int) -> None:
    bar = next(bar for bar in analysis(reading).bars if bar.name == "fte_cost")
    written = [float(cells[column]) * 1e6 for cells in TORNADO[:4]]
    assert written == pytest.approx([bar.at_low, bar.base, bar.at_high, bar.swing])
    ends = [bar.spread.low, bar.spread.likely, bar.spread.high]
    assert [float(cells[0]) * 1e6 for cells in TORNADO[:3]] == ends


@pytest.mark.parametrize(("reading", "column"), [("", 3), ("residual", 6)])
def test_every_bar_of_the_tornado(reading: str, column: int) -> None:
    written = {cells[0]: [float(cell) for cell in cells[1:]] for cells in TORNADO[4:]}
    bars = analysis(reading).bars
    assert {bar.name for bar in bars} == set(written)
    for bar in bars:
        told = written[bar.name]
        assert told[:2] == [bar.spread.low, bar.spread.high]
        reached = [bar.at_low, bar.at_high, bar.swing]
        assert [1e6 * each for each in told[column - 1 : column + 2]] == pytest.approx(reached)


def test_the_longest_bars_are_those_told() -> None:
    longest = [analysis(reading).bars[0].name for reading in READINGS]
    assert longest == ["fte_cost", "running_cost_per_year"]


@pytest.mark.parametrize("reading", READINGS)
def test_the_switching_value(reading: str) -> None:
    switches = {each.spread.name: each for each in analysis(reading).switches}
    written = row("The switching value", reading or "as it stands")[2]
    assert switches["fte_cost"].value == pytest.approx(1e6 * float(written), rel=1e-5)
    assert [each.spread.name for each in switches.values() if each.inside] == []


@pytest.mark.parametrize("reading", READINGS)
def test_the_printed_return_against_its_interval(reading: str) -> None:
    _, value, low, high, inside = row("How the printed return is judged", reading or "as it stands")
    interval = Published(D("13.2"), 1).interval()
    found = results(reading)["ROI, %"]
    assert found is not None
    assert (D(low), D(high)) == (interval.low, interval.high)
    assert shown(D(found), value) == D(value)
    assert (D(found) in interval) is (inside == "yes")


def test_the_verdict_is_the_one_told() -> None:
    proof = prove(load("c08_koebenhavn_iga"))
    figures = [
        proof.figure(name) for name in ("roi-five-years", "net-five-years", "years-until-positive")
    ]
    assert {each.verdict for each in figures} == {Finding.ONLY_UNDER_A_READING}
    assert figures[0].power == "strong"
