"""What is known of benefits: baselines as of a day, and the effect by process, month and authority."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import Case, CharField, Count, Max, Min, QuerySet, Sum, Value, When
from django.db.models.functions import TruncMonth

from gevinst.features.benefits.models import Baseline, Effect, Evidence
from gevinst.features.benefits.permissions import may_set_baseline
from gevinst.features.catalogue import queries as catalogue
from gevinst.shared.actor import Actor, Right

MEASURED, ESTIMATED = "measured", "estimated"


class Sums(NamedTuple):
    """Sums over runs. Hours and DKK can be negative."""

    hours: Decimal = Decimal("0.00")
    amount: Decimal = Decimal("0.00")
    untouched: int = 0
    exceptions: int = 0
    runs: int = 0
    first: date | None = None
    last: date | None = None


class Line(NamedTuple):
    """The sums of one month of one process (either may be left open), on one kind of baseline.

    `kind` is "measured" where the baseline was measured or read from a log, else "estimated".
    """

    process: int | None
    month: date | None
    kind: str
    sums: Sums


def baselines(actor: Actor, process_id: int) -> QuerySet[Baseline]:
    """Every baseline of a process, newest first. Raises `DomainError("not-found")`."""
    catalogue.process(actor, process_id)
    return Baseline.objects.filter(process_id=process_id)


def baseline_on(process_id: int, on: date) -> Baseline | None:
    """The baseline that holds on a day: the latest that is valid by then; of one day the newest."""
    return Baseline.objects.filter(process_id=process_id, valid_from__lte=on).first()


def may_set(actor: Actor, process_id: int) -> bool:
    """Whether `actor` may set the process's baseline."""
    return may_set_baseline(actor, catalogue.process(actor, process_id).authority_id)


def effects(
    actor: Actor,
    *,
    process: int | None = None,
    authorities: Iterable[int] | None = None,
    since: date | None = None,
    until: date | None = None,
) -> QuerySet[Effect]:
    """The effects of processes that `actor` may read, newest first. Both days are included."""
    found = Effect.objects.filter(process__in=catalogue.readable_ids(actor))
    if process is not None:
        found = found.filter(process_id=process)
    if authorities is not None:
        found = found.filter(process__authority__in=authorities)
    if since is not None:
        found = found.filter(on__gte=since)
    if until is not None:
        found = found.filter(on__lte=until)
    return found.select_related("baseline", "process__authority").order_by("-on", "-pk")


def own_authorities(actor: Actor) -> frozenset[int] | None:
    """The authorities whose benefits are the actor's own; None for all of them."""
    return None if actor.national or actor.system else actor.authorities(Right.READ)


def baselines_behind(found: QuerySet[Effect]) -> list[Baseline]:
    """The baselines that these effects were counted by, newest first."""
    return list(Baseline.objects.filter(effects__in=found.order_by()).distinct())


def sums(found: QuerySet[Effect]) -> dict[str, Sums]:
    """The sums of effects by kind of baseline; both kinds are always there."""
    lines = _lines(found)
    known = {line.kind: line.sums for line in lines}
    return {kind: known.get(kind, Sums()) for kind in (MEASURED, ESTIMATED)}


def together(parts: Iterable[Sums]) -> Sums:
    """Several sums as one."""
    kept = [part for part in parts if part.runs]
    days = [day for part in kept for day in (part.first, part.last) if day]
    return Sums(
        hours=sum((part.hours for part in kept), Decimal("0.00")),
        amount=sum((part.amount for part in kept), Decimal("0.00")),
        untouched=sum(part.untouched for part in kept),
        exceptions=sum(part.exceptions for part in kept),
        runs=sum(part.runs for part in kept),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def by_month(found: QuerySet[Effect]) -> list[Line]:
    """The sums by month and kind, oldest first."""
    return sorted(_lines(found, "month"), key=lambda line: (str(line.month), line.kind))


def by_process(found: QuerySet[Effect]) -> list[Line]:
    """The sums by process and kind, most hours first."""
    return sorted(_lines(found, "process"), key=lambda line: -line.sums.hours)


def by_process_and_month(found: QuerySet[Effect]) -> list[Line]:
    """The sums by process, month and kind, oldest month first."""
    return sorted(
        _lines(found, "month", "process"),
        key=lambda line: (str(line.month), line.process, line.kind),
    )


def _lines(found: QuerySet[Effect], *by: str) -> list[Line]:
    guessed = When(baseline__evidence=Evidence.ESTIMATED, then=Value(ESTIMATED))
    rows = found.order_by().annotate(
        kind=Case(guessed, default=Value(MEASURED), output_field=CharField()),
        month=TruncMonth("on"),
    )
    summed = rows.values("kind", *by).annotate(
        all_hours=Sum("hours"),
        all_amount=Sum("amount"),
        all_untouched=Sum("untouched"),
        all_exceptions=Sum("exceptions"),
        runs=Count("pk"),
        first=Min("on"),
        last=Max("on"),
    )
    return [_line(row) for row in summed]


def _line(row: dict[str, Any]) -> Line:
    held = Sums(
        hours=row["all_hours"],
        amount=row["all_amount"],
        untouched=row["all_untouched"],
        exceptions=row["all_exceptions"],
        runs=row["runs"],
        first=row["first"],
        last=row["last"],
    )
    return Line(row.get("process"), row.get("month"), row["kind"], held)


def without_baseline(actor: Actor, authorities: Iterable[int]) -> list[tuple[int, str]]:
    """Id and title of processes in operation that no baseline holds for: their effect is not counted."""
    wanted = set(authorities)
    running = catalogue.processes(actor, phase="operation", sort="title")
    known = Baseline.objects.values("process")
    found = running.filter(authority__in=wanted).exclude(pk__in=known)
    return list(found.values_list("pk", "title")[:50])
