"""How many months the break-even has moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.indicators import break_even
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.money import half_up


@dataclass(frozen=True, slots=True)
class Slippage:
    """Months from project start to break-even, one decimal; None where it is not reached in the horizon."""

    expected: Decimal | None
    actual: Decimal | None
    notes: tuple[Note, ...]

    @property
    def months(self) -> Decimal | None:
        """How much later (above zero) or earlier; None where either never comes."""
        if self.expected is None or self.actual is None:
            return None
        return self.actual - self.expected


def slippage(expected: Sequence[Decimal], actual: Sequence[Decimal]) -> Slippage:
    """The move of the interpolated break-even, from net per year (DKK) as planned and as it came.

    `actual` is measured years followed by the forecast of the rest. Raises: ValueError where the two do
    not cover the same years, at least one.

    >>> planned, came = [Decimal(-100), Decimal(80), Decimal(80)], [Decimal(-100), Decimal(50), Decimal(80)]
    >>> found = slippage(planned, came)
    >>> str(found.expected), str(found.actual), str(found.months)
    ('27.0', '31.5', '4.5')
    """
    if len(expected) != len(actual):
        raise ValueError(
            f"expected covers {len(expected)} years and actual {len(actual)}: forecast the rest"
        )
    planned, came = _months(expected), _months(actual)
    return Slippage(planned, came, _notes(planned, came, len(actual)))


def _months(net: Sequence[Decimal]) -> Decimal | None:
    found = break_even(
        net, first_year=1, origin="project_start", horizon=len(net), mode="interpolated"
    )
    return half_up(found.years * 12, 1) if found else None


def _notes(planned: Decimal | None, came: Decimal | None, years: int) -> tuple[Note, ...]:
    if came is not None:
        return ()
    if planned is None:
        message = f"Neither the plan nor what came breaks even within {years} years."
        return (Note("no-break-even-planned", message, {"years": years}),)
    message = (
        f"The plan broke even after {planned} months; what came does not within {years} years."
    )
    return (Note("break-even-lost", message, {"years": years, "expected": planned}),)
