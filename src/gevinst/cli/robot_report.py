"""`gevinst robot report`: a robot's month as PDF or Excel."""

from __future__ import annotations

from pathlib import Path

import click

from gevinst.cli.language import spoken
from gevinst.cli.robot_start import AUTHORITY, robot_of, start

KINDS = (".pdf", ".xlsx")


@click.command("report")
@click.argument("key")
@AUTHORITY
@click.option("--month", required=True, metavar="YYYY-MM", help="Which month: 2026-11.")
@click.option(
    "--out",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file; it ends in .pdf or .xlsx, which says what it is.",
)
def command(key: str, authority: str, month: str, out: Path) -> None:
    """Write the month report of the robot KEY: a tagged PDF, or Excel with the sums as formulas."""
    if out.suffix.lower() not in KINDS:
        said = spoken(
            "Filen skal ende på .pdf eller .xlsx.", "The file is to end in .pdf or .xlsx."
        )
        raise click.UsageError(said)
    by = start()
    from gevinst.features.operations.queries.month import month_of, month_report
    from gevinst.features.operations.reporting.files import made
    from gevinst.shared.errors import DomainError

    robot = robot_of(by, key, authority)
    try:
        first, last = month_of(month)
    except DomainError as fault:
        raise click.UsageError(str(fault.message)) from fault
    found = month_report(robot, first, last)
    try:
        out.write_bytes(made(found, out.suffix.lower().removeprefix(".")))
    except OSError as fault:
        raise click.UsageError(f"{out}: {fault.strerror}") from fault
    came, even = found.account.received, found.account.holds
    click.echo(spoken(f"{out}: {came} modtaget", f"{out}: {came} received"))
    if not even:
        said = spoken("Afstemningen går ikke op.", "The reconciliation does not add up.")
        click.echo(said, err=True)
        raise SystemExit(1)
