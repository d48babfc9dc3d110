"""Who may change the rules of an authority's robots, and who may let a change go live."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.features.control.models import RuleChange
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


def may_change(actor: Actor, authority_id: int) -> bool:
    """Whether the actor may write and propose changes of the rules."""
    return actor.may(Right.OPERATE, authority_id)


def check_change(actor: Actor, authority_id: int) -> None:
    """Raises `DomainError("not-allowed")` for one who may not."""
    if not may_change(actor, authority_id):
        raise DomainError("not-allowed", _("Only the process owner can change the rules."))


def may_decide(actor: Actor, change: RuleChange) -> bool:
    """Whether the actor may approve or reject it: a person with the right who wrote none of it."""
    wrote = actor.user_id in change.edited_by
    return actor.user_id is not None and may_change(actor, change.authority_id) and not wrote


def check_decide(actor: Actor, change: RuleChange) -> None:
    """Raises `DomainError`: "not-allowed", "second-person" for one who wrote in the change."""
    check_change(actor, change.authority_id)
    if not may_decide(actor, change):
        message = _("A second person must decide this: you have written in the change yourself.")
        raise DomainError("second-person", message, change=change.pk)


def check_read(actor: Actor, authority_id: int) -> None:
    """Raises `DomainError("not-found")` for one who may not read about the authority's robots."""
    if not actor.may(Right.READ, authority_id):
        raise DomainError("not-found", _("There is no such page."))
