"""`gevinst reset`: empties the home."""

from __future__ import annotations

import sys

import click


@click.command()
@click.option("--yes", is_flag=True, help="Delete without asking.")
def command(yes: bool) -> None:
    """Delete all data under GEVINST_HOME. A database named by DATABASE_URL is left alone."""
    from gevinst.shared import postgres
    from gevinst.shared.home import empty, home

    folder = home()
    if not yes and not _confirmed(str(folder)):
        click.echo("Intet er slettet.")
        sys.exit(1)
    _stop_server()
    left = empty()
    click.echo(f"Slettet: Gevinsts data i {folder}")
    if left:
        click.echo(f"Ikke rørt, for det er ikke Gevinsts: {', '.join(left)}")
    if not postgres.embedded():
        click.echo("Databasen i DATABASE_URL er ikke rørt.")


def _confirmed(folder: str) -> bool:
    if not sys.stdin.isatty():
        raise click.UsageError(f"Alle data i {folder} ville blive slettet. Bekræft med --yes.")
    return click.confirm(f"Slet alle Gevinsts data i {folder}?")


def _stop_server() -> None:
    from gevinst.shared import postgres

    try:
        postgres.stop()
    except postgres.InUse as use:
        held = ", ".join(str(pid) for pid in use.pids)
        raise click.UsageError(f"Gevinst kører (proces {held}). Stop den først.") from use
