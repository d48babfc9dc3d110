"""Effective hours: what is left of a full-time norm for the task, and what was taken from it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.indicators.series import ZERO


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
