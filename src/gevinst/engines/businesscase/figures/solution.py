"""What a search for an unknown found, and a note unless there is just one answer."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.notes import Note


@dataclass(frozen=True, slots=True)
class Solution:
    """Every stretch of the unknown that gives the figure, and within each the value that hits it.

    A hit gives the printed value, or the middle of what it can stand for where the printed value is only
    an edge of that (just under 5). `points` go with `intervals` one by one, None where it is jumped over;
    `note` says so where there is none (`no-solution`) or more than one (`several-solutions`).
    """

    unknown: str
    intervals: tuple[Interval, ...]
    points: tuple[Decimal | None, ...]
    note: Note | None

    @property
    def interval(self) -> Interval | None:
        """The only stretch; None where there is none or several."""
        return self.intervals[0] if len(self.intervals) == 1 else None

    @property
    def point(self) -> Decimal | None:
        """The value that hits the figure; None where there is none or several."""
        return self.points[0] if len(self.points) == 1 else None


def solution_note(unknown: str, solutions: list[str]) -> Note | None:
    """None for just one solution; else a note that there is none, or which ones there are."""
    if len(solutions) == 1:
        return None
    if not solutions:
        message = f"No value of {unknown} gives the published figure."
        return Note("no-solution", message, {"unknown": unknown})
    message = f"{len(solutions)} values of {unknown} give the published figure."
    return Note("several-solutions", message, {"unknown": unknown, "solutions": solutions})
