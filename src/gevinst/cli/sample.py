"""`gevinst sample`: invented months of invoices with an answer key, and a catalogue."""

from __future__ import annotations

from datetime import datetime
from itertools import count
from pathlib import Path

import click

from gevinst.cli.language import spoken
from gevinst.cli.progress import progress
from gevinst.cli.sample_catalogue import catalogue


@click.group()
def command() -> None:
    """Make invented material to try things on."""


@command.command()
@click.option("--invoices", default=2000, show_default=True, type=click.IntRange(min=1))
@click.option("--mr", default=200, show_default=True, help="How many are single MR scans.")
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same bytes.")
@click.option("--month", default="2026-10", show_default=True, type=click.DateTime(["%Y-%m"]))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path))
def month(invoices: int, mr: int, seed: int, month: datetime, out: Path) -> None:
    """Private-hospital invoices, the registers they are controlled against, and the right answers.

    OUT must not hold anything yet.
    """
    from gevinst.blocks.invoice_control.sample.folder import write_month
    from gevinst.blocks.invoice_control.sample.month import sample_month
    from gevinst.engines.blockkit import block

    _empty(out)
    try:
        with progress(spoken("Måneden dannes", "Making the month")) as show:
            manifest = block("invoice_control").manifest
            made = sample_month(manifest, invoices, mr, seed, month.date())
            done = count(1)
            write_month(made, out, lambda: show(next(done), invoices))
    except (ValueError, OSError) as fault:
        raise click.UsageError(str(fault)) from fault
    said = spoken(f"{invoices} regninger i {out}", f"{invoices} invoices in {out}")
    click.echo(said)


@command.command()
@click.option("--invoices", default=200, show_default=True, type=click.IntRange(min=1))
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same bytes.")
@click.option("--month", default="2026-10", show_default=True, type=click.DateTime(["%Y-%m"]))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path))
def certificates(invoices: int, seed: int, month: datetime, out: Path) -> None:
    """Invoices for medical certificates, the registers they are controlled against, and the right answers.

    OUT must not hold anything yet.
    """
    from gevinst.blocks.medical_certificates.sample.month import sample_month, write_month
    from gevinst.engines.blockkit import block

    _empty(out)
    try:
        with progress(spoken("Måneden dannes", "Making the month")) as show:
            made = sample_month(
                block("medical_certificates").manifest, invoices, seed, month.date()
            )
            done = count(1)
            write_month(made, out, lambda: show(next(done), invoices))
    except (ValueError, OSError) as fault:
        raise click.UsageError(str(fault)) from fault
    click.echo(spoken(f"{invoices} regninger i {out}", f"{invoices} invoices in {out}"))


command.add_command(catalogue)


def _empty(out: Path) -> None:
    if out.is_dir() and any(out.iterdir()):
        raise click.UsageError(spoken(f"Mappen {out} er ikke tom.", f"{out} is not empty."))
