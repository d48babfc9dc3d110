"""Who has seen a process; for its owner and co-editors alone."""

from __future__ import annotations

from gevinst.features.catalogue.models import Process, Seen
from gevinst.shared.actor import Actor


def seen_by(actor: Actor, process: Process, limit: int = 20) -> list[Seen] | None:
    """Who saw it last, the latest first; None for whoever is neither owner nor co-editor."""
    if actor.user_id is None or not _edits(actor, process):
        return None
    rows = Seen.objects.filter(process=process).exclude(user=actor.user_id)
    found = rows.select_related("user").prefetch_related("user__memberships__authority")
    return list(found.order_by("-last_at")[:limit])


def _edits(actor: Actor, process: Process) -> bool:
    if process.owner_id == actor.user_id:
        return True
    return process.co_editors.filter(user=actor.user_id).exists()
