"""Who may do what with robots and work items: `may_…` answers, `check_…` raises."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.features.operations.models import Robot, WorkItem
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


def may_operate(actor: Actor, robot: Robot) -> bool:
    """Whether the actor may run the robot, feed it and make payment proposals."""
    return actor.may(Right.OPERATE, robot.authority_id)


def check_operate(actor: Actor, authority_id: int) -> None:
    """Raises `DomainError("not-allowed")` for one who may not run robots at the authority."""
    if not actor.may(Right.OPERATE, authority_id):
        raise DomainError("not-allowed", _("Only the process owner can do this."))


def may_work(actor: Actor, item: WorkItem) -> bool:
    """Whether the actor may see all of the item and decide it."""
    return actor.may(Right.WORK_DESK, item.authority_id)


def may_work_at(actor: Actor, authority_id: int) -> bool:
    """Whether the actor is a clerk at the authority."""
    return actor.may(Right.WORK_DESK, authority_id)


def check_work(actor: Actor, authority_id: int) -> None:
    """Raises `DomainError("not-allowed")` for one who is not a clerk at the authority."""
    if not actor.may(Right.WORK_DESK, authority_id):
        raise DomainError("not-allowed", _("Only a clerk of the authority can do this."))


def may_suppliers(actor: Actor, authority_id: int) -> bool:
    """Whether the actor may see the authority's suppliers and vouch for their accounts."""
    return actor.may(Right.WORK_DESK, authority_id) or actor.may(Right.OPERATE, authority_id)


def check_suppliers(actor: Actor, authority_id: int) -> None:
    """Raises `DomainError("not-allowed")` for one who is neither a clerk nor a process owner there."""
    if not may_suppliers(actor, authority_id):
        raise DomainError("not-allowed", _("Only a clerk or the process owner can do this."))
