"""`gevinst catalogue import kle|form|kla|kitos`: code lists and systems, tried out and taken in."""

from __future__ import annotations

from pathlib import Path

import click

from gevinst.cli.language import spoken

FILE = click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
DRY_RUN = click.option("--dry-run", is_flag=True, help="Say what would change; write nothing.")
SHOWN = 50


@click.command()
@FILE
@DRY_RUN
def kle(file: Path, *, dry_run: bool) -> None:
    """FILE is KL's subject plan as XML, or a CSV whose first line names the columns."""
    _take("kle", file, dry_run=dry_run)


@click.command()
@FILE
@DRY_RUN
def form(file: Path, *, dry_run: bool) -> None:
    """FILE is FORM as XML or CSV."""
    _take("form", file, dry_run=dry_run)


@click.command()
@FILE
@DRY_RUN
def kla(file: Path, *, dry_run: bool) -> None:
    """FILE is a CSV of KLA codes."""
    _take("kla", file, dry_run=dry_run)


@click.command()
@FILE
@DRY_RUN
def kitos(file: Path, *, dry_run: bool) -> None:
    """FILE holds answers of KITOS' API v2: it-systems or it-system-usages."""
    _take("kitos", file, dry_run=dry_run)


def _take(source: str, file: Path, *, dry_run: bool) -> None:
    from gevinst.cli.robot_start import start

    try:
        content = file.read_bytes()
    except OSError as fault:
        raise click.UsageError(f"{file}: {fault.strerror or fault}") from fault
    by = start()
    from gevinst.features.catalogue.actions.registers import runs
    from gevinst.features.catalogue.actions.registers.report import Report, report_of

    made = runs.dry if dry_run else runs.take
    report: Report = report_of(made(source=source, content=content, filename=file.name, by=by))
    for where, message in report.remarks[:SHOWN]:
        click.echo(f"{file.name}: {where}: {message}", err=True)
    for label, count in report.counts:
        click.echo(f"{label:<48}{count:>8}")
    if dry_run:
        click.echo(spoken("Prøvekørsel: intet er skrevet.", "Dry run: nothing was written."))
