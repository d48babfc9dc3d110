"""Benefits of one unit together, a year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.money import half_up
from gevinst.features.benefits.queries.portfolio.holding import Holding

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Sum:
    """Benefits of one unit, a year: `expected` of all; `measured`, and `due` (expected), of the measured."""

    count: int = 0
    expected: Decimal = ZERO
    measured: Decimal = ZERO
    due: Decimal = ZERO
    measured_count: int = 0

    def plus(self, one: Holding) -> Sum:
        """The sum with a benefit more."""
        expected = one.benefit.expected or ZERO
        if one.standing is None:
            return Sum(
                self.count + 1,
                self.expected + expected,
                self.measured,
                self.due,
                self.measured_count,
            )
        return Sum(
            self.count + 1,
            self.expected + expected,
            self.measured + one.standing.a_year,
            self.due + expected,
            self.measured_count + 1,
        )

    @property
    def rate(self) -> Decimal | None:
        """Measured over what was expected of the measured ones; None where nothing was."""
        return half_up(self.measured / self.due, 4) if self.due and self.measured_count else None
