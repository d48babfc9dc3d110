"""The controls of the invoice block on Spark, two cores of this machine, against DuckDB, one thread.

The same rules on the same million lines of half a million documents: every answer and evidence row is to
be the same before a figure is printed. `--small` takes 20,000 lines. Seconds of the clock, Spark's second
run after a small one, since the first loads its classes. Measures nothing where Spark is not there, and
says so.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import date

import pyarrow as pa

from control_parts.data import Batch, made
from gevinst.engines.blockkit import block
from gevinst.engines.blockkit.arrays import table
from gevinst.engines.blockkit.parameters import typed
from gevinst.engines.control.backends import Engine, opened
from gevinst.engines.control.backends.spark import missing

LINES, SMALL, WARM = 1_000_000, 20_000, 200
ON = date(2026, 11, 2)
KINDS = ("document", "line")


def main() -> None:
    """Compares and prints the figures."""
    lacking = missing()
    if lacking is not None:
        print(f"NOT measured: {lacking.en}", file=sys.stderr)
        return
    batch = made(SMALL if "--small" in sys.argv else LINES)
    duckdb, spark = opened("duckdb"), opened("spark", master="local[2]")
    answered(spark, made(WARM))
    wanted, least = answered(duckdb, batch)
    given, seconds = answered(spark, batch)
    for one, other in zip(wanted, given, strict=True):
        differing = [name for name in one.column_names if not one[name].equals(other[name])]
        assert not differing, f"Spark answers otherwise: {differing}"
    against = (
        f"DuckDB {least:.2f} s, Spark {seconds:.1f} s, {len(batch.lines):,} lines, the same answers"
    )
    figure = {
        "name": "control.spark_vs_duckdb",
        "value": round(seconds / least, 1),
        "unit": "ratio",
    }
    print(json.dumps({**figure, "against": against}))


def answered(engine: Engine, batch: Batch) -> tuple[list[pa.Table], float]:
    """The answers about documents and lines, and the seconds that they took."""
    robot = block("invoice_control")
    parameters = typed(robot.manifest, {})
    given = {**batch.registers, "document": batch.documents, "line": batch.lines}
    started = time.perf_counter()
    answers = []
    for kind in KINDS:
        plan = robot.judge.plan(kind, ON)
        registers = {
            name: given[name] if name in given else table(columns, [])
            for name, columns in plan.reads.items()
        }
        answers.append(engine.run(plan, given[kind], registers, parameters))
    return answers, time.perf_counter() - started


if __name__ == "__main__":
    main()
