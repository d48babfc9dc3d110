"""The engine's own values under each reading: what the cells keep, and what they are checked by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.calculus.values import Values
from gevinst.engines.businesscase.model.case import Case

ZERO = Decimal(0)
Rates = Mapping[int, Decimal]
# Key of an indicator -> its value; None where there is none.
Indicators = Mapping[str, Decimal | None]


@dataclass(frozen=True)
class Engine:
    """A case worked out under each of its readings, the first as it stands, with the discount rates used."""

    case: Case
    results: tuple[Result, ...]
    values: tuple[Values, ...]
    rates: Rates

    def value(self, name: str, t: int, at: int = 0) -> Decimal:
        """An assumption's value in a year."""
        return Decimal(self.values[at].at(name, self.case.first + t))

    def line(self, name: str, t: int, what: str = "dkk", at: int = 0) -> Decimal:
        """A line's DKK, hours or FTE in a year; 0 under a reading that does not have it."""
        held = self.results[at].lines.get(name)
        return ZERO if held is None else Decimal(getattr(held, what)[t])

    def indicators(self, at: int = 0) -> Indicators:
        """The indicators under a reading."""
        result = self.results[at]
        first, even = result.break_even(), result.break_even("interpolated")
        return {
            "total": result.total,
            "gain": sum(result.gain, ZERO),
            "cost": sum(result.cost, ZERO),
            "investment": result.investment,
            "roi": result.roi(),
            "roi_investment": result.roi("net_over_investment"),
            "ratio": result.roi("benefit_cost_ratio"),
            "break_even_year": None if first is None else Decimal(first.year),
            "break_even_years": None if even is None else even.years,
            "payback": result.payback(),
            "npv": result.npv(self.rates),
        }


def engine(case: Case, rates: Rates) -> Engine:
    """The case worked out under each reading."""
    names = ("", *case.readings)
    return Engine(
        case,
        tuple(evaluate(case, name) for name in names),
        tuple(Values(case.under(name)) for name in names),
        rates,
    )
