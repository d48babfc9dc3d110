"""Who may read what of whom: profiles, colleagues, and what a person works on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from gevinst.features.accounts.queries import authorities, person, roles_of, working_at
from gevinst.features.catalogue.models import CoEditor, Process, Profile
from gevinst.features.catalogue.permissions import readable
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

if TYPE_CHECKING:
    from gevinst.features.accounts.models import Authority, Membership, User


class Person(NamedTuple):
    """A person as the reader may see them; `profile` is None where nothing is written."""

    user: User
    profile: Profile | None
    roles: list[Membership]


def profile(actor: Actor, user_id: int) -> Person:
    """The person. Raises `DomainError("not-found")` unless a colleague, or one who lets others see it."""
    user = person(user_id)
    found = Profile.objects.filter(user=user_id).first()
    roles = roles_of(user_id)
    own = user_id == actor.user_id or actor.national
    colleague = any(role.authority_id in actor.roles for role in roles)
    shown = found is not None and found.shown and bool(actor.roles)
    if user is None or not (own or colleague or shown):
        raise DomainError("not-found", _("There is no such person."))
    return Person(user, found, roles)


def places(actor: Actor) -> list[Authority]:
    """The authorities whose people the actor may see some of: the own first, then where somebody is shown."""
    if not actor.roles and not actor.national:
        return []
    own = Q(pk__in=list(actor.roles))
    if actor.national:
        found = authorities().filter(memberships__user__is_active=True)
    else:
        found = authorities().filter(own | Q(memberships__user__profile__shown=True))
    return sorted(found.distinct(), key=lambda one: (one.pk not in actor.roles, one.sort_key))


def colleagues(actor: Actor, authority_id: int) -> QuerySet[User]:
    """The active people of an authority, those alone who are shown where it is not the actor's; by name.

    Each has `profile` (where one is written) and `owned`: how many processes the actor may see of theirs.
    """
    found = working_at(authority_id).select_related("profile")
    if not (actor.national or authority_id in actor.roles):
        found = found.filter(profile__shown=True)
    seen = Process.objects.filter(readable(actor), owner=OuterRef("pk")).order_by()
    counted = seen.values("owner").annotate(n=Count("pk")).values("n")
    return found.annotate(owned=counted).order_by("name", "pk")


def worked_on(actor: Actor, user_id: int) -> list[Process]:
    """The processes that a person owns, is the contact of or edits, of those that the actor may read."""
    edits = Exists(CoEditor.objects.filter(process=OuterRef("pk"), user=user_id))
    theirs = Q(owner=user_id) | Q(contact=user_id) | Q(edits)
    found = Process.objects.filter(readable(actor)).filter(theirs).select_related("authority")
    return list(found.defer("search").order_by("sort_key", "pk"))
