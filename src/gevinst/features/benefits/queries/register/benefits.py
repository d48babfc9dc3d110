"""The benefits of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.models import Benefit
from gevinst.features.benefits.queries.effects import own_authorities
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

if TYPE_CHECKING:
    pass
from gevinst.features.benefits.queries.register.filters import Wanted, criteria


def benefits(actor: Actor, wanted: Wanted | None = None) -> QuerySet[Benefit]:
    """The benefits of authorities that `actor` reads, by title."""
    own = own_authorities(actor)
    found = Benefit.objects.all() if own is None else Benefit.objects.filter(authority__in=own)
    return found.filter(criteria(wanted or Wanted())).select_related("authority", "owner")


def benefit(actor: Actor, benefit_id: int) -> Benefit:
    """One benefit. Raises `DomainError("not-found")` also where `actor` may not read it."""
    found = benefits(actor).filter(pk=benefit_id).first()
    if found is None:
        raise DomainError("not-found", _("There is no such benefit."))
    return found
