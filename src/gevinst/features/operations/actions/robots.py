"""Installs a robot with the queues of its building block."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from gevinst.features.operations.blocks import block_of
from gevinst.features.operations.models import Queue, Robot, Tool
from gevinst.features.operations.permissions import check_operate
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.danish import in_ascii
from gevinst.shared.errors import DomainError


def install_robot(
    *,
    process_id: int,
    authority_id: int,
    block_key: str,
    name: str,
    by: Actor,
    registers: str = "",
    parameters: Mapping[str, str] | None = None,
    queue_units: Mapping[str, int] | None = None,
) -> Robot:
    """A robot that runs `block_key`, with the block's queues; `queue_units` maps a queue to a unit's id.

    Raises `DomainError`: "not-allowed", "no-block", "already-done" (a robot of this name is there),
    "invalid" (a parameter or queue that the block does not have).
    """
    check_operate(by, authority_id)
    robot = Robot(
        authority_id=authority_id,
        process_id=process_id,
        key=slugify(in_ascii(name))[:80] or block_key,
        name=name,
        tool=Tool.GEVINST,
        block_key=block_key,
        registers=registers,
        parameters=dict(parameters or {}),
    )
    queues = _queues(robot, dict(queue_units or {}))
    with audited("install_robot", by=by, authority_id=authority_id) as entry:
        _save(robot)
        Queue.objects.bulk_create(queues)
        about(entry, robot, block=block_key)
    return robot


def _queues(robot: Robot, units: dict[str, int]) -> list[Queue]:
    manifest = block_of(robot).manifest
    named = {parameter.name for parameter in manifest.parameters}
    for stated, known in ((robot.parameters, named), (units, set(manifest.queues))):
        unknown = sorted(set(stated) - known)
        if unknown:
            message = _("The building block has no “%(name)s”.") % {"name": unknown[0]}
            raise DomainError("invalid", message, name=unknown[0])
    return [
        Queue(robot=robot, key=key, name_da=text.da, name_en=text.en, unit_id=units.get(key))
        for key, text in manifest.queues.items()
    ]


def _save(robot: Robot) -> None:
    try:
        with transaction.atomic():
            robot.save()
    except IntegrityError as fault:
        if "robot_key_once" not in str(fault):
            raise
        message = _("There is already a robot called “%(name)s”.") % {"name": robot.name}
        raise DomainError("already-done", message) from fault
