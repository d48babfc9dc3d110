"""`gevinst robot export`: a robot's decisions as a file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from gevinst.cli.language import spoken
from gevinst.cli.robot_start import AUTHORITY, robot_of, start

DAY = click.DateTime(["%Y-%m-%d"])


@click.command("export")
@click.argument("key")
@AUTHORITY
@click.option("--from", "begin", type=DAY, help="The first day; default the first there is.")
@click.option("--to", "end", type=DAY, help="The last day, which is in it; default today.")
@click.option("--verdict", default="", help="Only these: approve, refer, wait, refuse, return …")
@click.option(
    "--format",
    "kind",
    default="xlsx",
    show_default=True,
    type=click.Choice(["xlsx", "parquet", "csv"]),
)
@click.option(
    "--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file."
)
def command(
    *,
    key: str,
    authority: str,
    begin: datetime | None,
    end: datetime | None,
    verdict: str,
    kind: str,
    out: Path,
) -> None:
    """Write the decisions of the robot KEY to a file, one a row, person numbers masked."""
    by = start()
    from gevinst.features.operations.decision_files import write_file
    from gevinst.features.operations.queries.decision_rows import (
        Chosen,
        chosen_decisions,
        decision_rows,
    )

    robot = robot_of(by, key, authority)
    first, last = (day.date() if day else None for day in (begin, end))
    rows = chosen_decisions(by, Chosen(robot.pk, first, last, verdict))
    try:
        write_file(decision_rows(rows), kind, out)
    except OSError as fault:
        raise click.UsageError(f"{out}: {fault.strerror}") from fault
    count = rows.count()
    click.echo(spoken(f"{out}: {count} afgørelser", f"{out}: {count} decisions"))
