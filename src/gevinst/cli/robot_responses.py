"""`gevinst robot responses`: the answers to suppliers as files, for the system that sends them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gevinst.cli.language import spoken
from gevinst.cli.robot_start import AUTHORITY, robot_of, start

if TYPE_CHECKING:
    from gevinst.features.operations.models import Response

FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command("responses")
@click.argument("key")
@AUTHORITY
@click.option(
    "--out", default=".", show_default=True, type=FOLDER, help="Where the files are written."
)
@click.option("--again", is_flag=True, help="Write those collected before as well.")
def command(key: str, authority: str, out: Path, again: bool) -> None:
    """Write the answers to suppliers that nobody has collected to OUT, one XML file each.

    They are collected from then on, and their returns can no longer be undone.
    Exit status: 0 done, 1 some suppliers must be told in another way, 2 OUT cannot be written to.
    """
    by = start()
    from gevinst.features.operations import actions, queries

    robot = robot_of(by, key, authority)
    try:
        out.mkdir(parents=True, exist_ok=True)
        new = 0
        while found := actions.collect(robot=robot, by=by, keep=lambda rows: write(rows, out)):
            new += len(found)
        if again:
            write(queries.responses(by, "collected", robot.pk).defer(None).iterator(500), out)
    except OSError as fault:
        raise click.UsageError(f"{out}: {fault.strerror}") from fault
    click.echo(spoken(f"Svar hentet: {new}", f"Answers collected: {new}"))
    others = queries.responses(by, "impossible", robot.pk)
    for row in others.order_by("pk"):
        click.echo(f"  {row.item.title}: {queries.fault_words(row.fault)}", err=True)
    if others.exists():
        raise SystemExit(1)


def write(rows: Iterable[Response], out: Path) -> None:
    """Each answer as a file: whole or not at all, the same however often it is done."""
    for row in rows:
        path = out / row.filename
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        draft.write_bytes(bytes(row.content))
        draft.replace(path)
