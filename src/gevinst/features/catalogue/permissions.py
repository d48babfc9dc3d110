"""Who may read and who may change a process."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import Process, Visibility
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


def readable(actor: Actor) -> Q:
    """The processes that `actor` may read: what is public, and what a role or ownership opens."""
    if actor.system:
        return Q()
    seen = Q(visibility=Visibility.PUBLIC)
    if actor.user_id is not None:
        seen |= Q(visibility=Visibility.PERSONAL, owner_id=actor.user_id)
    if actor.national:
        return seen | Q(visibility__in=[Visibility.ALL_AUTHORITIES, Visibility.AUTHORITY])
    if actor.roles:
        seen |= Q(visibility=Visibility.ALL_AUTHORITIES)
        mine = actor.authorities(Right.READ)
        seen |= Q(visibility=Visibility.AUTHORITY, authority_id__in=mine)
    return seen


def may_change(actor: Actor, process: Process) -> bool:
    """Whether `actor` may change the process: its owner only, as long as it is personal."""
    if process.visibility == Visibility.PERSONAL and not actor.system:
        return actor.user_id is not None and actor.user_id == process.owner_id
    return actor.may(Right.CONTRIBUTE, process.authority_id)


def require_may_change(actor: Actor, process: Process) -> None:
    """Raises `DomainError("not-allowed")` unless `actor` may change the process."""
    if not may_change(actor, process):
        raise DomainError("not-allowed", _("Only a contributor at the authority may change this."))
