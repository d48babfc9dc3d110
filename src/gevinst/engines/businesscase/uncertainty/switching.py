"""Switching values: where a driver must stand for the measure to change sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.uncertainty.inputs import bases, refuse_twice
from gevinst.engines.businesscase.uncertainty.measures import (
    FloatArray,
    Measure,
    Outcome,
    evaluated,
    total,
)
from gevinst.engines.businesscase.uncertainty.sign_changes import crossings, widened_range
from gevinst.engines.businesscase.uncertainty.spreads import Spread


@dataclass(frozen=True, slots=True)
class Switch:
    """Where the sign changes, in the driver's unit, ascending; none where it never does within `searched`."""

    spread: Spread
    values: tuple[float, ...]
    searched: tuple[float, float]
    notes: tuple[Note, ...]

    @property
    def inside(self) -> tuple[float, ...]:
        """Those that lie in the driver's own low-high range: there the range decides the sign."""
        return tuple(each for each in self.values if self.spread.low <= each <= self.spread.high)

    @property
    def value(self) -> float | None:
        """The one switching value; of several the one nearest the base; None where there is none."""
        return min(self.values, key=lambda each: abs(each - self.spread.likely), default=None)


def switching(
    outcome: Outcome,
    spread: Spread,
    measure: Measure = total,
    bounds: tuple[float, float] | None = None,
    others: Sequence[Spread] = (),
) -> Switch:
    """Every value of the driver within `bounds` where the measure changes sign, the `others` at base.

    Without bounds the driver's range is widened until a change of sign is found, 4,096-fold at most,
    and never below 0 for a driver whose range is not.
    Two changes closer than a thousandth of the bounds are not seen. Raises `ValueError` for bounds
    that are not low < high, and as `tornado`.

    >>> cut = Spread("reduction", 0.333333, 0.4, 0.5, unit="share")
    >>> found = switching(lambda v: (11.169 * v["reduction"] - 4.7)[:, None], cut, bounds=(0, 1))
    >>> round(found.value, 3), len(found.inside)
    (0.421, 1)
    """
    refuse_twice(each.name for each in (spread, *others))

    def curve(at: FloatArray) -> FloatArray:
        values = bases(others, len(at)) | {spread.name: at}
        return measure(evaluated(outcome, values, len(at)))

    low, high = bounds or widened_range(curve, spread)
    if not low < high:
        raise ValueError(f"driver {spread.name}: bounds {low} to {high} are not low < high")
    values = crossings(curve, low, high)
    return Switch(spread, values, (low, high), _notes(spread, values, (low, high)))


def _notes(
    spread: Spread, values: tuple[float, ...], searched: tuple[float, float]
) -> tuple[Note, ...]:
    facts: dict[str, object] = {"driver": spread.name, "searched": searched, "values": values}
    low, high = searched
    if not values:
        message = f"No value of {spread.name} from {low:g} to {high:g} changes the sign."
        return (Note("no-switching-value", message, facts),)
    if len(values) > 1:
        message = f"The sign changes at {len(values)} values of {spread.name}."
        return (Note("several-switching-values", message, facts),)
    if spread.low <= values[0] <= spread.high:
        message = f"The sign changes at {values[0]:g}, inside the range of {spread.name}."
        return (Note("switches-inside-range", message, facts),)
    return ()
