"""The figures of a group of runs: hours, FTE, DKK, cost of a freed hour, and the two kinds of ROI."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from gevinst.engines.benefit.effect import untouched_share
from gevinst.engines.benefit.evidence import MEASURED, worst
from gevinst.engines.businesscase.model.benefit_state import Grade
from gevinst.engines.money import half_up


@dataclass(frozen=True, slots=True)
class Figures:
    """Sums over runs, exact: `minutes` freed net of exceptions, `worth` minutes × DKK an hour, `cost` DKK.

    `robots` ran, `with_hours` of them had a baseline on some day; `uncounted` runs had none.
    """

    months: int = 0
    robots: int = 0
    with_hours: int = 0
    runs: int = 0
    uncounted: int = 0
    items: int = 0
    untouched: int = 0
    exceptions: int = 0
    exception_minutes: Decimal = Decimal(0)
    minutes: Decimal = Decimal(0)
    worth: Decimal = Decimal(0)
    cost: Decimal = Decimal(0)
    by_grade: Mapping[Grade, Decimal] = field(default_factory=dict)

    @property
    def hours(self) -> Decimal:
        """Hours freed, two decimals."""
        return half_up(self.minutes / 60) + 0

    @property
    def amount(self) -> Decimal:
        """What the hours are worth, DKK."""
        return half_up(self.worth / 60) + 0

    @property
    def net(self) -> Decimal:
        """Worth less cost, DKK."""
        return half_up(self.worth / 60 - self.cost) + 0

    @property
    def untouched_share(self) -> Decimal | None:
        """The share of the items that nobody had to touch, 0-1."""
        return untouched_share(self.untouched, self.items)

    @property
    def cost_per_hour(self) -> Decimal | None:
        """DKK that a freed hour costs; None where no hour was freed."""
        return half_up(self.cost * 60 / self.minutes) if self.minutes > 0 else None

    @property
    def manual_hour(self) -> Decimal | None:
        """DKK of an hour by hand, the mean of the baselines by the minutes that each freed."""
        return half_up(self.worth / self.minutes) if self.minutes > 0 else None

    @property
    def unit_roi(self) -> Decimal | None:
        """Manual hour / cost of an automated hour - 1, four decimals; None without hours or cost."""
        if self.minutes <= 0 or not self.cost:
            return None
        manual, automated = self.worth / self.minutes, self.cost * 60 / self.minutes
        return half_up(manual / automated - 1, 4)

    @property
    def roi(self) -> Decimal | None:
        """(benefit - cost) / cost, nominal, four decimals; None without cost."""
        return half_up((self.worth / 60 - self.cost) / self.cost, 4) if self.cost else None

    @property
    def hours_per_robot(self) -> Decimal | None:
        """Hours for each robot that has a baseline, one decimal; never for each that exists."""
        return half_up(self.minutes / 60 / self.with_hours, 1) if self.with_hours else None

    @property
    def grade(self) -> Grade | None:
        """The weakest evidence among the minutes."""
        return worst(set(self.by_grade))

    @property
    def measured_share(self) -> Decimal | None:
        """The share of the gross minutes that rests on grades A to C, 0-1."""
        gross = sum(self.by_grade.values(), Decimal(0))
        known = sum((self.by_grade[g] for g in self.by_grade if g in MEASURED), Decimal(0))
        return half_up(known / gross, 4) if gross else None

    def fte(self, effective_hours: Decimal) -> Decimal | None:
        """Full-time equivalents a year, two decimals; `effective_hours` an FTE works in a year.

        None of no month. Raises `ValueError` unless the hours are positive.

        >>> Figures(months=6, minutes=Decimal(60 * 700)).fte(Decimal(1400))
        Decimal('1.00')
        """
        if effective_hours <= 0:
            raise ValueError(f"an FTE of {effective_hours} hours a year")
        if not self.months:
            return None
        return half_up(self.minutes / 60 * 12 / self.months / effective_hours) + 0
