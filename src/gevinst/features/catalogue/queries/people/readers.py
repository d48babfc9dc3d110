"""Which of many people may read a process, and what is internal of it: `permissions`, for all at once."""

from __future__ import annotations

from collections.abc import Iterable

from gevinst.features.accounts.queries import actors_of
from gevinst.features.catalogue.models import Process, Visibility
from gevinst.shared.actor import Actor, Right


def readers(process: Process, user_ids: Iterable[int], *, internal: bool = False) -> set[int]:
    """Those of `user_ids` who are active and may read the process; `internal`: also what is internal."""
    editors = set(process.co_editors.values_list("user_id", flat=True))
    may = _may_read_internal if internal else _may_read
    return {
        actor.user_id
        for actor in actors_of(user_ids)
        if actor.user_id is not None and may(actor, process, actor.user_id in editors)
    }


def _may_read(actor: Actor, process: Process, edits: bool) -> bool:
    if edits:
        return True
    if process.visibility == Visibility.PERSONAL:
        return actor.user_id == process.owner_id
    if actor.national or actor.may(Right.READ, process.authority_id):
        return True
    if process.withheld:
        return False
    if process.visibility == Visibility.PUBLIC:
        return True
    return process.visibility == Visibility.ALL_AUTHORITIES and bool(actor.roles)


def _may_read_internal(actor: Actor, process: Process, edits: bool) -> bool:
    if process.visibility == Visibility.PERSONAL:
        return edits or actor.user_id == process.owner_id
    return edits or actor.may(Right.READ, process.authority_id)
