"""A figure as it was printed, and the interval of true values it can stand for.

Source: KL/Deloitte case analysis (2022) for the wordings; the widths are choices of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from gevinst.engines.businesscase.figures.display import Display, Qualifier
from gevinst.engines.businesscase.figures.interval import Interval

_ABOUT = Decimal("0.05")
_JUST_UNDER = Decimal("0.9")


@dataclass(frozen=True, slots=True)
class Published:
    """A printed figure: its value, its decimals (-2 where it is printed to the hundred), its wording.

    `high` is the upper end of a range; `step` is one unit of the last digit where decimals cannot
    say it (a seventh). Raises: ValueError for a range whose high end is below its low end.

    >>> str(Published(Decimal("68.1"), 1).interval())
    '[68.05, 68.15)'
    >>> str(Published(Decimal(37400), -2, Qualifier.MORE_THAN).interval())
    '[37400, 37500)'
    """

    value: Decimal
    decimals: int = 0
    qualifier: Qualifier = Qualifier.EXACT
    unit: str = ""
    high: Decimal | None = None
    display: Display = Display.ROUNDED
    step: Decimal | None = None

    def __post_init__(self) -> None:
        if self.high is not None and self.high < self.value:
            raise ValueError(
                f"a range from {self.value} to {self.high}; expected the low end first"
            )

    @property
    def last_digit(self) -> Decimal:
        """One unit of the last printed digit."""
        return Decimal(1).scaleb(-self.decimals) if self.step is None else self.step

    def interval(self) -> Interval:
        """Every true value that would be printed so."""
        if self.qualifier is Qualifier.RANGE:
            return self._range()
        size = abs(self.value)
        if not size:
            return self._around_zero()
        found = _WORDINGS[self.qualifier](size, self)
        return found if self.value > 0 else found.mirrored()

    def _range(self) -> Interval:
        if self.high is not None:
            return Interval(self.value, self.high)
        # A range kept as its middle: 3.5 for 3-4.
        low = self.value.to_integral_value(ROUND_FLOOR)
        return Interval(low, self.value.to_integral_value(ROUND_CEILING))

    def _around_zero(self) -> Interval:
        truncated = self.display is Display.TRUNCATED
        reach = self.last_digit if truncated else self.last_digit / 2
        return Interval(-reach, reach, low_open=True, high_open=True)


def _exact(size: Decimal, figure: Published) -> Interval:
    # Halves round away from zero, so the lower end prints as this figure and the upper as the next.
    if figure.display is Display.TRUNCATED:
        return Interval(size, size + figure.last_digit, high_open=True)
    half = figure.last_digit / 2
    return Interval(size - half, size + half, high_open=True)


def _approx(size: Decimal, figure: Published) -> Interval:
    reach = max(figure.last_digit / 2, size * _ABOUT)
    return Interval(size - reach, size + reach)


def _just_under(size: Decimal, _figure: Published) -> Interval:
    return Interval(size * _JUST_UNDER, size, low_open=True, high_open=True)


def _slightly_more(size: Decimal, figure: Published) -> Interval:
    return Interval(size, size + figure.last_digit / 2)


def _more_than(size: Decimal, figure: Published) -> Interval:
    return Interval(size, size + figure.last_digit, high_open=True)


_WORDINGS = {
    Qualifier.EXACT: _exact,
    Qualifier.APPROX: _approx,
    Qualifier.JUST_UNDER: _just_under,
    Qualifier.SLIGHTLY_MORE: _slightly_more,
    Qualifier.MORE_THAN: _more_than,
}
