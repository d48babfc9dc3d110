"""Lines of a case: what is paid or gained, by which driver, in which years, by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from gevinst.engines.businesscase.estimators.behaviour import Tiered
from gevinst.engines.businesscase.figures.formula import Formula
from gevinst.engines.businesscase.model.source import UNKNOWN, Source

# What each driver takes, and what it may take.
DRIVERS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "amount": (("amount",), ()),
    "time": (("units", "minutes", "rate"), ("periods",)),
    "hours": (("hours", "rate"), ()),
    "staffing": (("fte", "cost"), ("effective",)),
    "volume": (("units", "price"), ("periods",)),
    "tiered": (("units",), ("periods",)),
    "history": ((), ("growth", "step")),
}
BEHAVIOURS = ("fixed", "variable", "step")
BASELINES = ("frozen", "trend", "committed", "counterfactual")


@dataclass(frozen=True, slots=True)
class Amount:
    """What makes a line's amount in a year, DKK.

    amount: `amount`. time: units x minutes / 60 x periods x rate (DKK an hour). hours: hours x rate.
    staffing: fte x cost (DKK a year). volume: units x price x periods. tiered: units at `prices` x periods.
    history: what was spent, carried on by the case's baseline.
    """

    driver: str
    terms: Mapping[str, Formula] = field(default_factory=dict)
    prices: Tiered | None = None
    history: Mapping[int, Decimal] = field(default_factory=dict)
    committed: Mapping[int, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Behaviour:
    """How an amount follows a volume: `variable` in proportion, `step` by whole steps of `size` units.

    The amount is that of the line's first year.
    """

    kind: str = "fixed"
    volume: Formula | None = None
    size: Decimal | None = None


FIXED = Behaviour()


@dataclass(frozen=True, slots=True)
class Line:
    """A cost of one scenario or of both, or a benefit of scenario 1; amounts are DKK a year, never negative.

    `scenario` is "0", "1" or "both" for costs and "benefit" for benefits. `when` is the share of the amount
    by year (1 for a full year). `continues` names the line of scenario 0 that this one carries on:
    what it is less is a gain, what it is more an extra cost. `residual_of` names a line whose saving is
    counted net already. `readings` are the named readings it belongs to; () for all.
    """

    id: str
    title: str
    scenario: str
    place: str
    amount: Amount
    when: Mapping[int, Decimal]
    behaviour: Behaviour = FIXED
    shares: tuple[tuple[int, Mapping[str, Decimal]], ...] = ()
    continues: str = ""
    residual_of: str = ""
    relieves: str = ""
    mode: str = ""
    kind: str = ""
    status: str = "expected"
    evidence: str = ""
    owner: str = ""
    price_year: int | None = None
    price_index: str = "general"
    readings: tuple[str, ...] = ()
    actuals: Mapping[int, Decimal] = field(default_factory=dict)
    source: Source = UNKNOWN

    @property
    def is_benefit(self) -> bool:
        """Whether it is an explicit benefit."""
        return self.scenario == "benefit"
