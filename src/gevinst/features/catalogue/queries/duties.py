"""What waits for those who answer for a process: clauses to verify again, processes that stand still."""

from __future__ import annotations

from datetime import date, datetime, time

from django.db.models import (
    DateField,
    DurationField,
    ExpressionWrapper,
    F,
    Func,
    Q,
    QuerySet,
)
from django.db.models.functions import Cast
from django.utils import timezone

from gevinst.features.catalogue.models import LegalClause, Phase, Process

# A process in these is worked on or in use; an idea may rest, and what is over is over.
ACTIVE = (
    Phase.PREANALYSIS,
    Phase.SPECIFICATION,
    Phase.DEVELOPMENT,
    Phase.IMPLEMENTATION,
    Phase.OPERATION,
)
STALE_MONTHS = 12


class Months(Func):
    """So many months, by the calendar."""

    template = "make_interval(months => (%(expressions)s)::int)"
    output_field = DurationField()


def clauses_due(today: date) -> QuerySet[LegalClause]:
    """Clauses that were never verified, or not within their months; not those of decommissioned processes."""
    next_time = Cast(
        ExpressionWrapper(F("verified_on") + Months(F("verify_months")), output_field=DateField()),
        DateField(),
    )
    found = LegalClause.objects.exclude(process__phase=Phase.DECOMMISSIONED)
    found = found.annotate(next_time=next_time)
    return found.filter(Q(verified_on=None) | Q(next_time__lte=today))


def due(clause: LegalClause, today: date) -> bool:
    """Whether the clause waits to be verified on that day."""
    return (
        clause.verified_on is None
        or months_after(clause.verified_on, clause.verify_months) <= today
    )


def stale(today: date) -> QuerySet[Process]:
    """Processes in an active phase that nobody has changed for `STALE_MONTHS` months, the oldest first."""
    since = datetime.combine(
        months_after(today, -STALE_MONTHS), time.max, timezone.get_current_timezone()
    )
    found = Process.objects.filter(phase__in=ACTIVE, changed_at__lte=since)
    return found.defer("search").order_by("changed_at", "pk")


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a month that is too short.

    >>> months_after(date(2026, 1, 31), 1), months_after(date(2026, 3, 31), -12)
    (datetime.date(2026, 2, 28), datetime.date(2025, 3, 31))
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError
