"""The tornado: each driver at low and at high with the rest at base, the widest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gevinst.engines.businesscase.uncertainty.inputs import bases, refuse_twice
from gevinst.engines.businesscase.uncertainty.measures import Measure, Outcome, evaluated, total
from gevinst.engines.businesscase.uncertainty.spreads import Spread


@dataclass(frozen=True, slots=True)
class Bar:
    """One driver's bar; `base`, `at_low` and `at_high` are values of the measure."""

    spread: Spread
    base: float
    at_low: float
    at_high: float

    @property
    def swing(self) -> float:
        """The bar's length: the furthest the measure moves, never negative."""
        reached = (self.base, self.at_low, self.at_high)
        return 0.0 if min(reached) == max(reached) else max(reached) - min(reached)

    @property
    def name(self) -> str:
        return self.spread.name

    @property
    def turns(self) -> bool:
        """Whether the driver decides if the measure is negative."""
        return min(self.at_low, self.at_high) < 0 <= max(self.at_low, self.at_high)


def tornado(
    outcome: Outcome, spreads: Sequence[Spread], measure: Measure = total
) -> tuple[Bar, ...]:
    """One bar per driver, longest first, equal ones by name; one call of `outcome`.

    Raises `ValueError` for a name given twice or an outcome of the wrong shape.

    >>> import numpy as np
    >>> spreads = [Spread("visits", 200, 223, 230), Spread("minutes", 4, 5, 8)]
    >>> bars = tornado(lambda v: (v["visits"] * v["minutes"])[:, None], spreads)
    >>> [(bar.name, bar.at_low, bar.at_high) for bar in bars]
    [('minutes', 892.0, 1784.0), ('visits', 1000.0, 1150.0)]
    """
    refuse_twice(each.name for each in spreads)
    rows = 1 + 2 * len(spreads)
    values = bases(spreads, rows)
    for place, spread in enumerate(spreads):
        values[spread.name][1 + 2 * place] = spread.low
        values[spread.name][2 + 2 * place] = spread.high
    reached = [float(each) for each in measure(evaluated(outcome, values, rows))]
    bars = [
        Bar(spread, reached[0], reached[1 + 2 * place], reached[2 + 2 * place])
        for place, spread in enumerate(spreads)
    ]
    return tuple(sorted(bars, key=lambda bar: (-bar.swing, bar.name)))
