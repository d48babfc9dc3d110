"""What followers hear of an import: one notice a process that they follow, in their next digest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from gevinst.features.catalogue.actions.notices.telling import tell
from gevinst.features.catalogue.actions.writing import Changed
from gevinst.features.catalogue.fields import INTERNAL
from gevinst.features.catalogue.models import Follow, NoticeKind, Pace, Process
from gevinst.features.catalogue.notices.naming import changes
from gevinst.shared.actor import Actor


class Told(NamedTuple):
    """A known process, and what of it changed."""

    process: Process
    changed: Changed


def tell_followers(told: Sequence[Told], by: Actor) -> None:
    """Followers of the processes that changed hear what; nothing is mailed at once."""
    by_id = {one.process.pk: one for one in told}
    listeners: dict[int, set[int]] = {}
    rows = Follow.objects.filter(process__in=by_id).exclude(user=by.user_id)
    pairs = rows.values_list("process_id", "user_id")
    for process_id, user_id in [(one, user) for one, user in pairs if one is not None]:
        listeners.setdefault(process_id, set()).add(user_id)
    for process_id, wanted in listeners.items():
        _tell(by_id[process_id], wanted, by)


def _tell(told: Told, wanted: set[int], by: Actor) -> None:
    process = told.process
    facts: dict[str, Any] = {
        "what": "changed",
        "actor": by.name,
        "title": process.title,
        "authority": process.authority.name,
        "changes": changes(told.changed),
    }
    if set(told.changed) <= INTERNAL:
        facts["internal"] = True
    tell(to=wanted, kind=NoticeKind.CHANGED, facts=facts, process=process, pace=Pace.DAILY)
