"""A case file worked out: its faults or its result, what there is to say, how far it may lie.

The same text gives the same answer, so each process keeps the latest answers by text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import cast

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.outcome import outcome
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.calculus.risk_pool import events as case_events
from gevinst.engines.businesscase.calculus.spreads import spreads
from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.engines.businesscase.casefile.read import check
from gevinst.engines.businesscase.checks import Severity, findings
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.parameters import at, number
from gevinst.engines.businesscase.uncertainty import Spread, simulate

__all__ = [
    "Discount",
    "Evaluated",
    "Range",
    "case_events",
    "discount",
    "effective_hours",
    "evaluated",
    "headline",
    "net_range",
    "yearly",
]

KEPT = 128
DRAWS, SEED = 2_000, 1
# Where only risks are uncertain, a driver that does not move says how many draws there are.
STILL = Spread("still", 0, 0, 0, "fixed")
RATE = "discount-rate"
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A case file read and worked out; `case` and `result` are None where there are faults."""

    case: Case | None
    faults: tuple[CaseFault, ...]
    result: Result | None
    notes: tuple[Note, ...] = ()

    @property
    def errors(self) -> tuple[Note, ...]:
        """The notes that say something is wrong, not only to be looked at."""
        return tuple(note for note in self.notes if note.facts.get("severity") == Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Range:
    """The total net in a tenth and nine tenths of `draws` simulations (DKK), and the share below 0."""

    low: Decimal
    high: Decimal
    negative: Decimal
    never: Decimal
    draws: int = DRAWS
    seed: int = SEED


@dataclass(frozen=True, slots=True)
class Discount:
    """The rates that a present value is counted by: from which date they hold, and who says so."""

    rates: Mapping[int, Decimal]
    since: date
    source: str


@lru_cache(maxsize=KEPT)
def evaluated(text: str, reading: str = "") -> Evaluated:
    """A case file worked out, under a reading it has (else as it stands)."""
    case, faults = check(text)
    if case is None:
        return Evaluated(None, tuple(faults), None)
    result = evaluate(case, reading if reading in case.readings else "")
    return Evaluated(case, (), result, tuple(findings(result)))


@lru_cache(maxsize=KEPT)
def net_range(text: str, reading: str = "") -> Range | None:
    """How far the total net may lie; None where nothing is uncertain, or the file has faults."""
    known = evaluated(text, reading)
    if known.case is None or known.result is None:
        return None
    case, chosen = known.result.case, known.result.reading
    try:
        varied, happening = spreads(known.case, chosen), case_events(case)
        if not varied and not happening:
            return None
        net = outcome(known.case, chosen)
        seen = simulate(net, varied or [STILL], n=DRAWS, seed=SEED, events=happening, bins=20)
    except ValueError:
        return None
    return Range(
        low=_rounded(seen.measure.p10),
        high=_rounded(seen.measure.p90),
        negative=Decimal(str(round(seen.probability_negative, 3))),
        never=Decimal(str(round(seen.probability_never, 3))),
    )


def _rounded(value: float | None) -> Decimal:
    return Decimal(round(value or 0))


def discount(case: Case, on: date) -> Discount:
    """The rates of the year that the case names, else of its price year; of `on` where there are none."""
    named = case.discount[:4]
    year = int(named) if named.isdigit() else case.price_year
    try:
        held = at(RATE, year)
    except ValueError:
        held = at(RATE, on)
    return Discount(cast("Mapping[int, Decimal]", held.value), held.start, held.source)


def effective_hours(result: Result, on: date) -> Decimal:
    """Hours a year of an FTE: a number or an assumption that the case names, else the shipped ones."""
    stated = result.case.effective_hours
    if stated in result.values:
        return result.values[stated]
    try:
        given = Decimal(stated)
    except InvalidOperation:
        given = ZERO
    return given if given > 0 else number("hours-norm", on) * number("utilisation", on)


def yearly(result: Result, on: date) -> tuple[Decimal, Decimal]:
    """Hours and FTE freed in a mean year of operation; each from the other where no line tells it."""
    start = result.case.operation_from - result.case.first
    hours, fte = result.hours[start:], result.fte[start:]
    mean_hours = sum(hours, ZERO) / len(hours)
    mean_fte = sum(fte, ZERO) / len(fte)
    effective = effective_hours(result, on)
    if not mean_fte:
        return mean_hours, mean_hours / effective
    return mean_hours or mean_fte * effective, mean_fte


def headline(text: str, on: date) -> dict[str, str]:
    """The headline figures of a case file as text; nothing where it has faults or a figure is not there."""
    result = evaluated(text).result
    if result is None:
        return {}
    hours, fte = yearly(result, on)
    turn = result.break_even()
    payback = result.payback()
    roi = result.roi()
    found = {
        "net": result.total,
        "roi": None if roi is None else round(roi, 6),
        "break_even": None if turn is None else turn.year,
        "payback": None if payback is None else round(payback, 4),
        "npv": round(result.npv(discount(result.case, on).rates), 2),
        "hours": round(hours, 2),
        "fte": round(fte, 4),
    }
    return {name: _plain(value) for name, value in found.items() if value is not None}


def _plain(value: Decimal | int) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)
