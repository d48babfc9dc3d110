"""The runs and effects of robots, summed by authority, robot and month."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, F, QuerySet, Sum
from django.db.models.functions import TruncMonth

from gevinst.engines.benefit.costs import Cell
from gevinst.engines.benefit.tally import Tally
from gevinst.features.benefits.models import Baseline, Effect


def run_cells(runs: QuerySet[Any]) -> tuple[dict[Cell, Tally], dict[str, str], dict[str, int]]:
    """The tally of each cell, with names and processes of robots; effects are not counted yet."""
    cells: dict[Cell, Tally] = {}
    names: dict[str, str] = {}
    processes: dict[str, int] = {}
    rows = runs.order_by().annotate(month=TruncMonth("on"))
    keys = ("robot__authority", "robot", "robot__name", "robot__process", "month")
    counted = rows.values(*keys).annotate(
        runs=Count("pk"),
        items=Sum("received"),
        clean=Sum("untouched"),
        exceptions=Sum("referred"),
    )
    for row in counted:
        robot = str(row["robot"])
        names[robot], processes[robot] = row["robot__name"], row["robot__process"]
        # A run without an effect is uncounted until one is found below.
        cells[str(row["robot__authority"]), robot, row["month"]] = Tally(
            runs=row["runs"],
            uncounted=row["runs"],
            items=row["items"],
            untouched=row["clean"],
            exceptions=row["exceptions"],
        )
    return cells, names, processes


def add_effects(cells: dict[Cell, Tally], effects: QuerySet[Effect]) -> None:
    """Puts hours, worth and minutes of the effects into their cells."""
    open_minutes = (F("exceptions") - F("exceptions_done")) * F("baseline__exception_minutes")
    keys = ("run__robot__authority", "run__robot", "month", "baseline__evidence", "baseline__grade")
    rows = effects.order_by().annotate(month=TruncMonth("on"))
    summed = rows.values(*keys).annotate(
        counted=Count("pk"),
        freed=Sum("hours"),
        worth=Sum("amount"),
        spent=Sum("clerk_minutes") + Sum(open_minutes),
        gross=Sum(F("untouched") * F("baseline__manual_minutes")),
    )
    for row in summed:
        tally = cells[str(row["run__robot__authority"]), str(row["run__robot"]), row["month"]]
        tally.uncounted -= row["counted"]
        tally.minutes += row["freed"] * 60
        tally.worth += row["worth"] * 60
        tally.exception_minutes += row["spent"]
        known = Baseline(evidence=row["baseline__evidence"], grade=row["baseline__grade"]).known
        tally.by_grade[known] += row["gross"]
