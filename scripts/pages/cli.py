"""`cli.md`: every command of `gevinst`, from its click tree."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from gevinst.cli.main import main
from pages.markdown import code, table

HEAD = """# The command line

Every command explains itself with `--help`; only `gevinst manage` hands its arguments on to Django.
"""


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """The command and all below it, with their full names."""
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for part in command.list_commands(context):
            below = command.get_command(context, part)
            if below is not None:
                yield from commands(below, f"{name} {part}")


def page() -> str:
    """The page."""
    return HEAD + "".join(_section(name, command) for name, command in commands(main, "gevinst"))


def _section(name: str, command: click.Command) -> str:
    usage = " ".join([name, *command.collect_usage_pieces(click.Context(command, info_name=name))])
    parts = [f"\n## {name}\n", inspect.cleandoc(command.help or ""), f"\n    {usage}\n"]
    rows = [_option(each) for each in command.params if isinstance(each, click.Option)]
    if rows:
        parts.append(table(["Option", "Default", "Meaning"], rows) + "\n")
    return "\n".join(parts).replace("\b\n", "")


def _option(option: click.Option) -> list[str]:
    names = ", ".join(f"`{each}`" for each in [*option.opts, *option.secondary_opts])
    taken = "" if option.is_flag or option.count else f" {option.make_metavar(click.Context(main))}"
    value = option.default
    # click marks "no default" with a sentinel of its own
    plain = isinstance(value, (str, int, float)) and not isinstance(value, bool)
    return [names + taken, code(value) if plain else "", option.help or ""]
