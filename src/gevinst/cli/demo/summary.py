"""What the robot did with the month, as a user reads it in the terminal."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.db.models import Count

from gevinst.cli.language import language, spoken
from gevinst.engines.money import danish
from gevinst.features.benefits import queries as benefits
from gevinst.features.operations import queries as work
from gevinst.shared.actor import SYSTEM

if TYPE_CHECKING:
    from gevinst.features.benefits.models import Effect
    from gevinst.features.operations.models import Robot, Run

VERDICTS = {
    "approve": ("Betalt urørt", "Paid untouched"),
    "refer": ("Sendt til skranken", "Referred to a clerk"),
    "wait": ("Venter på patientregisteret", "Waiting for the patient register"),
    "refuse": ("Kan ikke læses", "Cannot be read"),
}


def of(robot: Robot) -> str:
    """The first completed run of the robot: counts, reasons, money, and the effect."""
    run = work.runs(SYSTEM).filter(robot=robot, status="completed").order_by("pk").first()
    if run is None:
        return spoken(
            "Robotten har ikke kørt til ende endnu.", "The robot has not completed a run."
        )
    effect = benefits.effects(SYSTEM).filter(run_id=run.pk).first()
    head = f"\n{robot.name} · {robot.authority.name} · {run.on:%d.%m.%Y}"
    return "\n".join([head, "", *_counts(run), "", *_gain(effect)])


def _counts(run: Run) -> list[str]:
    lines = [_line(spoken("Modtaget", "Received"), run.received, run.received_amount)]
    for row in work.reconciliation(run):
        lines.append(_line("  " + spoken(*VERDICTS[row.verdict]), row.count, row.amount))
        if row.verdict == "refer":
            lines += _reasons(run)
    return lines


def _reasons(run: Run) -> list[str]:
    names = work.rule_names(run.robot)
    referred = work.decisions(SYSTEM).filter(run=run, verdict="refer").order_by()
    counted = referred.values_list("reason").annotate(n=Count("pk")).order_by("-n", "reason")
    return [
        _line("    · " + (names[rule].in_language(language()) if rule in names else rule), number)
        for rule, number in counted
    ]


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


def _line(label: str, count: int, amount: Decimal | None = None) -> str:
    money = f"{danish(amount):>20}" if amount is not None else ""
    return f"{label:<44}{danish(Decimal(count), 0, ''):>7}{money}"
