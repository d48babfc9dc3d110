"""A person's notices, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import QuerySet

from gevinst.features.catalogue.models import Notice, NoticeKind
from gevinst.features.catalogue.notices.wording import Said, say
from gevinst.features.catalogue.queries.people.sight import Sight, sight
from gevinst.shared.actor import Actor

MANY = 100  # counted no further than this
LATELY = timedelta(days=31)


class Shown(NamedTuple):
    """A notice and what it says; None where the person may not read what it is about any more."""

    notice: Notice
    said: Said | None


def unread(actor: Actor) -> int:
    """How many of the actor's notices are unread, `MANY` at most; one look at the index of unread ones."""
    if actor.user_id is None:
        return 0
    return Notice.objects.filter(user=actor.user_id, read_at=None)[:MANY].count()


def notices(actor: Actor, *, kind: str = "", only_unread: bool = False) -> QuerySet[Notice]:
    """The actor's notices (of a kind), newest first."""
    found = Notice.objects.filter(user=actor.user_id or 0)
    if kind:
        found = found.filter(kind=kind)
    return found.filter(read_at=None) if only_unread else found


def in_words(actor: Actor, rows: Iterable[Notice]) -> list[Shown]:
    """Each notice with what it says to its reader now."""
    held = list(rows)
    seen = sight(actor, held)
    return [Shown(one, _said(one, seen)) for one in held]


def _said(one: Notice, seen: Sight) -> Said | None:
    if not seen.sees(one):
        return None
    return say(one, internal=one.process_id in seen.internal, readable=seen.open)


def news(actor: Actor, now: datetime, limit: int = 5) -> list[Shown]:
    """The newest unread notices of what the actor follows, reuses or searches for."""
    kinds = [NoticeKind.CHANGED, NoticeKind.SHARED, NoticeKind.SOURCE, NoticeKind.SEARCH]
    rows = notices(actor, only_unread=True).filter(kind__in=kinds, at__gte=now - LATELY)
    return [one for one in in_words(actor, rows[: 2 * limit]) if one.said is not None][:limit]
