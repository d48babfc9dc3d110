"""`gevinst catalogue`: processes of other systems and lists, tried out and taken in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gevinst.cli.catalogue_registers import form, kitos, kla, kle
from gevinst.cli.language import spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from gevinst.features.catalogue.actions.importing import Options
    from gevinst.features.catalogue.actions.importing.planned import Plan

FILE = click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
AUTHORITY = click.option(
    "--authority", default="", metavar="CODE", help="Take in this authority's processes alone."
)
DRY_RUN = click.option("--dry-run", is_flag=True, help="Say what would change; write nothing.")


@click.group()
def command() -> None:
    """Take processes of other systems into the catalogue."""


@command.group("import")
def importing() -> None:
    """Take in a file: what is new or has changed there; what was changed here since stays.

    Exit status: 0 all taken in, 1 some processes were refused, 2 the file cannot be read.
    """


for register in (kle, form, kla, kitos):
    importing.add_command(register)


@importing.command()
@FILE
@AUTHORITY
@DRY_RUN
def os2autoproces(file: Path, authority: str, *, dry_run: bool) -> None:
    """FILE is the Excel file of OS2autoproces, or answers of its API saved as JSON."""
    _import("os2autoproces", file, authority, dry_run=dry_run)


@importing.command()
@FILE
@AUTHORITY
@DRY_RUN
@click.option("--map", "mapping", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="JSON or TOML: field = \"column\". Without it the headings are guessed from.")  # fmt: skip
@click.option(
    "--column", "columns", multiple=True, metavar="FIELD=COLUMN", help="One column of it."
)
@click.option("--delimiter", default="", help="Found out where it is not said.")
@click.option("--encoding", default="", help="UTF-8 or Windows-1252 where it is not said.")
def csv(
    file: Path,
    authority: str,
    mapping: Path | None,
    columns: tuple[str, ...],
    *,
    delimiter: str,
    encoding: str,
    dry_run: bool,
) -> None:
    """FILE is any list of processes with a heading."""
    from dataclasses import replace

    from gevinst.cli.catalogue_mapping import mapping_of

    def chosen(options: Options) -> Options:
        return replace(
            options, mapping=mapping_of(mapping, columns), delimiter=delimiter, encoding=encoding
        )

    _import("csv", file, authority, dry_run=dry_run, chosen=chosen)


@importing.command()
@FILE
@AUTHORITY
@DRY_RUN
def publiccode(file: Path, authority: str, *, dry_run: bool) -> None:
    """FILE is the publiccode.yml of a repository; it becomes a process of --authority."""
    _import("publiccode", file, authority, dry_run=dry_run)


def _import(
    kind: str,
    file: Path,
    authority: str,
    *,
    dry_run: bool,
    chosen: Callable[[Options], Options] = lambda options: options,
) -> None:
    from gevinst.cli.robot_start import start

    try:
        content = file.read_bytes()
    except OSError as fault:
        raise click.UsageError(f"{file}: {fault.strerror or fault}") from fault
    by = start()
    from gevinst.cli.catalogue_report import say_plan
    from gevinst.features.catalogue.actions.importing import Options, plan, read, runs

    authority_id = _authority(authority)
    options = chosen(Options(authority_id=authority_id))
    found: Plan
    if dry_run:
        found = plan(read(kind, content, options), by=by, authority_id=authority_id)
    else:
        from gevinst.cli.progress import progress

        with progress(spoken("Processerne hentes ind", "Taking the processes in")) as show:
            found = runs.take(
                kind=kind,
                content=content,
                filename=file.name,
                options=options,
                by=by,
                progress=show,
            )[1]
    say_plan(found, file, dry_run=dry_run)
    sys.exit(1 if found.counts()["refused"] else 0)


def _authority(code: str) -> int | None:
    from gevinst.features.accounts.queries import authorities

    if not code:
        return None
    found = authorities().filter(code=code).values_list("pk", flat=True).first()
    if found is None:
        told = spoken(f"Ingen myndighed har koden {code}.", f"No authority has the code {code}.")
        raise click.UsageError(told)
    return found
