"""A process was adopted, or its owner announced something: source's owners and adopters hear it."""

from __future__ import annotations

from typing import Any

from gevinst.features.catalogue.actions.notices.telling import tell
from gevinst.features.catalogue.actions.quiet import is_quiet
from gevinst.features.catalogue.models import Adoption, Announcement, NoticeKind
from gevinst.features.catalogue.queries.people import responsible as people
from gevinst.shared.actor import Actor


def adopted(adoption: Adoption, actor: Actor, **_: Any) -> None:
    """Those who answer for the source hear which authority reuses it."""
    if is_quiet():
        return
    source = adoption.source
    facts = {
        "what": "adopted",
        "actor": actor.name,
        "title": source.title,
        "authority": adoption.process.authority.name,
        "extent": adoption.extent,
    }
    wanted = people.responsible(source) - {actor.user_id}
    tell(to=wanted, kind=NoticeKind.ADOPTED, facts=facts, process=source)


def announced(announcement: Announcement, actor: Actor, **_: Any) -> None:
    """Those who reuse the process hear it, and those who follow it."""
    process = announcement.process
    facts = {
        "actor": actor.name,
        "title": process.title,
        "authority": process.authority.name,
        "kind": announcement.kind,
        "text": announcement.text,
    }
    users = people.adopters(process) - {actor.user_id}
    told = {**facts, "what": "announced"}
    tell(to=users, kind=NoticeKind.SOURCE, facts=told, process=process)
    others = (people.followers(process) | people.responsible(process)) - users - {actor.user_id}
    told = {**facts, "what": "announced-followed"}
    tell(to=others, kind=NoticeKind.CHANGED, facts=told, process=process)
