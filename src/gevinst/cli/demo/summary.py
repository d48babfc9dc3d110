"""What the robot did with the month, as a user reads it in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gevinst.cli.language import spoken
from gevinst.cli.run_counts import counts
from gevinst.engines.money import danish
from gevinst.features.benefits import queries as benefits
from gevinst.features.operations import queries as work
from gevinst.shared.actor import SYSTEM

if TYPE_CHECKING:
    from gevinst.features.benefits.models import Effect
    from gevinst.features.operations.models import Robot


def of(robot: Robot) -> str:
    """The first completed run of the robot: counts, reasons, money, and the effect."""
    run = work.runs(SYSTEM).filter(robot=robot, status="completed").order_by("pk").first()
    if run is None:
        return spoken(
            "Robotten har ikke kørt til ende endnu.", "The robot has not completed a run."
        )
    effect = benefits.effects(SYSTEM).filter(run_id=run.pk).first()
    head = f"\n{robot.name} · {robot.authority.name} · {run.on:%d.%m.%Y}"
    return "\n".join([head, "", *counts(run), "", *_gain(effect)])


def _gain(effect: Effect | None) -> list[str]:
    if effect is None:
        return [
            spoken("Ingen gevinst: processen har intet nulpunkt.", "No gain: no baseline is set.")
        ]
    hours, amount = danish(effect.hours, 1, ""), danish(effect.amount, 0)
    return [
        spoken(f"Frigjort: {hours} timer, {amount}", f"Freed: {hours} hours, {amount}"),
        spoken(f"Kilde: {effect.baseline.source}", f"Source: {effect.baseline.source}"),
    ]
