"""The options that say where rules run: in this process, on Spark, or in a PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce, wraps
from typing import TYPE_CHECKING, Any

import click

from gevinst.cli.language import spoken

if TYPE_CHECKING:
    from gevinst.engines.blockkit.contract import Block
    from gevinst.engines.control.backends import Engine
    from gevinst.engines.invoicing.block import InvoiceBlock

NAMES = ("duckdb", "spark", "postgres")
DEFAULT = "duckdb"


@dataclass(frozen=True, slots=True)
class Place:
    """Where rules run, as the options say."""

    engine: str
    master: str
    variable: str

    def opened(self) -> Engine:
        """The engine. Raises `click.UsageError` that says what is missing."""
        from gevinst.engines.control.backends import EngineFault, opened

        if self.variable and not os.environ.get(self.variable):
            raise click.UsageError(
                spoken(
                    f"--postgres {self.variable}: der er ingen miljøvariabel af det navn",
                    f"--postgres {self.variable}: there is no environment variable of that name",
                )
            )
        address = os.environ.get(self.variable, "")
        try:
            return opened(self.engine, master=self.master, address=address)
        except EngineFault as fault:
            raise click.UsageError(spoken(fault.message.da, fault.message.en)) from fault

    def robot(self, block: Block) -> Block:
        """The block with its rules run there. Raises `click.UsageError`."""
        return block if self.engine == DEFAULT else with_rules(block).on_engine(self.opened())


def with_rules(block: Block) -> InvoiceBlock:
    """The block, whose rules can be run elsewhere. Raises `click.UsageError` where they cannot."""
    from gevinst.engines.invoicing.block import InvoiceBlock

    if isinstance(block, InvoiceBlock):
        return block
    key = block.manifest.key
    raise click.UsageError(
        spoken(f"{key} kan kun køre i DuckDB.", f"{key} can only run on DuckDB.")
    )


def engine_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--engine`, `--master` and `--postgres`, which come as `place`."""

    @wraps(command)
    def with_place(*args: Any, engine: str, master: str, postgres: str, **more: Any) -> Any:
        return command(*args, place=Place(engine, master, postgres), **more)

    return reduce(lambda decorated, option: option(decorated), reversed(OPTIONS), with_place)


OPTIONS = (
    click.option(
        "--engine",
        type=click.Choice(NAMES),
        default=DEFAULT,
        show_default=True,
        help="Where the rules run; the answers are the same.",
    ),
    click.option(
        "--master", default="", help="Spark: local[2], or the address of a cluster.", metavar="URL"
    ),
    click.option(
        "--postgres",
        default="",
        metavar="NAME",
        help="PostgreSQL: the environment variable with the database's address.",
    ),
)
