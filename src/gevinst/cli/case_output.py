"""A case worked out, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from gevinst.cli.case_numbers import kr, percent, years
from gevinst.cli.language import spoken
from gevinst.engines.businesscase.calculus.analysis import Analysis
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.indicators.break_even import BreakEven
from gevinst.engines.money import danish

WIDTH = 100
LABEL, COLUMN = 22, 13


def evaluate_lines(found: Analysis) -> str:
    """Year by year, then the results, then how far they may lie."""
    result = found.result
    return "\n".join(
        [
            *_title(result),
            "",
            *yearly(result),
            "",
            *figures(found),
            *_uncertain(found),
        ]
    )


def _title(result: Result) -> list[str]:
    reading = result.case.readings.get(result.reading)
    told = [f"{result.case.title} ({spoken('priser i', 'prices of')} {result.case.price_year})"]
    return [*told, f"{spoken('Læsning', 'Reading')}: {reading.title}"] if reading else told


def yearly(result: Result) -> list[str]:
    """A table: scenario 0 and 1, gain, cost, net and cumulative in whole DKK by year, as many as fit."""
    rows = {
        spoken("Scenarie 0", "Scenario 0"): result.cost_0,
        spoken("Scenarie 1", "Scenario 1"): result.cost_1,
        spoken("Gevinst", "Gain"): result.gain,
        spoken("Udgift", "Cost"): result.cost,
        spoken("Netto", "Net"): result.net,
        spoken("Akkumuleret", "Cumulative"): result.cumulative,
    }
    fit = (WIDTH - LABEL) // COLUMN
    parts = [range(at, min(at + fit, len(result.years))) for at in range(0, len(result.years), fit)]
    return [line for part in parts for line in _block(rows, result.years, part)]


def _block(
    rows: Mapping[str, Sequence[Decimal]], years: Sequence[int], part: range
) -> Iterator[str]:
    yield " " * LABEL + "".join(f"{years[t]:>{COLUMN}}" for t in part)
    for label, series in rows.items():
        yield f"{label:<{LABEL}}" + "".join(f"{danish(series[t], 0, ''):>{COLUMN}}" for t in part)


def figures(found: Analysis) -> list[str]:
    """The results by name."""
    result = found.result
    rows = {
        spoken("Netto i alt", "Net in all"): kr(result.total),
        spoken("Afkast (ROI)", "Return (ROI)"): percent(result.roi()),
        spoken("Går i nul", "Breaks even"): _turn(result.break_even(), result),
        spoken("Tilbagebetaling", "Payback"): years(result.payback()),
        spoken("Nutidsværdi", "Present value"): kr(found.npv),
        spoken("Investering", "Investment"): kr(result.investment),
        spoken("Frigivne timer om året", "Hours freed a year"): _mean(result, result.hours),
        spoken("Frigivne årsværk", "FTE freed"): _mean(result, result.fte, 1),
        spoken("Risikopulje", "Risk pool"): kr(found.pool.total),
    }
    return [f"{label:<{LABEL + 6}}{value}" for label, value in rows.items() if value]


def _uncertain(found: Analysis) -> list[str]:
    seen, first = found.simulation, found.propagated
    if seen is None or first is None:
        return []
    low, high = Decimal(round(seen.measure.p10 or 0)), Decimal(round(seen.measure.p90 or 0))
    below = Decimal(str(seen.probability_negative))
    told = [
        "",
        spoken("Usikkerhed", "Uncertainty"),
        f"  {spoken('Ventet netto', 'Expected net'):<{LABEL + 4}}{kr(Decimal(round(first.mean)))}",
        f"  {spoken('8 af 10 gange mellem', '8 times of 10 between'):<{LABEL + 4}}{kr(low)} - {kr(high)}",
        f"  {spoken('Under nul', 'Below zero'):<{LABEL + 4}}{percent(below)}",
        f"  {spoken('Det betyder mest', 'What matters most')}",
    ]
    return [*told, *(_bar(bar.name, bar.at_low, bar.at_high) for bar in found.bars[:5])]


def _bar(name: str, low: float, high: float) -> str:
    return f"    {name:<{LABEL + 2}}{kr(Decimal(round(low)))} - {kr(Decimal(round(high)))}"


def _turn(found: BreakEven | None, result: Result) -> str:
    if found is None:
        return spoken("ikke i perioden", "not within the period")
    origin = spoken("projektets start", "the start of the project")
    if result.case.origin == "operation_start":
        origin = spoken("drift", "operation")
    return f"{found.year} ({spoken('år', 'year')} {found.period} {spoken('fra', 'from')} {origin})"


def _mean(result: Result, series: Sequence[Decimal], decimals: int = 0) -> str:
    running = series[result.case.operation_from - result.case.first :]
    mean = sum(running, Decimal(0)) / len(running)
    return danish(mean, decimals, "") if mean else ""
