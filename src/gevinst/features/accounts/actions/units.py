"""Builds an authority's organisation."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from gevinst.features.accounts.models import Authority, Unit
from gevinst.shared.actor import Actor, Right
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def add_unit(*, authority: Authority, name: str, by: Actor, parent: Unit | None = None) -> Unit:
    """A new unit. Raises `DomainError`: `not-allowed`, `invalid` (name, parent), `already-done`."""
    by.require(Right.ADMINISTER, authority.pk)
    if not name.strip():
        raise DomainError("invalid", _("A unit needs a name."))
    if parent is not None and parent.authority_id != authority.pk:
        raise DomainError("invalid", _("The unit belongs to another authority."))
    with audited("accounts.add_unit", by=by, authority_id=authority.pk) as entry:
        unit, new = Unit.objects.get_or_create(
            authority=authority, parent=parent, name=name.strip()
        )
        if not new:
            raise DomainError("already-done", _("There is already a unit of this name here."))
        about(entry, unit)
    return unit
