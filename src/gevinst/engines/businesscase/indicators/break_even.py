"""When an investment has earned itself back: break-even of a series, payback of a plain investment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from gevinst.engines.businesscase.indicators.series import ZERO, cumulative, within
from gevinst.engines.businesscase.notes import Note

Origin = Literal["project_start", "operation_start"]
Mode = Literal["first", "interpolated"]


@dataclass(frozen=True, slots=True)
class BreakEven:
    """The first year in which the cumulative net is not negative, and whether it stays so.

    `year`: calendar year. `period`: its number, 1 for the first year after the origin (0 or less: before it).
    `years`: years from the origin; in the mode `first` the whole period, `interpolated` with the last year's
    net spread evenly over the year.
    `t`: the same on the scale where the first year of the series is t = 0.
    `negative_again`: first later year with a negative cumulative net, None if none.
    `last_year`: the year from which it is not negative for the rest of the horizon, None if it ends negative.
    """

    year: int
    period: int
    years: Decimal
    t: Decimal
    origin: Origin
    negative_again: int | None
    last_year: int | None

    @property
    def notes(self) -> tuple[Note, ...]:
        """A remark where the break-even does not last."""
        if self.negative_again is None:
            return ()
        lasting = f"it lasts from {self.last_year}" if self.last_year else "it never lasts"
        message = f"Break-even in {self.year} is lost again in {self.negative_again}; {lasting}."
        facts = {
            "year": self.year,
            "negative_again": self.negative_again,
            "last_year": self.last_year,
        }
        return (Note("break-even-lost", message, facts),)


def checked_origin(origin: str) -> None:
    """Raises: ValueError where there is no such origin to count from."""
    if origin not in get_args(Origin):
        raise ValueError(
            f"no origin is called {origin!r}: count from one of {', '.join(get_args(Origin))}"
        )


def _lasting(running: Sequence[Decimal]) -> int | None:
    """The index from which the running sum is never negative, None if it ends negative."""
    negative = [index for index, value in enumerate(running) if value < 0]
    start = negative[-1] + 1 if negative else 0
    return start if start < len(running) else None


def _elapsed(running: Sequence[Decimal], index: int, mode: Mode) -> Decimal:
    """Years from the beginning of the series until the running sum is paid back in year `index`."""
    if mode == "first":
        return Decimal(index + 1)
    before = running[index - 1] if index else ZERO
    gained = running[index] - before
    return index + (-before / gained if gained else ZERO)


def break_even(
    net: Sequence[Decimal],
    *,
    first_year: int,
    origin: Origin,
    horizon: int,
    operation_from: int = 0,
    mode: Mode = "first",
) -> BreakEven | None:
    """Where the cumulative net first is not negative within `horizon` years; None when it never is.

    `operation_from`: index of the first year in operation; counts only with `origin="operation_start"`.
    Raises: ValueError for an unknown origin or mode, or a horizon that the series does not cover.
    Source: KL/Deloitte case analysis, September 2022.

    >>> net = [Decimal("-1.6")] + [Decimal("0.9676")] * 3
    >>> found = break_even(net, first_year=2019, origin="operation_start", operation_from=1, horizon=4,
    ...     mode="interpolated")
    >>> found.year, found.period, round(found.years, 2)
    (2021, 2, Decimal('1.65'))
    >>> break_even([Decimal(-1)], first_year=2019, origin="project_start", horizon=1) is None
    True
    """
    checked_origin(origin)
    if mode not in get_args(Mode):
        raise ValueError(f"no mode is called {mode!r}: use one of {', '.join(get_args(Mode))}")
    running = cumulative(within(net, horizon))
    index = next((at for at, value in enumerate(running) if value >= 0), None)
    if index is None:
        return None
    offset = operation_from if origin == "operation_start" else 0
    elapsed = _elapsed(running, index, mode)
    again = next((at for at in range(index, horizon) if running[at] < 0), None)
    lasting = _lasting(running)
    return BreakEven(
        year=first_year + index,
        period=index + 1 - offset,
        years=elapsed - offset,
        t=elapsed - 1,
        origin=origin,
        negative_again=None if again is None else first_year + again,
        last_year=None if lasting is None else first_year + lasting,
    )
