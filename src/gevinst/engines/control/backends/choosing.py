"""Opens an engine by the name that a user gives it."""

from __future__ import annotations

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.control.backends.duckdb import DuckDb
from gevinst.engines.control.backends.engine import Engine, EngineFault

ENGINES = ("duckdb", "spark", "postgres")
NO_ADDRESS = Text(
    "PostgreSQL: databasens adresse mangler; nævn en miljøvariabel, der har den",
    "PostgreSQL: the address of the database is missing; name an environment variable that has it",
)


def opened(name: str, *, master: str = "", address: str = "") -> Engine:
    """The engine of `ENGINES` with that name: Spark on `master`, PostgreSQL at `address`.

    Raises `EngineFault` where it is not installed or an address is missing.
    """
    if name == "spark":
        from gevinst.engines.control.backends.spark import Spark

        return Spark.found(master)
    if name == "postgres":
        if not address:
            raise EngineFault(NO_ADDRESS)
        from gevinst.engines.control.backends.postgres import Postgres

        return Postgres(address)
    return DuckDb()
