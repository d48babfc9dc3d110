"""A process was saved or handed over: followers, owner, co-editors and adopters hear what changed."""

from __future__ import annotations

from typing import Any

from gevinst.features.catalogue.actions.notices.telling import tell
from gevinst.features.catalogue.actions.quiet import is_quiet
from gevinst.features.catalogue.fields import INTERNAL
from gevinst.features.catalogue.models import NoticeKind, Process, Visibility
from gevinst.features.catalogue.notices.naming import changes
from gevinst.features.catalogue.queries.people import responsible as people
from gevinst.shared.actor import Actor

Changed = dict[str, tuple[Any, Any]]
SHARED = frozenset({Visibility.ALL_AUTHORITIES, Visibility.PUBLIC})
HANDS = {"owner": "owner", "contact": "contact", "co_editors": "co-editor"}


def heard(process: Process, actor: Actor, created: bool, changed: Changed, **_: Any) -> None:
    """Each person hears once: a new hand of that, others of what changed, or of what is newly shared."""
    if is_quiet():
        return
    told = {actor.user_id} | _new_hands(process, actor, changed)
    if _newly_shared(process, created, changed):
        wanted = people.followers_of_authority(process.authority_id) - told
        facts = _facts(process, actor, "shared") | {"text": process.summary}
        tell(to=wanted, kind=NoticeKind.SHARED, facts=facts, process=process)
        told |= wanted
    if changed and not created:
        _told_of_change(process, actor, changed, told)


def _new_hands(process: Process, actor: Actor, changed: Changed) -> set[int | None]:
    told: set[int | None] = set()
    for field, what in HANDS.items():
        before, after = (_ids(value) for value in changed.get(field, (None, None)))
        wanted = after - before - told - {actor.user_id}
        facts = _facts(process, actor, what)
        tell(to=wanted, kind=NoticeKind.DUTY, facts=facts, process=process)
        told |= wanted
    return told


def _told_of_change(
    process: Process, actor: Actor, changed: Changed, told: set[int | None]
) -> None:
    facts = {**_facts(process, actor, "changed"), "changes": changes(changed)}
    if set(changed) <= INTERNAL:
        facts["internal"] = True
    close = people.followers(process) | people.responsible(process) | _hands_before(changed)
    close -= told
    tell(to=close, kind=NoticeKind.CHANGED, facts=facts, process=process)
    users = people.adopters(process) - told - close
    tell(
        to=users, kind=NoticeKind.SOURCE, facts={**facts, "what": "source-changed"}, process=process
    )


def _hands_before(changed: Changed) -> set[int]:
    return {one for field in HANDS if field in changed for one in _ids(changed[field][0])}


def _facts(process: Process, actor: Actor, what: str) -> dict[str, Any]:
    authority = process.authority.name
    return {"what": what, "actor": actor.name, "title": process.title, "authority": authority}


def _newly_shared(process: Process, created: bool, changed: Changed) -> bool:
    if process.visibility not in SHARED:
        return False
    return created or ("visibility" in changed and changed["visibility"][0] not in SHARED)


def _ids(value: Any) -> set[int]:
    if value is None:
        return set()
    return set(value) if isinstance(value, list) else {value}
