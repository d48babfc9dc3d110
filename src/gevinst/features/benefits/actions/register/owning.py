"""Who owns a benefit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits import queries
from gevinst.features.benefits.models import Benefit
from gevinst.features.benefits.permissions import require_may_write
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

if TYPE_CHECKING:
    from gevinst.features.accounts.models import User


def hand_over(*, benefit_id: int, owner_id: int, by: Actor) -> Benefit:
    """The benefit with a new owner, who has a role at the authority.

    Raises `DomainError`: "not-found", "not-allowed", "invalid".
    """
    seen = queries.benefit(by, benefit_id)
    require_may_write(by, seen.authority_id)
    owner = owner_at(seen.authority_id, owner_id)
    with audited("benefits.hand_over", by=by, authority_id=seen.authority_id) as entry:
        held = Benefit.objects.select_for_update().get(pk=seen.pk)
        about(entry, held, owner=owner.pk, before=held.owner_id)
        own(held, owner)
        held.reminded_for = None  # the new owner has not been told
        held.save()
    return held


def own(one: Benefit, owner: User) -> None:
    """Makes the user its owner."""
    one.owner, one.owner_name = owner, owner.name


def owner_at(authority_id: int, owner_id: int) -> User:
    """One who has a role at the authority. Raises `DomainError("invalid")`."""
    for user in queries.owners([authority_id]):
        if user.pk == owner_id:
            return user
    message = _("The owner has to be somebody with a role at the authority.")
    raise DomainError("invalid", message, field="owner")
