"""The account of a run log: figures by robot, authority and month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gevinst.engines.benefit.calendar_months import months
from gevinst.engines.benefit.costs import Cell, span
from gevinst.engines.benefit.figures import Figures
from gevinst.engines.benefit.rows import BaselineRow, CostRow
from gevinst.engines.benefit.tally import Tally
from gevinst.engines.businesscase.model.benefit_state import Grade

DIMENSIONS = ("authority", "robot", "month")


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
