"""Processes whose owner or contact has left, and those that a person holds."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, QuerySet

from gevinst.features.accounts.queries import memberships_held
from gevinst.features.catalogue.models import Process, Visibility
from gevinst.features.catalogue.permissions import readable
from gevinst.shared.actor import Actor, Right


def held_by(user_id: int, authority_id: int | None = None) -> list[Process]:
    """What a person owns or is the contact of (at one authority), but for what only they may read."""
    found = Process.objects.filter(Q(owner=user_id) | Q(contact=user_id))
    if authority_id is not None:
        found = found.filter(authority=authority_id)
    shared = found.exclude(visibility=Visibility.PERSONAL)
    return list(shared.select_related("authority").defer("search").order_by("sort_key", "pk"))


def abandoned(actor: Actor, authority_ids: Collection[int] | None = None) -> QuerySet[Process]:
    """Processes that `actor` administers and whose owner or contact is no longer there."""
    found = administered(actor).filter(gone("owner") | gone("contact"))
    if authority_ids is not None:
        found = found.filter(authority__in=authority_ids)
    people = found.select_related("authority", "owner", "contact").defer("search")
    return people.order_by("authority__sort_key", "owner__name", "sort_key", "pk")


def administered(actor: Actor) -> QuerySet[Process]:
    """The processes that `actor` is administrator of and may read; never anybody's personal ones."""
    found = Process.objects.filter(readable(actor)).exclude(visibility=Visibility.PERSONAL)
    if actor.national or actor.system:
        return found
    return found.filter(authority__in=actor.authorities(Right.ADMINISTER))


def gone(person: str) -> Q:
    """There is one (`owner`, `contact`), who cannot sign in or has no role at the process's authority."""
    return Q(**{f"{person}__isnull": False}) & ~there(person)


def there(person: str) -> Q:
    """The person is active and holds a role at the authority of the process."""
    held = memberships_held().filter(user=OuterRef(person), authority=OuterRef("authority"))
    return Q(Exists(held))
