"""Rules on Spark, on this machine or on a cluster: needs the extra `spark`, and Java 17."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import reduce
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow as pa

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.control.backends.answers import answer_schema, as_answered
from gevinst.engines.control.backends.engine import EngineFault
from gevinst.engines.control.backends.parquet import ParquetTable
from gevinst.engines.control.model import ROW
from gevinst.engines.control.plan import Plan
from gevinst.engines.control.sql import SUBJECTS
from gevinst.engines.control.told import subject_columns, told_schema, told_sql

# What makes Spark count as DuckDB does: exact numbers, no time zone, names as they are written.
EXACT = {
    "spark.sql.ansi.enabled": "true",
    "spark.sql.decimalOperations.allowPrecisionLoss": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.caseSensitive": "true",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "50000",
}
LOCAL = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "3g",
    "spark.sql.shuffle.partitions": "8",
    "spark.log.level": "ERROR",
}
ROW_GROUP = 100_000
NO_PYSPARK = Text(
    "Spark: PySpark er ikke installeret; installér tilvalget med `make spark` eller"
    " `pip install 'gevinst[spark]'`",
    "Spark: PySpark is not installed; install the extra with `make spark` or"
    " `pip install 'gevinst[spark]'`",
)
NO_JAVA = Text(
    "Spark: der er ingen Java; installér Java 17 eller sæt JAVA_HOME",
    "Spark: there is no Java; install Java 17 or set JAVA_HOME",
)


def missing() -> Text | None:
    """What this machine lacks to run Spark; None where nothing."""
    if find_spec("pyspark") is None:
        return NO_PYSPARK
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        return NO_JAVA
    return None


@dataclass(frozen=True, slots=True)
class Spark:
    """The engine on a Spark session; each run has names of its own in it.

    `local`: its workers are on this machine, and tables in memory go there as files.
    """

    session: Any
    local: bool = False

    @classmethod
    def found(cls, master: str = "") -> Spark:
        """The session on `master` ("": what spark-submit or the configuration says). Raises `EngineFault`."""
        lacking = missing()
        if lacking is not None:
            raise EngineFault(lacking)
        from pyspark.sql import SparkSession

        local = master.startswith("local")
        if local:
            os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        builder = SparkSession.builder.appName("gevinst")
        if master:
            builder = builder.master(master)
        for name, value in {**EXACT, **(LOCAL if local else {})}.items():
            builder = builder.config(name, value)
        return cls(builder.getOrCreate(), local)

    def run(
        self,
        plan: Plan,
        subjects: pa.Table,
        registers: Mapping[str, pa.Table],
        parameters: Mapping[str, object],
    ) -> pa.Table:
        """As `Engine.run`."""
        session, tables = self._own(), plan.tables(subjects, registers, parameters)
        sql = plan.sql_for("spark")
        answers = (
            _by_files(session, tables, sql) if self.local else _by_driver(session, tables, sql)
        )
        return as_answered(answers, answer_schema(plan))

    def write(
        self,
        plan: Plan,
        subjects: ParquetTable,
        registers: Mapping[str, ParquetTable],
        parameters: Mapping[str, object],
        out: Path,
        *,
        stale: Collection[str] = (),
    ) -> None:
        """As `Engine.write`; the files are read and written by the workers, who must see the folders."""
        session = self._own()
        _view(session, SUBJECTS, subjects, [*subject_columns(plan)], "subject")
        for name, columns in plan.reads.items():
            _view(session, name, registers[name], [*columns], ROW)
        told = session.sql(told_sql(plan, parameters, "spark", stale))
        from pyspark.sql.pandas.types import from_arrow_schema

        types = from_arrow_schema(told_schema(plan))
        typed = [told[f"`{each.name}`"].cast(each.dataType).alias(each.name) for each in types]
        told.select(*typed).write.mode("append").parquet(str(out))

    def _own(self) -> Any:
        """A session with views of its own, on the same cluster, that counts as DuckDB does."""
        session = self.session.newSession()
        for name, value in EXACT.items():
            session.conf.set(name, value)
        return session


def _by_files(session: Any, tables: Mapping[str, pa.Table], sql: str) -> pa.Table:
    """The answers of tables that Spark reads from files: the driver holds none of them."""
    from pyarrow import parquet

    with tempfile.TemporaryDirectory(prefix="gevinst-spark-") as folder:
        for name, table in tables.items():
            file = f"{folder}/{name}.parquet"
            parquet.write_table(table, file, row_group_size=ROW_GROUP)
            session.read.parquet(file).createOrReplaceTempView(name)
        session.sql(sql).write.parquet(f"{folder}/answers")
        files = sorted(Path(folder, "answers").glob("*.parquet"))
        return pa.concat_tables([parquet.ParquetFile(file).read() for file in files])


def _by_driver(session: Any, tables: Mapping[str, pa.Table], sql: str) -> pa.Table:
    """The answers of tables that go to the workers by way of the driver, which sees no disk of theirs."""
    for name, table in tables.items():
        session.createDataFrame(table).createOrReplaceTempView(name)
    return session.sql(sql).toArrow()


def _view(session: Any, name: str, table: ParquetTable, columns: list[str], number: str) -> None:
    """The files as one view, its rows numbered from 0 over them all."""
    from pyspark.sql import functions as f

    names = [f"`{column}`" for column in columns]
    parts = [
        session.read.parquet(str(file)).select(
            *names, (f.col("_metadata.row_index") + f.lit(first)).cast("int").alias(number)
        )
        for file, first, _ in table.parts()
    ]
    reduce(lambda one, other: one.unionByName(other), parts).createOrReplaceTempView(name)
