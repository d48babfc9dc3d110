"""What an estimate is judged by and fed from: the size of the expenditure, and a process's own years."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.estimators import Estimate, Threshold, precision, required_method
from gevinst.engines.businesscase.figures.formula import Formula
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.lines import Line
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.parameters import at, price_growth, steps
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.queries.effects import Sums, by_month, effects, together
from gevinst.shared.actor import Actor

ZERO = Decimal(0)
# What a process's runs can be counted in, by year.
COUNTS: Mapping[str, Callable[[Sums], Decimal]] = {
    "items": lambda sums: Decimal(sums.untouched + sums.exceptions),
    "untouched": lambda sums: Decimal(sums.untouched),
    "exceptions": lambda sums: Decimal(sums.exceptions),
    "hours": lambda sums: sums.hours,
    "dkk": lambda sums: sums.amount,
    "runs": lambda sums: Decimal(sums.runs),
}


@dataclass(frozen=True, slots=True)
class Requirement:
    """What an assumption moves (DKK over the horizon), the method that calls for, and whose rule it is."""

    amount: Decimal
    method: str
    source: str
    since: date

    def falls_short(self, estimate: Estimate) -> Note | None:
        """The note where the estimate's method ranks below the required one."""
        return precision(estimate, self.amount, _thresholds(self.since))


def requirement(text: str, name: str, on: date) -> Requirement | None:
    """What the assumption's size calls for on a day; None where the case has faults, or nothing reads it."""
    known = evaluated(text)
    if known.case is None or known.result is None or name not in known.case.assumptions:
        return None
    lines = lines_reading(known.case, name)
    if not lines:
        return None
    amount = _moved(known.result, lines)
    held = at("required-method", on)
    return Requirement(amount, required_method(amount, _thresholds(on)), held.source, held.start)


def _thresholds(on: date) -> list[Threshold]:
    return [Threshold(amount, method) for amount, method in steps("required-method", on).items()]


def _moved(result: Result, lines: Iterable[str]) -> Decimal:
    """Every effect of these lines once, DKK over the horizon."""
    wanted = set(lines)
    effects_ = (*result.gains.items(), *result.costs.items())
    return sum((sum(series, ZERO) for name, series in effects_ if name in wanted), ZERO)


def lines_reading(case: Case, name: str) -> tuple[str, ...]:
    """The lines whose amount follows the assumption, also through other assumptions."""
    wanted = {name}
    while True:
        through = {
            each.name
            for each in case.assumptions.values()
            if each.formula is not None and each.formula.names & wanted
        }
        if through <= wanted:
            break
        wanted |= through
    return tuple(line.id for line in case.lines if _reads(line, wanted))


def _reads(line: Line, names: set[str]) -> bool:
    formulas: list[Formula] = list(line.amount.terms.values())
    if line.behaviour.volume is not None:
        formulas.append(line.behaviour.volume)
    return any(formula.names & names for formula in formulas)


def rates_of(text: str) -> dict[int, Decimal]:
    """Price rises by year: the state's general index, and the case's own on top of it."""
    case = evaluated(text).case
    own = {} if case is None else case.price_levels.get("general", {})
    return {**price_growth("general"), **own}


@dataclass(frozen=True, slots=True)
class OwnYears:
    """A process's whole years by year, and the years that are left out because they are not whole."""

    by_year: Mapping[int, Decimal]
    partial: tuple[int, ...]


def own_years(actor: Actor, process_id: int, what: str, today: date) -> OwnYears:
    """What the runs of a process came to by year, as one of `COUNTS`; the first and this year if not whole.

    Raises `KeyError` for something that is not counted.
    """
    count = COUNTS[what]
    months: dict[int, list[Sums]] = {}
    for line in by_month(effects(actor, process=process_id, until=today)):
        if line.month is not None:
            months.setdefault(line.month.year, []).append(line.sums)
    sums = {year: together(parts) for year, parts in sorted(months.items())}
    partial = tuple(year for year, held in sums.items() if not _whole(year, held, sums, today))
    whole = {year: count(held) for year, held in sums.items() if year not in partial}
    return OwnYears(whole, partial)


def _whole(year: int, held: Sums, every: Mapping[int, Sums], today: date) -> bool:
    """Whether a year was run from its first month to its end."""
    begun = year > min(every) or (held.first is not None and held.first.month == 1)
    return begun and year < today.year
