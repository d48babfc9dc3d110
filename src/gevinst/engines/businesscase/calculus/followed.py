"""One effect of a case followed: expected and actual by year, and what it now points to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from gevinst.engines.businesscase.calculus.effects import Actuals, Effect, Series, actual
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.money import half_up, rounded_to_sum

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Followed:
    """One effect by year, DKK: expected, actual (None where it is not measured), and what it now points to.

    `forecast` is the actual where there is one, else the expected, for gains and operation times the rate to
    date. `came` and `due` are the sums over the measured years; `rate` (1 = as expected) is None where
    nothing is measured, or nothing was expected.
    """

    effect: Effect
    expected: Series
    actual: tuple[Decimal | None, ...]
    forecast: Series

    @property
    def came(self) -> Decimal:
        return sum((each for each in self.actual if each is not None), ZERO)

    @property
    def due(self) -> Decimal:
        return sum((value for value, _came in _measured(self.expected, self.actual)), ZERO)

    @property
    def measured(self) -> bool:
        """Whether any year is measured."""
        return any(each is not None for each in self.actual)

    @property
    def rate(self) -> Decimal | None:
        return rate(self.came, self.due) if self.measured else None


def rate(came: Decimal, due: Decimal) -> Decimal | None:
    """Measured over expected, 1 = as expected, four decimals; None where nothing was expected.

    >>> rate(Decimal(80), Decimal(120)), rate(Decimal(80), Decimal(0))
    (Decimal('0.6667'), None)
    """
    return half_up(came / due, 4) if due else None


def follow(result: Result, effect: Effect, known: Actuals) -> Followed:
    """The effect against what is known of it."""
    came = actual(result, effect, known)
    return Followed(effect, effect.expected, came, _forecast(effect, came))


def _forecast(effect: Effect, came: tuple[Decimal | None, ...]) -> Series:
    """The rest at the rate to date, in øre that sum to the forecast; a project's costs are not carried on."""
    told = _measured(effect.expected, came)
    due, measured = sum(a for a, _ in told), sum(b for _, b in told)
    carried = (
        Fraction(measured) / Fraction(due) if due and effect.kind != "project" else Fraction(1)
    )
    rest = {
        at: Fraction(effect.expected[at]) * carried for at, each in enumerate(came) if each is None
    }
    ahead = rounded_to_sum(rest)
    return tuple(ahead[at] if each is None else each for at, each in enumerate(came))


def _measured(expected: Series, came: tuple[Decimal | None, ...]) -> list[tuple[Decimal, Decimal]]:
    """Expected and actual of the years that are measured."""
    return [(one, other) for one, other in zip(expected, came, strict=True) if other is not None]
