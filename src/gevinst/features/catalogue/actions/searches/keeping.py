"""Saves a search for a person, changes its name and pace, and forgets it."""

from __future__ import annotations

from itertools import islice

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import Pace, SavedSearch
from gevinst.features.catalogue.queries.asked import address, asked_of
from gevinst.features.catalogue.queries.searching.known import LOOKED_AT, newest
from gevinst.shared.actor import Actor
from gevinst.shared.audit import audited
from gevinst.shared.errors import DomainError

MOST = 50  # searches of one person
LONGEST = 120


def save_search(*, query: str, label: str, pace: str, by: Actor) -> SavedSearch:
    """The search of an address, under a name; what it finds now is known and not told.

    Raises `DomainError`: "not-allowed" for one who is no person, "invalid" with `fields`.
    """
    user_id = _person(by)
    if SavedSearch.objects.filter(user=user_id).count() >= MOST:
        raise DomainError("invalid", _("Delete a saved search before you save another."))
    asked = asked_of(query)
    made = SavedSearch(user_id=user_id, query=address(asked))
    _name(made, label, pace)
    made.told = list(islice(newest(by, asked), LOOKED_AT))
    made.told_at = timezone.now()
    with audited("catalogue.save_search", by=by):
        made.save()
    return made


def change_search(*, search_id: int, label: str, pace: str, by: Actor) -> SavedSearch:
    """The search with another name and pace. Raises `DomainError`: "not-found", "invalid" with `fields`."""
    found = _own(search_id, by)
    _name(found, label, pace)
    with audited("catalogue.change_search", by=by):
        found.save(update_fields=["label", "pace"])
    return found


def forget_search(*, search_id: int, by: Actor) -> None:
    """The search is not there any more. Raises `DomainError`: "not-found"."""
    found = _own(search_id, by)
    with audited("catalogue.forget_search", by=by):
        found.delete()


def _person(by: Actor) -> int:
    if by.user_id is None:
        raise DomainError("not-allowed", _("Only a person can save a search."))
    return by.user_id


def _own(search_id: int, by: Actor) -> SavedSearch:
    found = SavedSearch.objects.filter(pk=search_id, user=by.user_id or 0).first()
    if found is None:
        raise DomainError("not-found", _("There is no such saved search."))
    return found


def _name(search: SavedSearch, label: str, pace: str) -> None:
    search.label, search.pace = " ".join(label.replace("\0", "").split()), pace
    if not 0 < len(search.label) <= LONGEST:
        raise DomainError("invalid", _("Give the search a name."), fields=["label"])
    if pace not in Pace.values:
        raise DomainError("invalid", _("Choose how often."), fields=["pace"])
