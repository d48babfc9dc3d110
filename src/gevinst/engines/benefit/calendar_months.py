"""The months of a calendar: the first and last day of one, and all that two days span."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta


def month_of(day: date) -> date:
    """The first day of the day's month."""
    return day.replace(day=1)


def months(first: date, last: date) -> Iterator[date]:
    """The first day of every month that two days span."""
    month = month_of(first)
    while month <= last:
        yield month
        month = month_of(month + timedelta(days=31))


def month_end(day: date) -> date:
    """The last day of the day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])
