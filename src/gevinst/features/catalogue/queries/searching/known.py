"""What a saved search finds now, the newest first, and a person's own saved searches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.db.models import QuerySet

from gevinst.features.catalogue.models import SavedSearch
from gevinst.features.catalogue.queries.asked import Asked
from gevinst.features.catalogue.queries.searching.found import matching
from gevinst.shared.actor import Actor

# What is new has changed lately, so it is among the newest.
LOOKED_AT = 2000


def newest(actor: Actor, asked: Asked) -> Iterator[int]:
    """The ids of what fits, the last changed first."""
    return matching(actor, replace(asked, sort="newest", page=1))


def saved_searches(actor: Actor) -> QuerySet[SavedSearch]:
    """A person's own saved searches by their names; nobody else's."""
    return SavedSearch.objects.filter(user=actor.user_id or 0)
