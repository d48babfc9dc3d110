"""`gevinst einvoice read`: what e-invoices say, as a table or JSON Lines; a refusal stops nothing."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from gevinst.cli.einvoice_check import check
from gevinst.cli.language import spoken


@click.group()
def command() -> None:
    """Read and check e-invoices: OIOUBL 2, OIOUBL 3 and Peppol BIS 3."""


command.add_command(check)


@command.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a document, one a line.")
def read(paths: tuple[str, ...], *, as_json: bool) -> None:
    """Read files, folders (every *.xml in them) or standard input (-).

    Exit status: 0 all were read, 1 some were refused, 2 a path could not be opened.
    """
    from gevinst.cli.einvoice_output import head, json_line, summary, table_line
    from gevinst.cli.einvoice_rows import row_of

    counts: Counter[str] = Counter()
    if not as_json:
        click.echo(head())
    for path in documents(paths):
        try:
            row = row_of(path)
        except OSError as error:
            counts["misuse"] += 1
            complain(path, error)
            continue
        counts[row["status"]] += 1
        click.echo(json_line(row) if as_json else table_line(row))
    if not as_json:
        click.echo(summary(counts["parsed"], counts["refused"]))
    sys.exit(2 if counts["misuse"] else int(counts["refused"] > 0))


def documents(paths: tuple[str, ...]) -> Iterator[str]:
    """The files that the arguments name; a folder's XML files in order of their names.

    Among them what cannot be opened, so that nothing is passed over unseen: links that lead nowhere
    and folders that may not be looked into.
    """
    for path in paths:
        if path != "-" and Path(path).is_dir():
            yield from sorted(_inside(path))
        else:
            yield path


def _inside(folder: str) -> Iterator[str]:
    closed: list[str] = []
    for place, _, names in os.walk(folder, onerror=lambda error: closed.append(error.filename)):
        for found in (Path(place, name) for name in names):
            if found.suffix.lower() == ".xml" and (found.is_file() or found.is_symlink()):
                yield str(found)
    yield from closed


def complain(path: str, error: OSError) -> None:
    """Say on standard error that a path could not be opened."""
    said = spoken(
        f"Kan ikke åbne {path}: {error.strerror}", f"Cannot open {path}: {error.strerror}"
    )
    click.echo(said, err=True)
