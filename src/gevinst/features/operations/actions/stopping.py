"""The stop switch of a robot: anybody who works with it may stop it, the process owner starts it again."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.engines.identifiers import mask_all
from gevinst.features.operations.models import Robot
from gevinst.features.operations.permissions import check_operate, check_suppliers
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def stop_robot(*, robot: Robot, reason: str, by: Actor) -> Robot:
    """The robot, which decides nothing until it is started again; a run that goes on ends after its batch.

    Raises `DomainError`: "not-allowed", "invalid" (no reason), "already-done".
    """
    check_suppliers(by, robot.authority_id)
    return _switched(robot, active=False, reason=reason, by=by)


def start_robot(*, robot: Robot, reason: str, by: Actor) -> Robot:
    """The robot, which works again. Raises as `stop_robot`; only the process owner may."""
    check_operate(by, robot.authority_id)
    return _switched(robot, active=True, reason=reason, by=by)


def check_active(robot: Robot) -> None:
    """Raises `DomainError("stopped")` where the robot stands stopped now."""
    if is_stopped(robot):
        message = _("The robot “%(name)s” is stopped. The process owner can start it again.")
        raise DomainError("stopped", message % {"name": robot.name}, robot=robot.pk)


def is_stopped(robot: Robot) -> bool:
    """Whether it stands stopped now, whatever `robot` was when it was read."""
    return Robot.objects.filter(pk=robot.pk, active=False).exists()


def _switched(robot: Robot, *, active: bool, reason: str, by: Actor) -> Robot:
    if not reason.strip():
        raise DomainError("invalid", _("Write the reason in words."), field="reason")
    name = "start_robot" if active else "stop_robot"
    with audited(name, by=by, target=robot, authority_id=robot.authority_id) as entry:
        row = Robot.objects.select_for_update(no_key=True).get(pk=robot.pk)
        if row.active == active:
            message = (
                _("The robot works already.") if active else _("The robot is stopped already.")
            )
            raise DomainError("already-done", message)
        row.active = active
        row.save(update_fields=["active"])
        about(entry, row, reason=mask_all(reason.strip()))
    return row
