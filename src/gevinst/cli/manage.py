"""`gevinst manage …`: Django's own commands."""

from __future__ import annotations

import os

import click


@click.command(
    context_settings={"ignore_unknown_options": True, "help_option_names": []},
    add_help_option=False,
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> None:
    """Run one of Django's management commands."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gevinst.config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["gevinst manage", *arguments])
