"""Makes and withdraws integrations' tokens."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.features.accounts.models import ApiToken, Authority
from gevinst.features.accounts.queries import digest_of
from gevinst.shared.actor import Actor, Right, Role
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

TOKEN_ROLES = (Role.READER, Role.CONTRIBUTOR, Role.CLERK, Role.PROCESS_OWNER)


def make_token(
    *, name: str, authority: Authority, role: str, by: Actor, expires_at: datetime | None = None
) -> tuple[ApiToken, str]:
    """The token and its secret, which nobody can read again: only a SHA-256 digest is kept.

    Raises `DomainError`: `not-allowed`, `invalid` (no name, an administrator's role, an expiry in the past).
    """
    by.require(Right.ADMINISTER, authority.pk)
    if by.user_id is None:
        raise DomainError("not-allowed", _("A token is made by a person who answers for it."))
    if role not in TOKEN_ROLES:
        raise DomainError("invalid", _("A token cannot be an administrator."))
    if not name.strip():
        raise DomainError("invalid", _("A token needs a name that says what it is for."))
    if expires_at is not None and expires_at <= timezone.now():
        raise DomainError("invalid", _("The token would already have expired."))
    prefix = f"gv_{secrets.token_hex(4)}"
    secret = f"{prefix}_{secrets.token_urlsafe(32)}"
    with audited("accounts.make_token", by=by, authority_id=authority.pk) as entry:
        token = ApiToken.objects.create(
            name=name.strip(),
            authority=authority,
            role=role,
            prefix=prefix,
            digest=digest_of(secret),
            created_by_id=by.user_id,
            expires_at=expires_at,
        )
        about(entry, token, role=role)
    return token, secret


def revoke_token(*, token: ApiToken, by: Actor) -> None:
    """The token opens nothing any more. Raises `DomainError`: `not-allowed`, `already-done`."""
    by.require(Right.ADMINISTER, token.authority_id)
    if token.revoked_at is not None:
        raise DomainError("already-done", _("The token is already withdrawn."))
    with audited("accounts.revoke_token", by=by, target=token, authority_id=token.authority_id):
        token.revoked_at = timezone.now()
        token.save(update_fields=["revoked_at"])
