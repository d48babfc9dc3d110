"""What was last said of a robot's registers."""

from __future__ import annotations

from gevinst.features.control.models import RegisterSurvey


def last_survey(authority_id: int, robot_key: str) -> RegisterSurvey | None:
    """The latest survey of the robot's registers; None where they were never looked at."""
    found = RegisterSurvey.objects.filter(authority=authority_id, robot_key=robot_key)
    return found.order_by("-at").first()
