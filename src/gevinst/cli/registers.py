"""`gevinst registers`: connect a region's own registers, and look at them before they are used."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from gevinst.cli.language import language, spoken

BLOCK = click.option("--block", "key", default="invoice_control", show_default=True, metavar="KEY")


@click.group()
def command() -> None:
    """Connect a region's own registers, and check them before they are used."""


@command.command()
@click.argument("place", metavar="[FOLDER-OR-YAML]", default=".", type=click.Path(path_type=Path))
@BLOCK
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="As of this day; default today.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def check(place: Path, key: str, on: datetime | None, *, as_json: bool) -> None:
    """Load the registers that a block needs and report what is wrong with them.

    Types, unknown values, repeated rows, overlaps and holes in validity, CPR and CVR numbers, values that
    another register does not know, and how old each extract is. Examples are masked.

    Exit status: 0 no errors, 1 at least one error, 2 the place or its `registers.yaml` cannot be used.
    """
    from gevinst.cli.register_report import as_lines, as_object
    from gevinst.engines.blockkit import BlockNotFound, RegisterFault, block
    from gevinst.engines.blockkit.registers.checks import survey
    from gevinst.shared.register_connections import register_connections

    if not place.exists():
        raise click.UsageError(spoken(f"{place} findes ikke.", f"{place} does not exist."))
    day = on.date() if on else date.today()  # noqa: DTZ011  (the user's own day)
    try:
        manifest = block(key).manifest
        found = survey(place, manifest, day, register_connections())
    except RegisterFault as fault:
        raise click.UsageError(spoken(fault.message.da, fault.message.en)) from fault
    except BlockNotFound as fault:
        raise click.UsageError(str(fault)) from fault
    click.echo(as_object(found, manifest, day) if as_json else as_lines(found, manifest))
    sys.exit(0 if found.usable else 1)


@command.command()
@BLOCK
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Default: print it.")
def example(key: str, out: Path | None) -> None:
    """Write a commented `registers.yaml` to start from, with every register that a block needs.

    OUT is not written over.
    """
    from gevinst.engines.blockkit import BlockNotFound, block
    from gevinst.engines.blockkit.registers.example import example as written

    try:
        text = written(block(key).manifest, language())
    except BlockNotFound as fault:
        raise click.UsageError(str(fault)) from fault
    if out is None:
        click.echo(text, nl=False)
        return
    try:
        with out.open("x", encoding="utf-8") as opened:
            opened.write(text)
    except FileExistsError as there:
        said = spoken(f"{out} findes allerede.", f"{out} is there already.")
        raise click.UsageError(said) from there
    except OSError as fault:
        raise click.UsageError(str(fault)) from fault
    click.echo(spoken(f"Skrevet: {out}", f"Written: {out}"))
