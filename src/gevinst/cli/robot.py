"""`gevinst robot`: hand a robot its documents, run it, and take out what is to be paid."""

from __future__ import annotations

import sys
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gevinst.cli.language import spoken
from gevinst.cli.progress import adding, progress
from gevinst.cli.robot_start import AUTHORITY, robot_of, start

if TYPE_CHECKING:
    from gevinst.features.operations.actions import Received
    from gevinst.features.operations.models import PaymentProposal, Robot
    from gevinst.shared.actor import Actor

SHOWN = 20
FOLDER = click.Path(file_okay=False, path_type=Path)


# Commands with a module of their own, imported only when they are called.
MORE = {
    "digest": "gevinst.cli.robot_digest",
    "effect": "gevinst.cli.robot_effect",
    "export": "gevinst.cli.robot_export",
    "report": "gevinst.cli.robot_report",
    "responses": "gevinst.cli.robot_responses",
    "watch": "gevinst.cli.robot_watch",
}


class RobotGroup(click.Group):
    """The commands below, and those of `MORE`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *MORE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in MORE:
            return super().get_command(ctx, cmd_name)
        found: click.Command = import_module(MORE[cmd_name]).command
        return found


@click.group(cls=RobotGroup)
def command() -> None:
    """Work with the robots of this installation, as the system itself."""


@command.command("list")
def list_robots() -> None:
    """Every robot: its key, its authority's code, what is due, what waits for a clerk, and its last run."""
    by = start()
    from django.utils import timezone

    from gevinst.features.operations import queries

    lines = queries.robots(by)
    if not lines:
        click.echo(spoken("Der er ingen robotter.", "There are no robots."))
        return
    due, desk = spoken("venter kørsel", "due"), spoken("hos medarbejder", "with clerks")
    rows = [
        (
            spoken("nøgle", "key"),
            spoken("myndighed", "authority"),
            due,
            desk,
            spoken("sidst", "last"),
        )
    ]
    for line in lines:
        robot, last = line.robot, line.last_run
        now = queries.due_now(robot, timezone.localdate())
        ran = f"{last.on} {last.get_status_display()}" if last else "–"
        rows.append((robot.key, robot.authority.code, str(now), str(line.exceptions), ran))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


@command.command()
@click.argument("key")
@click.argument(
    "paths",
    metavar="PATH...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, allow_dash=True),
)
@AUTHORITY
@click.option(
    "--match", default="*.xml", show_default=True, help="Which files of a folder to take."
)
def receive(key: str, paths: tuple[Path, ...], authority: str, match: str) -> None:
    """Hand files and folders to the robot KEY; `-` is standard input. The same document twice makes one item.

    A zip or tar file is taken with all that is in it, or refused whole.
    Exit status: 0 all were taken in, 1 some cannot be read as documents and went to the desk,
    2 a path could not be opened or an archive was refused; the others were taken in.
    """
    from gevinst.cli.robot_files import Files

    by = start()
    from django.utils import timezone

    from gevinst.features.operations import actions, limits

    robot, began = robot_of(by, key, authority), timezone.now()
    files = Files(paths, match, limits.intake())
    with progress(spoken("Dokumenter modtages", "Receiving documents")) as show:
        received = actions.receive_many(
            robot=robot,
            documents=files.documents(),
            by=by,
            progress=adding(show, len(files.found)),
        )
    _tell(received, files.failed)
    if received.refused:
        _explain(robot, by, began)
    sys.exit(2 if files.failed else int(received.refused > 0))


@command.command()
@click.argument("key")
@AUTHORITY
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), help="Whose rules and dates; default today."
)
def run(key: str, authority: str, on: datetime | None) -> None:
    """Run the robot KEY on what is due.

    Exit status: 0 the run was completed, 2 it stopped, and says why.
    """
    by = start()
    from django.utils import timezone

    from gevinst.cli.run_counts import counts
    from gevinst.features.operations import actions, queries

    robot = robot_of(by, key, authority)
    day: date = on.date() if on else timezone.localdate()
    with progress(spoken("Robotten kontrollerer", "The robot controls")) as show:
        due = queries.due_now(robot, day)
        done = actions.run_robot(robot=robot, on=day, by=by, progress=adding(show, due))
    click.echo("\n".join([f"{robot.name} · {day}", *counts(done)]))
    if done.status != done.Status.COMPLETED:
        click.echo(done.message, err=True)
        sys.exit(2)


@command.command()
@click.argument("key")
@AUTHORITY
@click.option(
    "--out", default=".", show_default=True, type=FOLDER, help="Where the files are written."
)
def deliver(key: str, authority: str, out: Path) -> None:
    """Put what is approved into a payment proposal and write it to OUT as CSV and JSON."""
    by = start()
    from gevinst.features.operations import actions

    robot = robot_of(by, key, authority)
    try:
        # Before the proposal is made, for it is made once.
        out.mkdir(parents=True, exist_ok=True)
        proposal = actions.deliver(robot=robot, by=by)
        files = actions.export(proposal=proposal, folder=out, by=by) if proposal else []
    except OSError as fault:
        raise click.UsageError(f"{out}: {fault.strerror}") from fault
    click.echo(_proposed(proposal))
    for file in files:
        click.echo(file)


def _tell(received: Received, failed: int) -> None:
    lines = [
        (spoken("Nye", "New"), received.new),
        (spoken("Kendte i forvejen", "Known already"), received.known),
        (spoken("Kan ikke læses", "Cannot be read"), received.refused),
    ]
    if failed:
        lines.append((spoken("Kunne ikke åbnes", "Could not be opened"), failed))
    for label, count in lines:
        click.echo(f"{label:<24}{count:>8}")


def _explain(robot: Robot, by: Actor, since: datetime) -> None:
    """Which documents became unreadable items just now, and why; the first of them are enough."""
    from gevinst.features.operations import queries

    refused = queries.decisions(by).filter(item__robot=robot, verdict="refuse", at__gte=since)
    for decision in refused.select_related("item").order_by("id")[:SHOWN]:
        found = decision.findings.get()
        click.echo(f"  {decision.item.title}: {spoken(found.message_da, found.message_en)}")


def _proposed(proposal: PaymentProposal | None) -> str:
    if proposal is None:
        return spoken(
            "Der er intet at betale: alt godkendt står allerede i et forslag.",
            "There is nothing to pay: everything approved is in a proposal already.",
        )
    count = proposal.lines.count()
    return spoken(
        f"Betalingsforslag {proposal.pk}: {count} betalinger",
        f"Payment proposal {proposal.pk}: {count} payments",
    )
