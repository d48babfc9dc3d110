"""Makes and closes people's accounts."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from gevinst.features.accounts.actions.roles import grant_role, keep_an_administrator
from gevinst.features.accounts.models import Authority, Unit, User
from gevinst.features.accounts.permissions import require_may_deactivate, require_national
from gevinst.features.accounts.signals import person_left
from gevinst.shared.actor import Actor, Right, Role
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def make_user(
    *,
    email: str,
    name: str,
    by: Actor,
    authority: Authority | None = None,
    role: str = Role.READER,
    unit: Unit | None = None,
    password: str | None = None,
) -> User:
    """A new person with a first role; without a password it is chosen through “forgot my password”.

    Without an authority the person has no role, or the national one. Raises `DomainError`: `invalid`,
    `already-done` (the address is known), `not-allowed`.
    """
    if authority is None:
        require_national(by)
    else:
        by.require(Right.ADMINISTER, authority.pk)
    _check(email, name, password)
    where = authority.pk if authority else None
    with audited("accounts.make_user", by=by, authority_id=where) as entry:
        user = User.objects.create_user(email.strip(), name.strip(), password)
        about(entry, user)
        if authority or role == Role.NATIONAL_ADMIN:
            grant_role(user=user, role=role, authority=authority, unit=unit, by=by)
    return user


def deactivate_user(*, user: User, by: Actor) -> None:
    """The person can no longer sign in; what they did stays.

    Raises `DomainError`: `not-allowed`, `last-admin`.
    """
    require_may_deactivate(by, user)
    home = user.memberships.order_by("pk").values_list("authority_id", flat=True).first()
    with audited("accounts.deactivate_user", by=by, target=user, authority_id=home):
        for membership in user.memberships.all():
            keep_an_administrator(membership)
        user.is_active = False
        user.save(update_fields=["is_active"])
        left = set(user.memberships.values_list("authority_id", flat=True)) - {None}
        person_left.send(User, user=user, authority_ids=sorted(left), actor=by)


def _check(email: str, name: str, password: str | None) -> None:
    try:
        validate_email(email.strip())
        if password is not None:
            validate_password(password)
    except ValidationError as fault:
        raise DomainError("invalid", " ".join(fault.messages)) from fault
    if not name.strip():
        raise DomainError("invalid", _("A person needs a name."))
    if User.objects.filter(email__iexact=email.strip()).exists():
        raise DomainError(
            "already-done", _("There is already an account with this e-mail address.")
        )
