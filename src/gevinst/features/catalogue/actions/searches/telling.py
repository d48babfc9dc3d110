"""Tells the owners of saved searches what is newly found."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from itertools import islice

from django.db import transaction

from gevinst.features.accounts.queries import actors_of
from gevinst.features.catalogue.actions.notices.telling import tell
from gevinst.features.catalogue.models import Change, NoticeKind, SavedSearch
from gevinst.features.catalogue.queries.asked import asked_of
from gevinst.features.catalogue.queries.reading import titles
from gevinst.features.catalogue.queries.searching.found import answers_by_index
from gevinst.features.catalogue.queries.searching.known import LOOKED_AT, newest
from gevinst.shared.actor import Actor

NAMED = 20  # hits by title in one notice
REMEMBERED = 3 * LOOKED_AT
# So long after it was written a change may come to sight.
LATEST = timedelta(minutes=10)


def tell_new_hits(*, paces: Collection[str], now: datetime) -> int:
    """The searches of these paces are asked again; how many had something new to tell.

    Nothing where the index cannot answer: what the database finds instead is not quite the same, and would
    be told as new.
    """
    if not answers_by_index():
        return 0
    last = Change.objects.order_by("-id").values_list("at", flat=True).first()
    waiting = SavedSearch.objects.filter(pace__in=paces)
    waiting = waiting.filter(told_at__lt=last + LATEST) if last else waiting.none()
    actors = {actor.user_id: actor for actor in actors_of(waiting.values_list("user", flat=True))}
    told = 0
    for search in waiting.order_by("pk"):
        actor = actors.get(search.user_id)
        told += actor is not None and _tell(search, actor, now)
    return told


def _tell(search: SavedSearch, actor: Actor, now: datetime) -> bool:
    asked = asked_of(search.query)
    with transaction.atomic():
        found = list(islice(newest(actor, asked), LOOKED_AT))
        known = set(search.told)
        new = [pk for pk in found if pk not in known]
        search.told = [*new, *search.told][:REMEMBERED]
        search.told_at = now
        search.save(update_fields=["told", "told_at"])
        named = titles(actor, new[:NAMED])
        if not named:
            return False
        facts = {
            "what": "search-hits",
            "title": search.label,
            "ids": [pk for pk in new[:NAMED] if pk in named],
            "items": [named[pk] for pk in new[:NAMED] if pk in named],
            "text": "",
            "url_name": "catalogue",
            "url_query": search.query,
        }
        tell(to=[search.user_id], kind=NoticeKind.SEARCH, facts=facts, pace=search.pace)
    return True
