"""The portfolio of an authority's benefits: expected against measured, what slips, what is due next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from gevinst.features.benefits.models import Benefit
from gevinst.features.benefits.queries.portfolio.holding import (
    Holding,
    Unit,
    holding,
    newest_steps,
    unit_of,
)
from gevinst.features.benefits.queries.portfolio.sums import Sum
from gevinst.features.benefits.queries.register.benefits import benefits
from gevinst.features.benefits.queries.register.filters import CLOSED, Wanted
from gevinst.shared.actor import Actor

AHEAD = 90
Key = Callable[[Benefit], str]


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Benefits that were asked for; `left_out` counts ideas and lapsed ones, which are not summed."""

    holdings: tuple[Holding, ...]
    left_out: int

    @property
    def units(self) -> list[Unit]:
        """The units there are, those with most benefits first."""
        counted: dict[Unit, int] = {}
        for one in self.holdings:
            counted[unit_of(one.benefit)] = counted.get(unit_of(one.benefit), 0) + 1
        return sorted(counted, key=lambda unit: (-counted[unit], unit))

    def sums(self, unit: Unit, by: Key) -> Mapping[str, Sum]:
        """The sums of one unit by a key, in the order of the keys; together they are `total`."""
        found: dict[str, Sum] = {}
        for one in self.holdings:
            if unit_of(one.benefit) == unit:
                found[by(one.benefit)] = found.get(by(one.benefit), Sum()).plus(one)
        return dict(sorted(found.items()))

    def total(self, unit: Unit) -> Sum:
        """All benefits of one unit together."""
        return self.sums(unit, lambda _one: "").get("", Sum())

    @property
    def slipping(self) -> list[Holding]:
        """The benefits that are measured late, or give less than 80 per cent; the latest first."""
        found = [one for one in self.holdings if one.slips]
        return sorted(
            found, key=lambda one: (one.benefit.next_measurement_on or date.max, one.benefit.title)
        )

    def next_due(self, today: date, days: int = AHEAD) -> list[Holding]:
        """The benefits to be measured from today on within so many days, the next first."""
        until = today + timedelta(days=days)
        found = [
            (one.benefit.next_measurement_on, one.benefit.pk, one)
            for one in self.holdings
            if one.benefit.next_measurement_on and today <= one.benefit.next_measurement_on <= until
        ]
        return [one for _day, _pk, one in sorted(found, key=lambda each: each[:2])]


def portfolio(actor: Actor, wanted: Wanted, today: date) -> Portfolio:
    """The benefits that `actor` reads; ideas and lapsed ones only where their state is asked for."""
    found = list(benefits(actor, wanted).select_related("authority", "owner", "process"))
    live = [one for one in found if wanted.state or one.state not in CLOSED]
    newest = newest_steps(live)
    holdings = tuple(holding(one, newest.get(one.pk), today) for one in live)
    return Portfolio(holdings, len(found) - len(live))
