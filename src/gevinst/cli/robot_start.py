"""What every command of `gevinst robot` begins with: Django, who acts, and which robot."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

import click

from gevinst.cli.language import language

if TYPE_CHECKING:
    from gevinst.features.operations.models import Robot
    from gevinst.shared.actor import Actor

AUTHORITY = click.option(
    "--authority",
    default="",
    metavar="CODE",
    help="Where two authorities have a robot of that key.",
)


def start() -> Actor:
    """Django is ready and the database up to date; who acts: the system, for the one at the terminal."""
    from gevinst.cli import django

    django.start()
    from dataclasses import replace

    from django.utils import translation

    from gevinst.config.prepare import migrate
    from gevinst.shared.actor import SYSTEM

    translation.activate(language())
    migrate(lambda text: click.echo(text.in_language(language()), err=True))
    try:
        return replace(SYSTEM, name=f"{SYSTEM.name} ({getpass.getuser()})")
    except (KeyError, OSError):  # a container may run as nobody in particular
        return SYSTEM


def robot_of(by: Actor, key: str, authority: str) -> Robot:
    """The robot. Raises `DomainError("not-found")`."""
    from gevinst.features.operations import queries

    return queries.robot_by_key(by, key, authority)
