"""A question to a PostgreSQL, its rows moved by the column: read-only, in one snapshot, with a time limit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pyarrow as pa

from gevinst.engines.blockkit.contract import RegisterFault, RegisterSpec
from gevinst.engines.blockkit.registers.delimited import Choose
from gevinst.engines.blockkit.registers.faults import fault
from gevinst.engines.blockkit.registers.source import Query
from gevinst.engines.identifiers import mask_all

READ_ONLY = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
TIMED_OUT = "statement timeout"
# Other sentences of the driver repeat the address, which has a password in it.
NO_SERVER = "connection to server"
DATA_FAULT = "22"  # also what comes without a code, while rows are moved
QUOTED = re.compile(r'"[^"]*"')


def read_postgres(
    spec: RegisterSpec, query: Query, connections: Mapping[str, str], choose: Choose
) -> tuple[pa.Table, datetime]:
    """The columns that `choose` names of those the query gives, and the time of the transaction.

    `connections` maps names to addresses. Raises `RegisterFault`.
    """
    from adbc_driver_postgresql import dbapi  # type: ignore[import-untyped]

    address = _address(spec, query, connections)
    try:
        connection = dbapi.connect(address)
    except (dbapi.Error, OSError) as wrong:
        raise _no_connection(spec, query, str(wrong)) from None
    try:
        with connection, connection.cursor() as cursor:
            return _asked(cursor, query, choose)
    except (dbapi.Error, OSError) as wrong:
        raise _refused(spec, query, wrong) from None


def _address(spec: RegisterSpec, query: Query, connections: Mapping[str, str]) -> str:
    address = connections.get(query.connection, "")
    if not address:
        raise fault(
            spec.name,
            f"forbindelsen {query.connection} er ikke sat; en miljøvariabel af det navn ventes",
            f"the connection {query.connection} is not set; expected an environment variable of"
            " that name",
        )
    return address


def _asked(cursor: Any, query: Query, choose: Choose) -> tuple[pa.Table, datetime]:
    cursor.execute(READ_ONLY)
    cursor.execute(f"SET LOCAL statement_timeout = {query.timeout_seconds * 1000}")
    cursor.execute("SELECT now()")
    (now,) = cursor.fetchone()
    cursor.execute(query.sql)
    rows = cursor.fetch_record_batch()
    wanted = choose(list(rows.schema.names))
    return rows.read_all().select(wanted), now


def _no_connection(spec: RegisterSpec, query: Query, said: str) -> RegisterFault:
    _, found, rest = said.partition(NO_SERVER)
    reason = f": {found}{rest.splitlines()[0]}" if found else ""
    return fault(
        spec.name,
        f"{query.connection}: der er ingen forbindelse{reason}",
        f"{query.connection}: there is no connection{reason}",
    )


def _refused(spec: RegisterSpec, query: Query, wrong: Exception) -> RegisterFault:
    """What the server answered; its faults about data repeat the data, which is taken out."""
    said = str(wrong)
    if TIMED_OUT in said:
        limit = query.timeout_seconds
        return fault(
            spec.name,
            f"{query.connection}: forespørgslen tog mere end {limit} sekunder",
            f"{query.connection}: the query took more than {limit} seconds",
        )
    reason = mask_all(said.partition("ERROR:")[2].strip().partition("\n")[0])
    if (getattr(wrong, "sqlstate", None) or DATA_FAULT).startswith(DATA_FAULT):
        reason = QUOTED.sub("…", reason)
    return fault(
        spec.name,
        f"{query.connection}: forespørgslen blev afvist: {reason}",
        f"{query.connection}: the query was refused: {reason}",
    )
