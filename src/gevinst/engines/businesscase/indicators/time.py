"""From minutes to money: hours a year, effective hours of an FTE, FTE and the price of an hour."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.indicators.series import ZERO


def hours(units: Decimal, minutes: Decimal, periods: Decimal) -> Decimal:
    """Hours/year: units a period x minutes a unit / 60 x periods a year (52 weeks, 12 months, 1 year).

    >>> round(hours(Decimal(223), Decimal("5.3"), Decimal(52)), 1)
    Decimal('1024.3')
    """
    return units * minutes * periods / 60


@dataclass(frozen=True, slots=True)
class EffectiveHours:
    """The hours/year that are left of a full-time norm, with each deduction kept (hours/year).

    >>> EffectiveHours(Decimal(1924), (("holidays", Decimal("52.836")),)).hours
    Decimal('1871.164')
    """

    norm: Decimal
    deductions: tuple[tuple[str, Decimal], ...]

    def __post_init__(self) -> None:
        if self.hours <= 0:
            raise ValueError(f"no effective hours are left of a norm of {self.norm}: deduct less")

    @property
    def hours(self) -> Decimal:
        """Effective hours/year, e."""
        return self.norm - sum((taken for _, taken in self.deductions), ZERO)

    @property
    def utilisation(self) -> Decimal:
        """Effective hours over the norm (0-1)."""
        return self.hours / self.norm


def effective_hours(
    norm: Decimal,
    *,
    day: Decimal,
    holidays: Decimal,
    vacation: Decimal,
    extra_days: Decimal = ZERO,
    sickness: Decimal = ZERO,
    lunch: Decimal = ZERO,
    training: Decimal = ZERO,
    meetings: Decimal = ZERO,
) -> EffectiveHours:
    """The effective hours by the state's template: a norm (hours/year) less what is not worked.

    `day` is hours/day; holidays, vacation, extra days and sickness are days/year; lunch, training
    and meetings hours/year.
    Raises: ValueError where nothing is left.
    Source: Agency for Public Finance and Management, effective hours of an FTE.

    >>> effective_hours(Decimal(1924), day=Decimal("7.4"), holidays=Decimal("7.14"), vacation=Decimal(25),
    ...     extra_days=Decimal(5), sickness=Decimal(8), training=Decimal(37), meetings=Decimal(60)).hours
    Decimal('1492.964')
    """
    days = {
        "holidays": holidays,
        "vacation": vacation,
        "extra-days": extra_days,
        "sickness": sickness,
    }
    taken = {name: number * day for name, number in days.items()}
    taken |= {"lunch": lunch, "training": training, "meetings": meetings}
    return EffectiveHours(norm, tuple(taken.items()))


def effective_by_utilisation(norm: Decimal, utilisation: Decimal) -> EffectiveHours:
    """The effective hours as a share (0-1) of the norm (hours/year).

    Raises: ValueError where the share is not above 0 and at most 1.

    >>> effective_by_utilisation(Decimal(1924), Decimal("0.6")).hours
    Decimal('1154.4')
    """
    if not 0 < utilisation <= 1:
        raise ValueError(f"a utilisation of {utilisation}: write a share above 0 and at most 1")
    return EffectiveHours(norm, (("not-utilised", norm * (1 - utilisation)),))


def fte(hours: Decimal, effective: Decimal) -> Decimal:
    """Full-time equivalents: hours/year over effective hours/year of one.

    Raises: ValueError where the effective hours are not positive.

    >>> round(fte(Decimal("2792.3"), Decimal("1154.4")), 1)
    Decimal('2.4')
    """
    if effective <= 0:
        raise ValueError(f"an FTE of {effective} effective hours: it has more than 0")
    return hours / effective


def effective_from_fte(hours: Decimal, fte: Decimal) -> Decimal | None:
    """The effective hours/year that printed hours and FTE imply, None at 0 FTE.

    >>> round(effective_from_fte(Decimal("2792.3"), Decimal("2.4")))
    1163
    """
    return hours / fte if fte else None


@dataclass(frozen=True, slots=True)
class HourlyCost:
    """What an effective hour costs, its parts kept apart.

    `pay` and `pension` are DKK/year of one FTE, `overhead` a share of both (0.2 is 20 %), `effective`
    hours/year.
    Raises: ValueError where the effective hours are not positive.

    >>> round(HourlyCost(Decimal(400_000), Decimal(0), Decimal(0), Decimal("1154.4")).per_hour, 1)
    Decimal('346.5')
    """

    pay: Decimal
    pension: Decimal
    overhead: Decimal
    effective: Decimal

    def __post_init__(self) -> None:
        if self.effective <= 0:
            raise ValueError(f"an FTE of {self.effective} effective hours: it has more than 0")

    @property
    def per_fte(self) -> Decimal:
        """DKK/year of one FTE with pension and overhead."""
        return (self.pay + self.pension) * (1 + self.overhead)

    @property
    def per_hour(self) -> Decimal:
        """DKK/effective hour."""
        return self.per_fte / self.effective

    def value(self, hours: Decimal) -> Decimal:
        """What so many effective hours cost (DKK)."""
        return hours * self.per_fte / self.effective


def effective_from_price(per_fte: Decimal, per_hour: Decimal) -> Decimal | None:
    """The effective hours/year that a yearly and an hourly price imply, None where an hour is free.

    >>> round(effective_from_price(Decimal(482_667), Decimal(390)))
    1238
    """
    return per_fte / per_hour if per_hour else None
