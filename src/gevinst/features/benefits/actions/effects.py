"""What can be done with benefits: set a baseline, note a run's effect, note a clerk's minutes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from gevinst.engines.benefit import effect
from gevinst.engines.benefit.evidence import MEASURED
from gevinst.features.benefits import queries
from gevinst.features.benefits.models import Baseline, Effect, Evidence, Grade
from gevinst.features.benefits.permissions import require_may_set_baseline
from gevinst.features.catalogue import queries as catalogue
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

SEEN = frozenset({Evidence.MEASURED, Evidence.LOG})


def set_baseline(
    *,
    process_id: int,
    valid_from: date,
    manual_minutes: Decimal,
    exception_minutes: Decimal,
    hourly_cost: Decimal,
    evidence: str,
    source: str,
    by: Actor,
    grade: str = "",
    n: int | None = None,
    minutes_before: Decimal | None = None,
    minutes_after: Decimal | None = None,
    measured_on: date | None = None,
) -> Baseline:
    """The baseline that holds from `valid_from` on; what runs have freed already is not touched.

    An own measurement may say how many cases (`n`) and the minutes an item before and after: then
    `manual_minutes` are no more than the difference.

    Raises `DomainError`: "not-found", "not-allowed", "invalid" (negative numbers, no source).
    """
    process = catalogue.process(by, process_id)
    require_may_set_baseline(by, process.authority_id)
    _check(manual_minutes, exception_minutes, hourly_cost, evidence, source)
    _check_measurement(manual_minutes, evidence, grade, minutes_before, minutes_after)
    with audited("benefits.set_baseline", by=by, authority_id=process.authority_id) as entry:
        baseline = Baseline.objects.create(
            process_id=process_id,
            valid_from=valid_from,
            manual_minutes=manual_minutes,
            exception_minutes=exception_minutes,
            hourly_cost=hourly_cost,
            evidence=evidence,
            source=source.strip(),
            grade=grade,
            n=n,
            minutes_before=minutes_before,
            minutes_after=minutes_after,
            measured_on=measured_on,
            created_by_id=by.user_id,
            created_by_name=by.name,
        )
        about(entry, baseline, process=process_id, valid_from=valid_from.isoformat())
    return baseline


def _check(
    manual: Decimal, exception: Decimal, hourly: Decimal, evidence: str, source: str
) -> None:
    if not source.strip():
        raise DomainError("invalid", _("Say where the numbers come from."), field="source")
    if min(manual, exception, hourly) < 0:
        raise DomainError("invalid", _("Minutes and cost cannot be negative."))
    if evidence not in Evidence.values:
        raise DomainError("invalid", _("Say how the numbers are known."), field="evidence")


def _check_measurement(
    manual: Decimal, evidence: str, grade: str, before: Decimal | None, after: Decimal | None
) -> None:
    if grade and (grade not in Grade.values or (grade in MEASURED) != (evidence in SEEN)):
        message = _("The grade does not fit how the numbers are known.")
        raise DomainError("invalid", message, field="grade")
    if (before is None) != (after is None):
        raise DomainError("invalid", _("Give the minutes before and after."), field="minutes_after")
    if before is not None and after is not None:
        if min(before, after) < 0:
            raise DomainError("invalid", _("Minutes and cost cannot be negative."))
        if manual > before - after:
            message = _("That is more than the measurement shows: before less after.")
            raise DomainError("invalid", message, field="manual_minutes")


def record_effect(
    *, run_id: int, process_id: int, on: date, untouched: int, exceptions: int, actor: Actor
) -> Effect | None:
    """The effect of the run by the baseline of its day; None where there is none. Once a run."""
    baseline = queries.baseline_on(process_id, on)
    if baseline is None:
        return None
    known = Effect.objects.filter(run_id=run_id).first()
    if known is not None:
        return known
    row = Effect(
        run_id=run_id,
        process_id=process_id,
        baseline=baseline,
        on=on,
        untouched=untouched,
        exceptions=exceptions,
    )
    with audited("benefits.record_effect", by=actor) as entry:
        _compute(row)
        about(entry, row, run=run_id, baseline=baseline.pk)
    return row


def record_exception(
    *, run_id: int, minutes: Decimal, actor: Actor, done: int = 1
) -> Effect | None:
    """The run's effect with a clerk's `minutes` added; None where the run has none.

    `done` is 1 where the exception is closed with that, 0 where it comes back (put on hold), -1 where it
    had been closed and is opened again.
    """
    with audited("benefits.record_exception", by=actor) as entry:
        row = Effect.objects.select_for_update().filter(run_id=run_id).first()
        if row is None:
            entry.target_type, entry.target_id = "operations.run", str(run_id)
            return None
        row.clerk_minutes += minutes
        row.exceptions_done = min(row.exceptions, max(0, row.exceptions_done + done))
        _compute(row)
        about(entry, row, minutes=str(minutes))
    return row


def _compute(row: Effect) -> None:
    freed = effect(
        untouched=row.untouched,
        exceptions=row.exceptions,
        exceptions_done=row.exceptions_done,
        measured=row.clerk_minutes,
        rates=row.baseline.rates,
    )
    row.hours, row.amount = freed.hours, freed.amount
    row.save()
