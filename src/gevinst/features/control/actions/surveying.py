"""Keeps what is said of a robot's registers, so that a page need not look at them again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from gevinst.features.control.models import RegisterSurvey
from gevinst.features.control.permissions import check_change
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited


def record_survey(
    *,
    authority_id: int,
    robot_key: str,
    on: date,
    usable: bool,
    result: Mapping[str, Any],
    by: Actor,
) -> RegisterSurvey:
    """The survey, kept. Raises `DomainError("not-allowed")`."""
    check_change(by, authority_id)
    with audited("survey_registers", by=by, authority_id=authority_id) as entry:
        survey = RegisterSurvey.objects.create(
            authority_id=authority_id,
            robot_key=robot_key,
            on=on,
            usable=usable,
            result=dict(result),
        )
        about(entry, survey, robot=robot_key, usable=usable)
    return survey
