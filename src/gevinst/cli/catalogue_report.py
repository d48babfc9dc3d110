"""What an import did, or would do, as lines on the terminal: problems by row and column, then the counts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gevinst.cli.language import spoken

if TYPE_CHECKING:
    from gevinst.features.catalogue.actions.importing.planned import Plan

SHOWN = 50


def say_plan(plan: Plan, file: Path, *, dry_run: bool) -> None:
    """Problems on standard error, at most `SHOWN` of them; the counts on standard output."""
    from gevinst.features.catalogue.importing.wording import OUTCOMES

    problems = list(_problems(plan))
    for line in problems[:SHOWN]:
        click.echo(f"{file.name}: {line}", err=True)
    if len(problems) > SHOWN:
        more = len(problems) - SHOWN
        click.echo(spoken(f"og {more} til", f"and {more} more"), err=True)
    for name, label in OUTCOMES.items():
        click.echo(f"{label!s:<24}{plan.counts()[name]:>7}")
    if dry_run:
        click.echo(spoken("Prøvekørsel: intet er skrevet.", "Dry run: nothing was written."))


def _problems(plan: Plan) -> list[str]:
    from gevinst.features.catalogue.actions.importing.reporting import report
    from gevinst.features.catalogue.importing.rows import doubts, told

    kept = report(plan)
    lines = [
        ", ".join(part for part in (one.place, f"{one.field}: {one.value} {one.said}") if part)
        for one in doubts(kept["remarks"])
    ]
    for row in map(told, kept["rows"]):
        if row.reason and row.outcome != "other":
            lines.append(f"{row.place}, {row.title or row.source_id}: {row.reason}")
        lines += [
            f"{one.place}, {one.field}: {one.value!r} {one.said}".replace("''", "")
            for one in row.doubts
        ]
    return lines
