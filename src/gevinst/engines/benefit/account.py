"""The account of a run log: figures by robot, authority and month, and what must be said beside them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from gevinst.engines.benefit.costs import Cell, Share, allocated, month_end, month_of, months, span
from gevinst.engines.benefit.effect import clerk_minutes
from gevinst.engines.benefit.evidence import Grade
from gevinst.engines.benefit.figures import Figures
from gevinst.engines.benefit.rows import BaselineRow, CostRow, RunRow

DIMENSIONS = ("authority", "robot", "month")


@dataclass(slots=True)
class Tally:
    """The running sums of one robot in one month."""

    runs: int = 0
    uncounted: int = 0
    items: int = 0
    untouched: int = 0
    exceptions: int = 0
    exception_minutes: Decimal = Decimal(0)
    minutes: Decimal = Decimal(0)
    worth: Decimal = Decimal(0)
    by_grade: dict[Grade, Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def add(self, row: RunRow, baseline: BaselineRow | None) -> None:
        """Count a run; without a baseline its items count and its minutes do not."""
        self.runs += 1
        self.items += row.items
        self.untouched += row.untouched
        self.exceptions += row.exceptions
        if baseline is None:
            self.uncounted += 1
            return
        rates, measured = baseline.rates, row.exception_minutes
        done = row.exceptions if measured is not None else 0
        spent = clerk_minutes(row.exceptions, done, measured or Decimal(0), rates)
        gross = row.untouched * rates.manual_minutes
        self.exception_minutes += spent
        self.minutes += gross - spent
        self.worth += (gross - spent) * rates.hourly_cost
        self.by_grade[baseline.grade] += gross


@dataclass(frozen=True, slots=True)
class Account:
    """What a log gives: sums by cell, costs by cell, the baselines used, and the window of the runs."""

    cells: Mapping[Cell, Tally]
    costs: Mapping[Cell, Decimal]
    used: Sequence[BaselineRow]
    cost_rows: Sequence[CostRow]
    window: tuple[date, date]

    @property
    def total(self) -> Figures:
        """The figures of all of it."""
        return self._figures([*{**dict.fromkeys(self.cells), **dict.fromkeys(self.costs)}])

    def by(self, *dimensions: str) -> list[tuple[tuple[str | date, ...], Figures]]:
        """The figures by any of "authority", "robot", "month", in their order; they sum to the total.

        A cost that no robot carries stands under the robot "".
        """
        places = [DIMENSIONS.index(name) for name in dimensions]
        groups: dict[tuple[str | date, ...], list[Cell]] = defaultdict(list)
        for cell in {**dict.fromkeys(self.cells), **dict.fromkeys(self.costs)}:
            groups[tuple(cell[place] for place in places)].append(cell)
        return [(key, self._figures(groups[key])) for key in sorted(groups)]

    def _figures(self, cells: list[Cell]) -> Figures:
        held = [(cell, self.cells[cell]) for cell in cells if cell in self.cells]
        grades: dict[Grade, Decimal] = defaultdict(Decimal)
        for _cell, tally in held:
            for grade, minutes in tally.by_grade.items():
                grades[grade] += minutes
        spanned = {cell[2] for cell, _tally in held}
        return Figures(
            months=len(list(months(min(spanned), max(spanned)))) if spanned else 0,
            robots=len({cell[:2] for cell, _tally in held}),
            with_hours=len({cell[:2] for cell, tally in held if tally.runs > tally.uncounted}),
            runs=sum(tally.runs for _cell, tally in held),
            uncounted=sum(tally.uncounted for _cell, tally in held),
            items=sum(tally.items for _cell, tally in held),
            untouched=sum(tally.untouched for _cell, tally in held),
            exceptions=sum(tally.exceptions for _cell, tally in held),
            exception_minutes=_sum(tally.exception_minutes for _cell, tally in held),
            minutes=_sum(tally.minutes for _cell, tally in held),
            worth=_sum(tally.worth for _cell, tally in held),
            cost=_sum(self.costs.get(cell, Decimal(0)) for cell in cells),
            by_grade=dict(grades),
        )

    @property
    def cost_window(self) -> tuple[date, date | None] | None:
        """From when until when costs are booked."""
        return span(self.cost_rows)


def _sum(values: Iterable[Decimal]) -> Decimal:
    return sum(values, Decimal(0))


class Baselines:
    """Which baseline holds for a robot on a day: the latest valid by then, of one day the last given."""

    def __init__(self, rows: Iterable[BaselineRow]) -> None:
        held: dict[tuple[str, str], list[BaselineRow]] = defaultdict(list)
        for row in rows:
            held[row.authority, row.robot].append(row)
        self._held = {key: sorted(v, key=lambda row: row.valid_from) for key, v in held.items()}
        self._days = {key: [row.valid_from for row in v] for key, v in self._held.items()}

    def on(self, authority: str, robot: str, day: date) -> BaselineRow | None:
        """The authority's own goes before one that names no authority."""
        for key in ((authority, robot), ("", robot)):
            place = bisect_right(self._days.get(key, []), day)
            if place:
                return self._held[key][place - 1]
        return None


def account(
    runs: Iterable[RunRow],
    baselines: Iterable[BaselineRow],
    costs: Iterable[CostRow] = (),
    *,
    since: date | None = None,
    until: date | None = None,
    share: Share = Share.EQUAL,
) -> Account:
    """The account of the runs within a window (both days included; the runs' own months by default).

    Without `since` costs from before the first run count, for they are part of what it cost.
    Raises `ValueError` when no run lies in the window.
    """
    known, cost_rows = Baselines(baselines), list(costs)
    cells: dict[Cell, Tally] = defaultdict(Tally)
    used: dict[BaselineRow, None] = {}
    for row in runs:
        if (since and row.on < since) or (until and row.on > until):
            continue
        baseline = known.on(row.authority, row.robot, row.on)
        cells[row.authority, row.robot, month_of(row.on)].add(row, baseline)
        if baseline is not None:
            used[baseline] = None
    if not cells:
        raise ValueError("no run lies within the window: check the dates")
    held = [cell[2] for cell in cells]
    window = (max(since or min(held), min(held)), until or month_end(max(held)))
    items = {cell: tally.items for cell, tally in cells.items()}
    booked = allocated(cost_rows, items, share, since, window[1])
    return Account(dict(cells), booked, list(used), cost_rows, window)
