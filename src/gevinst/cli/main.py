"""`gevinst`: every command is a module of its own, imported only when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from gevinst import __version__
from gevinst.shared.errors import DomainError

COMMANDS = {
    "case": "gevinst.cli.case",
    "catalogue": "gevinst.cli.catalogue",
    "control": "gevinst.cli.control",
    "demo": "gevinst.cli.demo",
    "einvoice": "gevinst.cli.einvoice",
    "manage": "gevinst.cli.manage",
    "registers": "gevinst.cli.registers",
    "reset": "gevinst.cli.reset",
    "robot": "gevinst.cli.robot",
    "rules": "gevinst.cli.rules",
    "sample": "gevinst.cli.sample",
    "search": "gevinst.cli.search",
    "serve": "gevinst.cli.serve",
    "worker": "gevinst.cli.worker",
}


class LazyGroup(click.Group):
    """Keeps `gevinst --help` fast: a command's module is imported on use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """A domain error ends the command with status 2 and its own sentence."""
        try:
            return super().invoke(ctx)
        except DomainError as fault:
            raise click.UsageError(f"{fault.message} [{fault.code}]") from fault


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="gevinst")
def main() -> None:
    """Find, justify, build, run and prove automations, and share them."""
