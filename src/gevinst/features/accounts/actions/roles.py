"""Gives and takes roles."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from gevinst.features.accounts.models import Authority, Membership, Unit, User
from gevinst.features.accounts.permissions import require_may_grant, require_national
from gevinst.features.accounts.signals import person_left
from gevinst.shared.actor import Actor, Right, Role
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

ADMINISTRATORS = (Role.LOCAL_ADMIN, Role.NATIONAL_ADMIN)


def grant_role(
    *, user: User, role: str, authority: Authority | None, by: Actor, unit: Unit | None = None
) -> Membership:
    """The person holds the role at the authority (the national one: at none).

    Raises `DomainError`: `not-allowed`, `invalid` (role and authority do not fit), `already-done`.
    """
    where = authority.pk if authority else None
    require_may_grant(by, role, where, user.pk)
    if role not in Role.values or (role == Role.NATIONAL_ADMIN) != (authority is None):
        raise DomainError(
            "invalid", _("The national role is held at no authority, the others at one.")
        )
    if unit is not None and unit.authority_id != where:
        raise DomainError("invalid", _("The unit belongs to another authority."))
    with audited("accounts.grant_role", by=by, authority_id=where) as entry:
        held, new = Membership.objects.get_or_create(
            user=user, authority=authority, role=role, defaults={"unit": unit}
        )
        if not new:
            raise DomainError("already-done", _("The person already has this role."))
        about(entry, user, role=role)
    return held


def revoke_role(*, membership: Membership, by: Actor) -> None:
    """The person no longer holds the role. Raises `DomainError`: `not-allowed`, `last-admin`."""
    where = membership.authority_id
    if where is None:
        require_national(by)
    else:
        by.require(Right.ADMINISTER, where)
    with audited(
        "accounts.revoke_role", by=by, target=membership.user, authority_id=where
    ) as entry:
        keep_an_administrator(membership)
        entry.facts = {"role": membership.role}
        user = membership.user
        membership.delete()
        if where is not None and not user.memberships.filter(authority=where).exists():
            person_left.send(User, user=user, authority_ids=[where], actor=by)


def keep_an_administrator(membership: Membership) -> None:
    """Raises `DomainError("last-admin")` when nobody else active has this administrator's role there."""
    if membership.role not in ADMINISTRATORS:
        return
    # Locked, so that two administrators cannot remove each other at the same moment.
    peers = Membership.objects.select_for_update(of=("self",)).filter(
        role=membership.role, authority=membership.authority_id, user__is_active=True
    )
    if all(peer.user_id == membership.user_id for peer in peers.order_by("pk")):
        raise DomainError("last-admin", _("An authority needs at least one administrator."))
