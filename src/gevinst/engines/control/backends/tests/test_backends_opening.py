"""Engines that cannot be used say what is missing, and no address and no data."""

from __future__ import annotations

import os
from pathlib import Path

import pyarrow as pa
import pytest

from gevinst.engines.control import Plan
from gevinst.engines.control.backends import EngineFault, opened, spark
from gevinst.engines.control.backends.duckdb import DuckDb
from gevinst.engines.control.backends.postgres import Postgres
from gevinst.engines.control.backends.tests.parity_world import GIVEN, rows, world
from gevinst.shared.postgres import embedded_url


def test_duckdb_is_always_there() -> None:
    assert opened("duckdb") == DuckDb()


@pytest.mark.parametrize(
    ("pyspark", "java_home", "path", "said"),
    [
        (None, "/java", "java", "gevinst[spark]"),
        ("there", "", None, "Java 17"),
        ("there", "/java", None, ""),
        ("there", "", "java", ""),
    ],
)
def test_what_spark_lacks_is_said(
    monkeypatch: pytest.MonkeyPatch,
    pyspark: str | None,
    java_home: str,
    path: str | None,
    said: str,
) -> None:
    monkeypatch.setattr(spark, "find_spec", lambda name: pyspark)
    monkeypatch.setattr(spark.shutil, "which", lambda name: path)
    monkeypatch.setenv("JAVA_HOME", java_home)
    lacking = spark.missing()
    if not said:
        assert lacking is None
        return
    assert lacking is not None
    assert said in lacking.da
    with pytest.raises(EngineFault) as fault:
        opened("spark", master="local[1]")
    assert fault.value.message == lacking


def test_postgresql_needs_an_address() -> None:
    with pytest.raises(EngineFault, match="environment variable"):
        opened("postgres")


def test_a_database_that_is_not_there_is_not_named(tmp_path: Path) -> None:
    ready = world(tmp_path)
    engine = opened("postgres", address="postgresql://me:secret@127.0.0.1:9/none")
    with pytest.raises(EngineFault, match="no connection") as fault:
        engine.run(ready, *rows(ready, 1, 1), GIVEN)
    assert "secret" not in f"{fault.value!r} {engine!r}"


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return world(tmp_path_factory.mktemp("rules"))


def test_what_postgresql_refuses_is_told_without_the_data(ready: Plan) -> None:
    engine = Postgres(os.environ.get("DATABASE_URL") or embedded_url())
    subjects, registers = rows(ready, 3, 1)
    place = subjects.column_names.index("key")
    nul = pa.array(["610203-1234\0"] * 3)  # no text of PostgreSQL holds the character 0
    with pytest.raises(EngineFault, match="SQLSTATE") as fault:
        engine.run(ready, subjects.set_column(place, "key", nul), registers, GIVEN)
    assert "1234" not in str(fault.value)
    assert fault.value.__cause__ is None
