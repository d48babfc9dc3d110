"""Somebody left: the local administrators hear which processes need new hands."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from gevinst.features.catalogue.actions.notices.telling import tell
from gevinst.features.catalogue.models import NoticeKind
from gevinst.features.catalogue.queries.people.handover import held_by
from gevinst.features.catalogue.queries.people.responsible import local_administrators
from gevinst.shared.actor import Actor

if TYPE_CHECKING:
    from gevinst.features.accounts.models import User

MOST = 20  # titles written out


def left(user: User, authority_ids: Collection[int], actor: Actor, **_: Any) -> None:
    """One notice an authority, where the person owned or was the contact of something."""
    for authority_id in authority_ids:
        held = held_by(user.pk, authority_id)
        if not held:
            continue
        facts = {
            "what": "hand-over",
            "person": user.name,
            "ids": [process.pk for process in held[:MOST]],
            "items": [process.title for process in held[:MOST]],
            "url_name": "hand-over",
        }
        wanted = local_administrators(authority_id) - {actor.user_id, user.pk}
        tell(to=wanted, kind=NoticeKind.DUTY, facts=facts)
