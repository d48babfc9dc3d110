"""`gevinst robot effect`: what the runs of a log freed and cost, from files alone; no database is asked."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gevinst.cli.language import spoken
from gevinst.cli.progress import progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gevinst.engines.benefit import Account, RunRow

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
DAY = click.DateTime(["%Y-%m-%d"])
BY = ("robot", "authority", "month", "authority,robot", "robot,month", "authority,robot,month")
MAKES = ("day", "uipath", "power-automate-desktop", "power-automate-cloud", "python")


def positive(told: str) -> Decimal:
    """The number. Raises `click.BadParameter` for one that is not above nought."""
    try:
        found = Decimal(told.replace(",", "."))
    except InvalidOperation:
        found = Decimal(0)
    if not found.is_finite() or found <= 0:
        raise click.BadParameter(f"{told!r} is not a number above 0")
    return found


@click.command("effect")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=FILE)
@click.option("--baselines", required=True, type=FILE, help="What an item costs by hand, dated.")
@click.option("--costs", type=FILE, help="Team, licences, infrastructure, development, dated.")
@click.option("--make", type=click.Choice(MAKES), help="Whose log; default: by its columns.")
@click.option("--authority", default="", metavar="CODE", help="Of lines that name no authority.")
@click.option("--since", type=DAY, help="First day that counts; default the log's first.")
@click.option("--until", type=DAY, help="Last day that counts; default the end of the last month.")
@click.option("--by", type=click.Choice(BY), default="robot", show_default=True, help="Lines by.")
@click.option(
    "--share",
    type=click.Choice(["equal", "items", "none"]),
    default="equal",
    show_default=True,
    help="How a shared cost is divided among the robots of its month.",
)
@click.option(
    "--effective-hours",
    type=positive,
    metavar="HOURS",
    help="Hours an FTE works a year; gives FTE.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the account as JSON.")
def command(
    files: tuple[Path, ...],
    baselines: Path,
    costs: Path | None,
    make: str | None,
    authority: str,
    *,
    since: datetime | None,
    until: datetime | None,
    by: str,
    share: str,
    effective_hours: Decimal | None,
    as_json: bool,
) -> None:
    """Account for what the robots of a run log freed and cost: hours, DKK, cost of an hour, ROI.

    FILE is CSV or Parquet: a day log (robot, date, items, untouched, exceptions, exception_minutes), or
    the items or runs of UiPath, Power Automate or a Python robot. Baselines: robot, from, manual_minutes,
    exception_minutes, hourly_cost, evidence, source. Costs: robot (empty: shared), kind, amount, per, from.

    Exit status: 0 done, 2 a file cannot be read (which line, and what was expected).
    """
    from gevinst.engines.benefit import Share, account
    from gevinst.engines.benefit.runlog import LogFault, read_baselines, read_costs

    try:
        found = account(
            _runs(files, make or "", authority),
            list(read_baselines(baselines)),
            list(read_costs(costs, authority)) if costs else [],
            since=_day(since),
            until=_day(until),
            share=Share(share),
        )
    except (LogFault, ValueError) as fault:
        raise click.UsageError(str(fault)) from fault
    told = _told(found, by.split(","), effective_hours)
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    from gevinst.cli.robot_effect_table import lines

    click.echo("\n".join(lines(told)))


def _runs(files: tuple[Path, ...], make: str, authority: str) -> Iterator[RunRow]:
    from gevinst.engines.benefit.runlog import read_runs

    whole, done = sum(file.stat().st_size for file in files), 0
    with progress(spoken("Loggen læses", "Reading the log")) as show:
        for file in files:
            yield from read_runs(file, make=make, authority=authority)
            done += file.stat().st_size
            show(done, whole)
    sys.stderr.flush()


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _told(found: Account, by: list[str], effective: Decimal | None) -> dict[str, object]:
    from gevinst.cli.robot_effect_table import figures
    from gevinst.engines.benefit import remarks

    first, last = found.window
    return {
        "window": [first.isoformat(), last.isoformat()],
        "effective_hours_per_fte": str(effective) if effective else None,
        "total": figures(found.total, effective),
        "by": by,
        "lines": [
            {**dict(zip(by, map(str, key), strict=True)), **figures(each, effective)}
            for key, each in found.by(*by)
        ],
        "notes": [
            {"code": note.code, "message": note.message, "facts": dict(note.facts)}
            for note in remarks(found)
        ],
    }
