"""`gevinst sample catalogue`: an invented catalogue as OS2autoproces would hand it out."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path
from random import Random

import click

from gevinst.cli.language import spoken
from gevinst.engines.exchange.sample import Place

REGION = "region"


@click.command("catalogue")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--processes", default=2000, show_default=True, type=click.IntRange(min=1))
@click.option("--authorities", default=47, show_default=True, type=click.IntRange(min=1))
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same bytes.")
@click.option("--day", default="2026-11-01", show_default=True, type=click.DateTime(["%Y-%m-%d"]))
def catalogue(folder: Path, processes: int, authorities: int, seed: int, day: datetime) -> None:
    """Write os2autoproces.json and os2autoproces.xlsx to FOLDER: the same processes in both.

    FOLDER must not hold either yet.
    """
    from gevinst.engines.exchange.sample import as_excel, as_json, sample

    files = {name: folder / f"os2autoproces.{name}" for name in ("json", "xlsx")}
    for file in files.values():
        if file.exists():
            raise click.UsageError(spoken(f"{file} findes allerede", f"{file} is there already"))
    try:
        # In no order of theirs: which ones share the most is an invention.
        chosen = Random(seed).sample(places(day.date()), authorities)  # noqa: S311
        items = sample(chosen, processes, seed, day.date())
        folder.mkdir(parents=True, exist_ok=True)
        files["json"].write_bytes(as_json(items))
        files["xlsx"].write_bytes(as_excel(items))
    except (ValueError, OSError) as fault:
        raise click.UsageError(str(fault)) from fault
    said = spoken(f"{processes} processer i {folder}", f"{processes} processes in {folder}")
    click.echo(said)


def places(day: date) -> list[Place]:
    """The authorities of that day; a region stands with its CVR number, as it does in OS2autoproces."""
    from importlib import resources

    folder = resources.files("gevinst.features.accounts") / "reference"
    rows = csv.DictReader((folder / "authorities.csv").read_text("utf-8").splitlines())
    on = day.isoformat()
    return [
        Place(row["cvr"], "" if row["kind"] == REGION else row["name"])
        for row in rows
        if row["cvr"] and row["valid_from"] <= on and (not row["valid_to"] or row["valid_to"] >= on)
    ]
