"""The same rules on DuckDB, PostgreSQL and Spark: the same answers, types, order and evidence rows."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from gevinst.engines.control import Plan
from gevinst.engines.control.backends import Engine, ParquetTable, opened, parquet_table
from gevinst.engines.control.backends.duckdb import DuckDb
from gevinst.engines.control.backends.postgres import Postgres
from gevinst.engines.control.backends.spark import Spark, missing
from gevinst.engines.control.backends.tests.parity_world import CONDITIONS, GIVEN, rows, world
from gevinst.shared.postgres import embedded_url

LACKING = missing()
ON_SPARK = [
    pytest.mark.spark,
    pytest.mark.skipif(LACKING is not None, reason=f"NOT run on Spark: {LACKING and LACKING.en}"),
]
Open = Callable[[], Engine]


def by_postgres(slice_rows: int = 200_000) -> Postgres:
    return Postgres(os.environ.get("DATABASE_URL") or embedded_url(), slice_rows)


def by_spark() -> Engine:
    return opened("spark", master="local[2]")


def by_driver() -> Engine:
    """As on a cluster, whose workers do not see this machine's files."""
    return Spark(Spark.found("local[2]").session)


SLICED = [
    pytest.param(lambda: DuckDb(slice_rows=70), id="duckdb"),
    pytest.param(lambda: by_postgres(70), id="postgres"),
    pytest.param(by_spark, id="spark", marks=ON_SPARK),
]


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return world(tmp_path_factory.mktemp("rules"))


@pytest.fixture(scope="module", autouse=True)
def ended() -> Iterator[None]:
    """Spark is stopped when the module is done, if any test started it."""
    yield
    if LACKING is None:
        from pyspark.sql import SparkSession

        running = SparkSession.getActiveSession()
        if running is not None:
            running.stop()


@pytest.mark.parametrize(
    ("other", "count"),
    [
        pytest.param(by_postgres, 0, id="postgres-none"),
        pytest.param(by_postgres, 600, id="postgres"),
        pytest.param(by_spark, 20_000, id="spark", marks=ON_SPARK),
        pytest.param(by_driver, 0, id="spark-driver-none", marks=ON_SPARK),
        pytest.param(by_driver, 600, id="spark-driver", marks=ON_SPARK),
    ],
)
def test_the_answers_are_the_same(ready: Plan, other: Open, count: int) -> None:
    subjects, registers = rows(ready, count, seed=7)
    wanted = opened("duckdb").run(ready, subjects, registers, GIVEN)
    given = other().run(ready, subjects, registers, GIVEN)
    assert given.schema == wanted.schema
    differing = [name for name in wanted.column_names if not given[name].equals(wanted[name])]
    assert not differing


def test_there_is_something_to_differ_about(ready: Plan) -> None:
    subjects, registers = rows(ready, 600, seed=7)
    answers = opened("duckdb").run(ready, subjects, registers, GIVEN)
    cases = {rule.id: set(answers[rule.id].to_pylist()) for rule in ready.rules}
    never = "rule-21"  # it reads a parameter that is not set
    one_answer = {rule for rule, found in cases.items() if len(found) < 2}
    assert len(cases) == len(CONDITIONS)
    assert one_answer == {never}
    assert len(set(answers["before.row"].to_pylist())) > 20
    assert max(answers["fee.matches"].drop_null().to_pylist()) > 2


def files(folder: Path, name: str, table: pa.Table, columns: dict[str, str]) -> ParquetTable:
    """The table as three files."""
    (folder / name).mkdir()
    third = len(table) // 3 + 1
    for part in range(3):
        place = folder / name / f"{part}.parquet"
        parquet.write_table(table.slice(part * third, third), place, row_group_size=50)
    found = parquet_table(folder / name, columns)
    assert found is not None
    return found


def told(ready: Plan, engine: Engine, folder: Path, stale: tuple[str, ...] = ()) -> pa.Table:
    subjects, registers = rows(ready, 300, seed=8)
    own = {name: kind for name, kind in ready.columns.items() if "." not in name}
    tables = {
        name: files(folder, name, registers[name], dict(columns))
        for name, columns in ready.reads.items()
    }
    batch = files(folder, "subjects", subjects, own)
    (folder / "out").mkdir()
    engine.write(ready, batch, tables, GIVEN, folder / "out", stale=stale)
    parts = sorted((folder / "out").glob("*.parquet"))
    answers = pa.concat_tables([parquet.ParquetFile(part).read() for part in parts])
    return answers.sort_by("subject")


@pytest.mark.parametrize("engine", SLICED)
def test_files_are_judged_as_tables_are(ready: Plan, engine: Open, tmp_path: Path) -> None:
    subjects, registers = rows(ready, 300, seed=8)
    wanted = opened("duckdb").run(ready, subjects, registers, GIVEN)
    given = told(ready, engine(), tmp_path)
    assert given["reference"].equals(subjects["reference"])
    assert given["subject"].to_pylist() == list(range(300))
    for fact in ready.facts:
        for part in ("row", "matches"):
            name = f"{fact.name}.{part}"
            assert given[name].to_pylist() == wanted[name].to_pylist(), name
    for rule in ready.rules:
        cases = wanted[rule.id].to_pylist()
        assert given[f"{rule.id}.case"].to_pylist() == [case + 1 for case in cases]
        outcomes = [str(rule.case(case).outcome) for case in cases]
        assert given[f"{rule.id}.outcome"].to_pylist() == outcomes


@pytest.mark.parametrize("engine", SLICED)
def test_rules_on_stale_registers_are_undecided(ready: Plan, engine: Open, tmp_path: Path) -> None:
    given = told(ready, engine(), tmp_path, ("rule-1",))
    assert set(given["rule-1.outcome"].to_pylist()) == {"undecided"}
    assert set(given["rule-1.case"].to_pylist()) == {0}
    assert set(given["rule-0.outcome"].to_pylist()) > {"undecided"}
