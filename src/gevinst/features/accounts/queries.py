"""What others ask of accounts: who acts, which authorities there are."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from gevinst.features.accounts.models import User
from gevinst.shared.actor import GUEST, Actor


def actor_of(user: User | AnonymousUser) -> Actor:
    """The actor that a signed-in user is; `GUEST` for nobody."""
    if not isinstance(user, User) and not getattr(user, "is_authenticated", False):
        return GUEST
    roles: dict[int, set[str]] = {}
    national = False
    for membership in user.memberships.all():
        if membership.authority_id is None:
            national = True
        else:
            roles.setdefault(membership.authority_id, set()).add(membership.role)
    frozen = {key: frozenset(held) for key, held in roles.items()}
    return Actor(name=user.name, user_id=user.pk, roles=frozen, national=national)
