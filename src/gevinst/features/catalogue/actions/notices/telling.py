"""Tells people: writes notices in the running transaction; the urgent ones are mailed after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from gevinst.features.accounts.queries import actors_of
from gevinst.features.catalogue.models import Notice, NoticeKind, Pace, Process
from gevinst.features.catalogue.notices.stored import stored
from gevinst.features.catalogue.queries.people.pacing import paces
from gevinst.features.catalogue.queries.people.readers import readers
from gevinst.shared.errors import DomainError

SPAN = 60  # seconds in which what happens is bundled into one e-mail


def tell(
    *,
    to: Iterable[int],
    kind: str,
    facts: Mapping[str, Any],
    process: Process | None = None,
    pace: str | None = None,
) -> None:
    """Each person of `to` who is active, and may read `process` now, gets one notice.

    `facts["what"]` is a code of `notices.headlines`; a true `facts["internal"]` keeps it to those who may
    read what is internal. `pace` holds instead of the person's own choice. Leave out of `to` who did it.
    Raises `DomainError("invalid")` for a kind or pace that is none.
    """
    if kind not in NoticeKind.values or (pace and pace not in Pace.values):
        raise DomainError("invalid", f"{kind} {pace}")
    known = _listeners(to, process, internal=bool(facts.get("internal")))
    kept = stored(facts)
    Notice.objects.bulk_create(
        Notice(user_id=one, kind=kind, facts=kept, process=process, pace=pace or "")
        for one in sorted(known)
    )
    if known and (pace or _quickest(known, kind)) == Pace.INSTANT:
        transaction.on_commit(_mail_soon, robust=True)


def _listeners(to: Iterable[int], process: Process | None, *, internal: bool) -> set[int]:
    wanted = set(to)
    if not wanted:
        return set()
    if process is not None:
        return readers(process, wanted, internal=internal)
    return {actor.user_id for actor in actors_of(wanted) if actor.user_id is not None}


def _quickest(user_ids: set[int], kind: str) -> str:
    """`INSTANT` when anybody wants it so."""
    wanted = paces(user_ids, kind).values()
    return Pace.INSTANT if Pace.INSTANT in wanted else Pace.NEVER


def _mail_soon() -> None:
    """One job for all: while it waits, more notices ride along."""
    from procrastinate.exceptions import AlreadyEnqueued

    from gevinst.features.catalogue.tasks.notices import mail_instant

    try:
        with transaction.atomic():
            mail_instant.configure(schedule_in={"seconds": SPAN}).defer()
    except AlreadyEnqueued:
        return
