"""Who may change people, roles, units and tokens."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from gevinst.features.accounts.models import User
from gevinst.shared.actor import Actor, Right, Role
from gevinst.shared.errors import DomainError


def require_national(by: Actor) -> None:
    """Raises `DomainError("not-allowed")` unless `by` is a national administrator or the system."""
    if not (by.national or by.system):
        raise DomainError("not-allowed", _("Only a national administrator may do this."))


def require_may_grant(by: Actor, role: str, authority_id: int | None, user_id: int) -> None:
    """Raises `DomainError("not-allowed")` unless `by` may give `role`; nobody gives himself one."""
    if role == Role.NATIONAL_ADMIN or authority_id is None:
        require_national(by)
    else:
        by.require(Right.ADMINISTER, authority_id)
    if by.user_id == user_id:
        raise DomainError("not-allowed", _("You cannot give yourself a role."))


def require_may_deactivate(by: Actor, user: User) -> None:
    """Raises `DomainError("not-allowed")` unless `by` administers every authority that `user` belongs to."""
    if by.user_id == user.pk:
        raise DomainError("not-allowed", _("You cannot close your own account."))
    places = set(user.memberships.values_list("authority_id", flat=True))
    if not places or None in places:
        require_national(by)
    for place in places - {None}:
        by.require(Right.ADMINISTER, place)
