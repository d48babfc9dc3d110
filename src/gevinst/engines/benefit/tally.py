"""The running sums of one robot in one month."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from gevinst.engines.benefit.effect import clerk_minutes
from gevinst.engines.benefit.rows import BaselineRow, RunRow
from gevinst.engines.businesscase.model.benefit_state import Grade


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
