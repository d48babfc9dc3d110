"""A file from its dry run to its report: kept until it is carried out or given up, then emptied."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.engines.exchange.processes import Reading
from gevinst.features.accounts.queries import actors_of
from gevinst.features.catalogue.actions.importing.applying import Progress, carry_out
from gevinst.features.catalogue.actions.importing.planned import Plan
from gevinst.features.catalogue.actions.importing.planning import plan
from gevinst.features.catalogue.actions.importing.reporting import report
from gevinst.features.catalogue.actions.importing.sources import Options, read
from gevinst.features.catalogue.models import ImportRun
from gevinst.features.catalogue.permissions import require_may_import
from gevinst.features.catalogue.queries.importing import import_run
from gevinst.shared.actor import SYSTEM, Actor
from gevinst.shared.errors import DomainError

AT_ONCE = 50  # records that a person waits for; more are the worker's
KEPT = timedelta(days=2)
State = ImportRun.State


def prepare(*, kind: str, content: bytes, filename: str, options: Options, by: Actor) -> ImportRun:
    """The dry run of a file, kept so that it can be confirmed. Raises "not-allowed", "invalid"."""
    require_may_import(by)
    made = plan(_looked_at(kind, content, options), by=by, authority_id=options.authority_id)
    return ImportRun.objects.create(
        source=kind,
        filename=filename[-200:],
        authority_id=options.authority_id,
        by_id=by.user_id,
        state=State.PLANNED,
        content=content,
        options=options.stored(),
        report=report(made),
        total=len(made.records),
    )


def confirm(*, run_id: int, by: Actor) -> ImportRun:
    """Carries the import out: a small one at once, a large one in the worker.

    Raises "not-found"; "already-done" when it was confirmed or given up before.
    """
    with transaction.atomic():
        run = held(run_id, by)
        run.state = State.WAITING
        run.save(update_fields=["state"])
        if run.total > AT_ONCE:
            _defer(run)
            return run
    return perform(run_id=run_id)


def drop(*, run_id: int, by: Actor) -> None:
    """Gives the import up and deletes the file. Raises as `confirm`."""
    with transaction.atomic():
        run = held(run_id, by)
        run.state, run.content, run.report = State.DROPPED, None, {}
        run.save(update_fields=["state", "content", "report"])


def perform(*, run_id: int) -> ImportRun:
    """Carries a confirmed import out, as whoever prepared it; one that is not waiting is left alone."""
    taken = ImportRun.objects.filter(pk=run_id, state=State.WAITING).update(state=State.RUNNING)
    run = ImportRun.objects.get(pk=run_id)
    if not taken:
        return run
    try:
        done = _carried_out(run)
    except Exception:
        ImportRun.objects.filter(pk=run_id).update(state=State.FAILED, ended_at=timezone.now())
        raise
    run.report, run.state, run.content = report(done), State.DONE, None
    run.ended_at = timezone.now()
    run.save()
    return run


def take(
    *, kind: str, content: bytes, filename: str, options: Options, by: Actor, progress: Progress
) -> tuple[ImportRun, Plan]:
    """Carries a file out at once, for whoever stands by; the report is kept. Raises as `prepare`."""
    require_may_import(by)
    made = plan(read(kind, content, options), by=by, authority_id=options.authority_id)
    done = carry_out(made, by=by, authority_id=options.authority_id, progress=progress)
    run = ImportRun.objects.create(
        source=kind,
        filename=filename[-200:],
        authority_id=options.authority_id,
        by_id=by.user_id,
        report=report(done),
        total=len(done.records),
        done=len(done.records),
        ended_at=timezone.now(),
    )
    return run, done


def forget_files(*, now: datetime) -> int:
    """Gives up dry runs that nobody confirmed in two days; how many."""
    old = ImportRun.objects.filter(state=State.PLANNED, at__lt=now - KEPT)
    return old.update(state=State.DROPPED, content=None, report={})


def _looked_at(kind: str, content: bytes, options: Options) -> Reading:
    """The records; none of a list whose title has to be pointed out first."""
    try:
        return read(kind, content, options)
    except DomainError as fault:
        if options.mapping is None and fault.facts.get("reason") == "no-title-column":
            return Reading(())
        raise


def _carried_out(run: ImportRun) -> Plan:
    by = _actor(run)
    options = Options(**run.options)
    made = plan(
        read(run.source, bytes(run.content or b""), options), by=by, authority_id=run.authority_id
    )

    def told(done: int, total: int) -> None:
        ImportRun.objects.filter(pk=run.pk).update(done=done, total=total)

    return carry_out(made, by=by, authority_id=run.authority_id, progress=told)


def _actor(run: ImportRun) -> Actor:
    """Whoever prepared it, with the rights that they have now; nobody has any when they are gone."""
    if run.by_id is None:
        return SYSTEM
    found = actors_of([run.by_id])
    if not found:
        raise DomainError("not-allowed", _("Whoever prepared the import may not sign in any more."))
    return found[0]


def held(run_id: int, by: Actor) -> ImportRun:
    """A dry run that waits, held until the transaction ends. Raises "not-found", "already-done"."""
    run = import_run(by, run_id)
    held = ImportRun.objects.select_for_update().get(pk=run.pk)
    if held.state != State.PLANNED:
        raise DomainError("already-done", _("The import was confirmed or given up before."))
    return held


def _defer(run: ImportRun) -> None:
    from gevinst.features.catalogue.tasks.importing import carry_out_import

    carry_out_import.defer(run_id=run.pk)
