"""The portfolio of an authority's benefits: expected against measured, what slips, what is due next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from gevinst.engines.money import half_up
from gevinst.features.benefits.models import Benefit, BenefitStep, BusinessCase, ReminderChoice
from gevinst.features.benefits.queries.cases import CasesWanted, cases
from gevinst.features.benefits.queries.realised import followed_case
from gevinst.features.benefits.queries.register.benefits import (
    CLOSED,
    Standing,
    Wanted,
    benefits,
    standing_of,
)
from gevinst.features.benefits.register_models import State
from gevinst.shared.actor import Actor

LOW = Decimal("0.8")
AHEAD = 90
LATE, SHORT = "late", "low"
ZERO = Decimal(0)
MOST_CASES = 100
Unit = tuple[str, str]
Key = Callable[[Benefit], str]


class Holding(NamedTuple):
    """One benefit with its newest measurement, and why it slips ("late", "low")."""

    benefit: Benefit
    standing: Standing | None
    slips: tuple[str, ...]

    @property
    def rate(self) -> Decimal | None:
        """Measured over expected, 1 = as expected; None where it is not measured."""
        return self.standing.rate if self.standing else None


@dataclass(frozen=True, slots=True)
class Sum:
    """Benefits of one unit, a year: `expected` of all; `measured`, and `due` (expected), of the measured."""

    count: int = 0
    expected: Decimal = ZERO
    measured: Decimal = ZERO
    due: Decimal = ZERO
    measured_count: int = 0

    def plus(self, one: Holding) -> Sum:
        """The sum with a benefit more."""
        expected = one.benefit.expected or ZERO
        if one.standing is None:
            return Sum(
                self.count + 1,
                self.expected + expected,
                self.measured,
                self.due,
                self.measured_count,
            )
        return Sum(
            self.count + 1,
            self.expected + expected,
            self.measured + one.standing.a_year,
            self.due + expected,
            self.measured_count + 1,
        )

    @property
    def rate(self) -> Decimal | None:
        """Measured over what was expected of the measured ones; None where nothing was."""
        return half_up(self.measured / self.due, 4) if self.due and self.measured_count else None


class SlippedCase(NamedTuple):
    """A business case whose break-even has moved: months later, None where it is lost."""

    case: BusinessCase
    months: Decimal | None


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


def unit_of(one: Benefit) -> Unit:
    """The unit of a benefit with its name, if it has one of its own."""
    return one.unit, one.unit_name


def portfolio(actor: Actor, wanted: Wanted, today: date) -> Portfolio:
    """The benefits that `actor` reads; ideas and lapsed ones only where their state is asked for."""
    found = list(benefits(actor, wanted).select_related("authority", "owner", "process"))
    live = [one for one in found if wanted.state or one.state not in CLOSED]
    newest = _newest(live)
    holdings = tuple(_holding(one, newest.get(one.pk), today) for one in live)
    return Portfolio(holdings, len(found) - len(live))


def _newest(found: Iterable[Benefit]) -> dict[int, BenefitStep]:
    """The newest measurement of each benefit, in one question."""
    steps = BenefitStep.objects.filter(benefit__in=[one.pk for one in found])
    measured = steps.exclude(value=None).exclude(since=None).exclude(target=State.ESTIMATED)
    return {one.benefit_id: one for one in measured.order_by("on", "id")}


def _holding(one: Benefit, step: BenefitStep | None, today: date) -> Holding:
    standing = standing_of(step, one.expected) if step else None
    due = one.next_measurement_on
    late = due is not None and due < today and one.state not in CLOSED
    low = standing is not None and standing.rate is not None and standing.rate < LOW
    slips = [LATE] * late + [SHORT] * low
    return Holding(one, standing, tuple(slips))


def slipped_cases(
    actor: Actor, authorities: Iterable[int] | None, today: date
) -> list[SlippedCase]:
    """The cases with actual amounts whose break-even is later than planned, or lost."""
    found = cases(actor, CasesWanted()).filter(actuals__isnull=False).distinct()
    if authorities is not None:
        found = found.filter(authority__in=authorities)
    slipped = []
    for case in found[:MOST_CASES]:
        followed = followed_case(case, today)
        if followed is None:
            continue
        held = followed.realised.slippage
        lost = held.expected is not None and held.actual is None
        if lost or (held.months or ZERO) > 0:
            slipped.append(SlippedCase(case, held.months))
    return slipped


def reminder_days(actor: Actor) -> int:
    """How many days before a due day the person has chosen to be told."""
    chosen = ReminderChoice.objects.filter(user=actor.user_id or 0).first()
    return chosen.days_before if chosen else 0
