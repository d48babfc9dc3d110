"""`gevinst robot watch`: hands a robot what is put into a folder, and moves it out of the way."""

from __future__ import annotations

import signal
import sys
import threading
from pathlib import Path

import click

from gevinst.cli.language import spoken
from gevinst.cli.robot_start import AUTHORITY, robot_of, start
from gevinst.cli.watched_folder import WatchedFolder

FOLDER = click.Path(exists=True, file_okay=False, writable=True, path_type=Path)


@click.command("watch")
@click.argument("key")
@click.argument("directory", type=FOLDER)
@AUTHORITY
@click.option("--once", is_flag=True, help="Look once and end, for cron.")
@click.option(
    "--interval",
    default=10.0,
    show_default=True,
    type=click.FloatRange(min=0.1),
    help="Seconds between two looks.",
)
@click.option(
    "--settle",
    default=2.0,
    show_default=True,
    type=click.FloatRange(min=0),
    help="Seconds a file must have been left alone before it is taken.",
)
def command(
    *, key: str, directory: Path, authority: str, once: bool, interval: float, settle: float
) -> None:
    """Hand the robot KEY each file put into DIRECTORY: XML, zip or tar.

    What was taken in is moved to `handled/`; what cannot be read, or is refused, to `refused/` with a text
    file that says why. A file that still grows is left for the next look. Folders in DIRECTORY, hidden files
    and half-sent ones (`.part`, `.tmp`) are left alone.
    Exit status of `--once`: 0 all well, 1 something was refused.
    """
    by = start()
    from django.db import DatabaseError, close_old_connections

    folder = WatchedFolder(directory, robot_of(by, key, authority), by, settle)
    if once:
        sys.exit(int(folder.look() > 0))
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    click.echo(spoken(f"Holder øje med {directory}", f"Watching {directory}"), err=True)
    while not stop.is_set():
        try:
            folder.look(stop.wait, stop.is_set)
        except DatabaseError as fault:
            click.echo(str(fault).strip(), err=True)
            close_old_connections()
        stop.wait(interval)
