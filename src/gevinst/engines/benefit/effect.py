"""Hours and DKK that a run freed: untouched items times minutes by hand, less the clerks' minutes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.money import half_up


@dataclass(frozen=True, slots=True)
class Rates:
    """A baseline: minutes an item by hand, minutes an exception, DKK an hour."""

    manual_minutes: Decimal
    exception_minutes: Decimal
    hourly_cost: Decimal


@dataclass(frozen=True, slots=True)
class Freed:
    """What a run freed: hours and DKK, two decimals each; negative where clerks spent more."""

    hours: Decimal
    amount: Decimal


def clerk_minutes(
    exceptions: int, exceptions_done: int, measured: Decimal, rates: Rates
) -> Decimal:
    """The clerks' minutes: as measured for exceptions that are done, by the baseline for the open ones.

    Raises `ValueError` when more are done than there were, or anything is negative.
    """
    if not 0 <= exceptions_done <= exceptions or measured < 0:
        message = f"{exceptions_done} of {exceptions} exceptions done in {measured} minutes"
        raise ValueError(message)
    return measured + (exceptions - exceptions_done) * rates.exception_minutes


def effect(
    *, untouched: int, exceptions: int, exceptions_done: int, measured: Decimal, rates: Rates
) -> Freed:
    """The effect of a run. `measured` is the clerks' minutes on the exceptions that are done.

    Hours and DKK are each rounded from the exact minutes, so that rounding is never multiplied.
    Raises `ValueError` as `clerk_minutes`, and for a negative `untouched`.

    >>> rates = Rates(Decimal(12), Decimal(9), Decimal("412.50"))
    >>> effect(untouched=1700, exceptions=250, exceptions_done=90, measured=Decimal(585), rates=rates)
    Freed(hours=Decimal('306.25'), amount=Decimal('126328.13'))
    """
    if untouched < 0:
        raise ValueError(f"{untouched} items untouched")
    spent = clerk_minutes(exceptions, exceptions_done, measured, rates)
    minutes = untouched * rates.manual_minutes - spent
    # Adding zero turns a negative zero into zero.
    return Freed(half_up(minutes / 60) + 0, half_up(minutes * rates.hourly_cost / 60) + 0)


def untouched_share(untouched: int, received: int) -> Decimal | None:
    """The share of the items that nobody had to touch, 0-1 with four decimals; None of nothing.

    >>> untouched_share(1700, 2000)
    Decimal('0.8500')
    """
    return half_up(Decimal(untouched) / received, 4) if received else None
