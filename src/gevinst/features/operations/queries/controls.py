"""The controls on a robot itself: whether it is stopped and why, its parameters, and who changed them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from gevinst.features.operations.blocks import block_of
from gevinst.features.operations.models import Robot
from gevinst.shared.models import AuditEntry

SWITCHES = ("stop_robot", "start_robot")
ACTIONS = (*SWITCHES, "set_parameters")
# The parameters that are controls on the robot, and what they are when they are off.
CEILING, SAMPLE, SEED = "amount_ceiling", "sample_per_thousand", "sample_seed"


@dataclass(frozen=True, slots=True)
class Stop:
    """Who stopped the robot, when and why."""

    by: str
    at: datetime
    reason: str


def stop_of(robot: Robot) -> Stop | None:
    """Why the robot stands stopped; None where it works, or was stopped before that was written down."""
    last = entries(robot).filter(action__in=SWITCHES).first()
    if robot.active or last is None or last.action != "stop_robot":
        return None
    return Stop(last.actor_name, last.at, last.facts.get("reason", ""))


def entries(robot: Robot) -> QuerySet[AuditEntry]:
    """Every switching and setting of the robot, newest first."""
    about = AuditEntry.objects.filter(target_type="operations.robot", target_id=str(robot.pk))
    return about.filter(action__in=ACTIONS).order_by("-pk")


def own_controls(robot: Robot) -> dict[str, str]:
    """What holds of the controls that the robot's block has: `ceiling` (DKK) and `sample` (of a thousand)."""
    if not robot.block_key:
        return {}
    known = {
        p.name: str(robot.parameters.get(p.name, p.default))
        for p in block_of(robot).manifest.parameters
    }
    named = {"ceiling": CEILING, "sample": SAMPLE, "seed": SEED}
    return {key: known[name] for key, name in named.items() if name in known}
