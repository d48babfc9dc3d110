"""`gevinst reset`: empties the home."""

from __future__ import annotations

import sys

import click

from gevinst.cli.language import spoken


@click.command()
@click.option("--yes", is_flag=True, help="Delete without asking.")
def command(yes: bool) -> None:
    """Delete all data under GEVINST_HOME. A database named by DATABASE_URL is left alone."""
    from gevinst.shared import postgres
    from gevinst.shared.home import empty, home

    folder = home()
    if not yes and not _confirmed(str(folder)):
        click.echo(spoken("Intet er slettet.", "Nothing was deleted."))
        sys.exit(1)
    _stop_server()
    left = empty()
    click.echo(spoken(f"Slettet: Gevinsts data i {folder}", f"Deleted: Gevinst's data in {folder}"))
    if left:
        names = ", ".join(left)
        click.echo(
            spoken(
                f"Ikke rørt, for det er ikke Gevinsts: {names}",
                f"Left alone, as not Gevinst's: {names}",
            )
        )
    if not postgres.embedded():
        click.echo(
            spoken(
                "Databasen i DATABASE_URL er ikke rørt.",
                "The database in DATABASE_URL is left alone.",
            )
        )


def _confirmed(folder: str) -> bool:
    if not sys.stdin.isatty():
        raise click.UsageError(
            spoken(
                f"Alle data i {folder} ville blive slettet. Bekræft med --yes.",
                f"All data in {folder} would be deleted. Confirm with --yes.",
            )
        )
    return click.confirm(
        spoken(f"Slet alle Gevinsts data i {folder}?", f"Delete all of Gevinst's data in {folder}?")
    )


def _stop_server() -> None:
    from gevinst.shared import postgres

    try:
        postgres.stop()
    except postgres.InUse as use:
        held = ", ".join(str(pid) for pid in use.pids)
        raise click.UsageError(
            spoken(
                f"Gevinst kører (proces {held}). Stop den først.",
                f"Gevinst is running (process {held}). Stop it first.",
            )
        ) from use
