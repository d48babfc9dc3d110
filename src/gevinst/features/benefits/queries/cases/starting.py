"""What a business case can begin with: a process's runs of the last year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from gevinst.features.benefits.queries.effects import effects, sums, together
from gevinst.shared.actor import Actor

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class YearOfProcess:
    """What a process's runs did in a year: items, and the minutes that each still takes (None: no run)."""

    items: int
    minutes_left: Decimal | None


def year_of(actor: Actor, process_id: int, manual_minutes: Decimal, on: date) -> YearOfProcess:
    """The items of the year up to `on`, and what the hours freed leave of `manual_minutes`."""
    total = together(sums(effects(actor, process=process_id, since=on - YEAR, until=on)).values())
    items = total.untouched + total.exceptions
    if not items:
        return YearOfProcess(0, None)
    left = manual_minutes - total.hours * 60 / items
    return YearOfProcess(items, max(round(left, 2), Decimal(0)))
