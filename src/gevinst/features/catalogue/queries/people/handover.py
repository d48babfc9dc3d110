"""Processes whose owner or contact has left, and those that a person holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from gevinst.features.accounts.queries import memberships_held
from gevinst.features.catalogue.models import Process, Visibility
from gevinst.features.catalogue.permissions import readable
from gevinst.shared.actor import Actor, Right

if TYPE_CHECKING:
    from gevinst.features.accounts.models import Authority, User


def held_by(user_id: int, authority_id: int | None = None) -> list[Process]:
    """What a person owns or is the contact of (at one authority), but for what only they may read."""
    found = Process.objects.filter(Q(owner=user_id) | Q(contact=user_id))
    if authority_id is not None:
        found = found.filter(authority=authority_id)
    shared = found.exclude(visibility=Visibility.PERSONAL)
    return list(shared.select_related("authority").defer("search").order_by("sort_key", "pk"))


class Holding(NamedTuple):
    """What one person owns or is the contact of at one authority."""

    person: User
    authority: Authority
    processes: list[Process]


def abandoned(actor: Actor) -> list[Holding]:
    """What people hold who are no longer there, where `actor` administers."""
    found = abandoned_processes(actor).select_related("authority", "owner", "contact")
    held: dict[tuple[int, int], Holding] = {}
    for process in found.annotate(owner_gone=gone("owner"), contact_gone=gone("contact")):
        for person, left in (
            (process.owner, process.owner_gone),
            (process.contact, process.contact_gone),
        ):
            if person is not None and left:
                _add(held, person, process)
    return list(held.values())


def abandoned_processes(actor: Actor) -> QuerySet[Process]:
    """Processes that `actor` administers and whose owner or contact is no longer there."""
    found = administered(actor).filter(gone("owner") | gone("contact")).defer("search")
    return found.order_by("authority__sort_key", "sort_key", "pk")


def own(actor: Actor) -> list[Holding]:
    """What `actor` holds, by authority."""
    found = Process.objects.filter(Q(owner=actor.user_id or 0) | Q(contact=actor.user_id or 0))
    held: dict[tuple[int, int], Holding] = {}
    people = found.select_related("authority", "owner", "contact").defer("search")
    for process in people.order_by("authority__sort_key", "sort_key", "pk"):
        person = process.owner if process.owner_id == actor.user_id else process.contact
        assert person is not None  # that is how it was found
        _add(held, person, process)
    return list(held.values())


def _add(held: dict[tuple[int, int], Holding], person: User, process: Process) -> None:
    key = (process.authority_id, person.pk)
    holding = held.setdefault(key, Holding(person, process.authority, []))
    if process not in holding.processes:
        holding.processes.append(process)


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
