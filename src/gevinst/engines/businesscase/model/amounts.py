"""What a line comes to in a year: its driver, and how it follows a volume."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from gevinst.engines.businesscase.estimators.tiered import Tiered
from gevinst.engines.businesscase.figures.formula import Formula

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
