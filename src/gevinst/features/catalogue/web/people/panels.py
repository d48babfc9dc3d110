"""What the page of a process shows of people: the buttons to follow, and who has seen it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from gevinst.features.catalogue.actions.notices.reading import mark_read_about
from gevinst.features.catalogue.actions.people.seeing import see
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.queries.people.contact import reach
from gevinst.features.catalogue.queries.people.following import follows
from gevinst.features.catalogue.queries.people.seen import seen_by
from gevinst.shared.actor import Actor


def follow_panel(request: HttpRequest, process: Process) -> dict[str, Any] | None:
    """The buttons; for people only."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if actor.user_id is None:
        return None
    mine, theirs = follows(actor, process.pk, process.authority_id)
    return {"process": process, "follows": mine, "follows_authority": theirs}


def contact_panel(request: HttpRequest, process: Process) -> dict[str, Any]:
    """Whom to ask; always there."""
    return {"reach": reach(request.actor, process)}  # type: ignore[attr-defined]


def seen_panel(request: HttpRequest, process: Process) -> dict[str, Any] | None:
    """Keeps that the page was opened; its owner and co-editors see by whom."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if actor.user_id is None:
        return None
    see(process=process, by=actor, now=timezone.now())
    mark_read_about(process_id=process.pk, by=actor)
    found = seen_by(actor, process)
    return {"seen": found, "watched": found is None and not actor.national}
