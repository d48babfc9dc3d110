"""Starts Django for a command that needs the database, and says plainly when it cannot."""

from __future__ import annotations

import os
import sys

import click

from gevinst.cli.language import spoken


def start() -> None:
    """Django is ready afterwards. Ends the command with status 2 where the database cannot be reached."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gevinst.config.settings")
    import django

    from gevinst.shared.postgres import DatabaseUrlFault

    try:
        django.setup()
        _reach_database()
    except DatabaseUrlFault as fault:
        raise click.UsageError(str(fault)) from fault


def _reach_database() -> None:
    from django.db import DatabaseError, connection

    try:
        connection.ensure_connection()
    except DatabaseError as fault:
        reason = str(fault).strip()
        click.echo(
            spoken(
                f"Databasen svarer ikke. Er DATABASE_URL rigtig, og kører serveren?\n{reason}",
                f"The database does not answer. Is DATABASE_URL right, and is the server running?\n{reason}",
            ),
            err=True,
        )
        sys.exit(2)
