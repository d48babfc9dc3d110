"""One database a process: every run has a connection of its own, and leaves nothing behind."""

import weakref
from concurrent.futures import ThreadPoolExecutor

import duckdb
import pyarrow as pa
import pytest

from gevinst.engines.control import execute

ROWS = 50_000


def numbered(offset: int) -> pa.Table:
    return pa.table({"value": pa.array(range(offset, offset + ROWS))})


def test_runs_at_once_read_their_own_tables() -> None:
    def lowest(offset: int) -> int:
        answer = execute("SELECT min(value) AS lowest FROM given", {"given": numbered(offset)})
        return int(answer["lowest"][0].as_py())

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lowest, range(40))) == list(range(40))


def test_a_table_of_one_run_is_unknown_to_the_next() -> None:
    execute("SELECT * FROM given", {"given": numbered(0)})
    with pytest.raises(duckdb.CatalogException, match="given"):
        execute("SELECT * FROM given", {})


def test_a_run_keeps_no_hold_of_its_tables() -> None:
    table = numbered(0)
    kept = weakref.ref(table)
    execute("SELECT count(*) FROM given", {"given": table})
    del table
    assert kept() is None


def test_a_fault_spoils_no_later_run() -> None:
    with pytest.raises(duckdb.ParserException):
        execute("SELEC", {})
    assert execute("SELECT 1 AS one", {})["one"].to_pylist() == [1]
