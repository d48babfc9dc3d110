"""A case evaluated to the øre: every line by year, scenario 0 against scenario 1."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from gevinst.engines.businesscase.calculus.line_years import LineYears, line_years
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.calculus.shares import transferred
from gevinst.engines.businesscase.calculus.values import Values
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.money import half_up

ZERO = Decimal(0)
Series = tuple[Decimal, ...]


def evaluate(case: Case, reading: str = "", given: Mapping[str, Decimal] | None = None) -> Result:
    """The case worked out, under a named reading, with some assumptions replaced by `given`.

    Raises `ValueError` where an assumption, an index or a baseline cannot be worked out, `KeyError` for an
    unknown reading.
    """
    chosen = case.under(reading)
    values = Values(chosen, given)
    lines = tuple(line_years(line, values) for line in chosen.lines)
    return Result(
        case=chosen,
        reading=reading,
        lines={each.line.id: each for each in lines},
        values={name: values.at(name, chosen.first) for name in chosen.assumptions},
        gains=_gains(chosen, lines),
        costs=_costs(chosen, lines),
        transfers=tuple(half_up(transferred(chosen, year)) for year in chosen.years),
        cost_0=_total(chosen, lines, ("0", "both")),
        cost_1=_total(chosen, lines, ("1", "both")),
    )


def relief(line: LineYears, lines: tuple[LineYears, ...]) -> Series:
    """What scenario 1 spends less than scenario 0 on a line (DKK by year); negative where it spends more."""
    left = [each for each in lines if each.line.continues == line.line.id]
    return tuple(
        then - sum((each.dkk[t] for each in left), ZERO) for t, then in enumerate(line.dkk)
    )


def _gains(case: Case, lines: tuple[LineYears, ...]) -> Mapping[str, Series]:
    """Positive effects by line: explicit benefits, and what a line of scenario 0 costs less."""
    explicit = {each.line.id: each.dkk for each in lines if each.line.is_benefit}
    spared = {
        each.line.id: _above(relief(each, lines)) for each in lines if each.line.scenario == "0"
    }
    return {**explicit, **spared}


def _costs(case: Case, lines: tuple[LineYears, ...]) -> Mapping[str, Series]:
    """Costs of the project by line: what only scenario 1 has, and what a continued line costs more."""
    own = {
        each.line.id: each.dkk
        for each in lines
        if each.line.scenario == "1" and not each.line.continues
    }
    more = {
        each.line.id: _above(tuple(-value for value in relief(each, lines)))
        for each in lines
        if each.line.scenario == "0"
    }
    return {**own, **{name: series for name, series in more.items() if any(series)}}


def _above(series: Series) -> Series:
    return tuple(max(value, ZERO) for value in series)


def _total(case: Case, lines: tuple[LineYears, ...], scenarios: tuple[str, ...]) -> Series:
    chosen = [each.dkk for each in lines if each.line.scenario in scenarios]
    return tuple(sum((series[t] for series in chosen), ZERO) for t in range(len(case.years)))
