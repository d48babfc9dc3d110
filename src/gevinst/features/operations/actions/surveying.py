"""Looks at a robot's registers and keeps what there is to say of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gevinst.engines.blockkit.contract import RegisterFault
from gevinst.features.control import actions as control
from gevinst.features.operations.blocks import block_of
from gevinst.features.operations.models import Robot
from gevinst.features.operations.permissions import check_operate
from gevinst.shared.actor import Actor
from gevinst.shared.register_connections import register_connections

if TYPE_CHECKING:
    from gevinst.engines.blockkit.registers.checks import Survey
    from gevinst.features.control.models import RegisterSurvey


def survey_registers(*, robot: Robot, on: date, by: Actor) -> RegisterSurvey:
    """What is said of the robot's registers as of that day, kept.

    Raises `DomainError`: "not-allowed", "no-block".
    """
    check_operate(by, robot.authority_id)
    usable, result = _surveyed(robot, on)
    return control.record_survey(
        authority_id=robot.authority_id,
        robot_key=robot.key,
        on=on,
        usable=usable,
        result=result,
        by=by,
    )


def _surveyed(robot: Robot, on: date) -> tuple[bool, dict[str, Any]]:
    from gevinst.engines.blockkit.registers.checks import survey

    manifest = block_of(robot).manifest
    if manifest.registers and not robot.registers:
        return False, {"fault": "no-place"}
    try:
        found = survey(Path(robot.registers), manifest, on, register_connections())
    except RegisterFault as fault:
        told = {"da": fault.message.da, "en": fault.message.en}
        return False, {"fault": "unusable", "message": told}
    return found.usable, told_survey(found)


def told_survey(found: Survey) -> dict[str, Any]:
    """The survey as JSON."""
    return {
        "registers": {
            name: {
                "rows": register.table.num_rows,
                "taken_at": register.extract.taken_at.isoformat(),
                "source": register.extract.source,
                "stale_after": register.extract.stale_after.isoformat()
                if register.extract.stale_after
                else "",
            }
            for name, register in found.registers.items()
        },
        "remarks": [
            {
                "register": each.register,
                "code": each.code,
                "severity": str(each.severity),
                "da": each.message.da,
                "en": each.message.en,
                "count": each.count,
                "examples": list(each.examples),
            }
            for each in found.remarks
        ],
    }
