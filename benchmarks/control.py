"""The controls of the invoice block against DuckDB SQL written by hand for the same answers.

The block's own rules run on a million lines of half a million documents, against registers of about a
million rows each. Both sides read the same Arrow tables, and their answers are compared value by value.
`--small` takes a tenth. Time is CPU time of the process, all threads; the best of five.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa

from control_parts.data import Batch, made
from gevinst.engines.blockkit import block
from gevinst.engines.blockkit.arrays import numbers
from gevinst.engines.blockkit.parameters import typed
from gevinst.engines.control import execute

LINES, SMALL = 1_000_000, 100_000
RUNS = 5
ON = date(2026, 11, 2)
KINDS = ("document", "line")
HAND = {
    kind: (Path(__file__).parent / "control_parts" / f"{kind}.sql").read_text() for kind in KINDS
}
Work = Callable[[], list[pa.Table]]


def main() -> None:
    """Measures both sides in turn and prints the figures."""
    batch = made(SMALL if "--small" in sys.argv else LINES)
    sides = {"ours": by_rules(batch), "hand": by_hand(batch)}
    seconds: dict[str, list[float]] = {name: [] for name in sides}
    answers: dict[str, list[pa.Table]] = {}
    for _ in range(RUNS):
        for name, work in sides.items():
            started = time.process_time()
            answers[name] = work()
            seconds[name].append(time.process_time() - started)
    assert_equal(answers["ours"], answers["hand"])
    ours, hand = min(seconds["ours"]), min(seconds["hand"])
    figure("control.vs_duckdb_sql", round(ours / hand, 3), "ratio", "DuckDB SQL written by hand")
    rate = round(len(batch.lines) / ours)
    figure(
        "control.lines_per_cpu_second", rate, "lines/s", f"by hand {len(batch.lines) / hand:,.0f}"
    )


def by_rules(batch: Batch) -> Work:
    """The block's rules, compiled once, on a batch."""
    robot = block("invoice_control")
    plans = [robot.judge.plan(kind, ON) for kind in KINDS]
    parameters = typed(robot.manifest, {})
    registers = {**batch.registers, "document": batch.documents, "line": batch.lines}
    subjects = (batch.documents, batch.lines)
    return lambda: [
        plan.run(table, registers, parameters) for plan, table in zip(plans, subjects, strict=True)
    ]


def by_hand(batch: Batch) -> Work:
    """The SQL of control_parts on the same tables, their rows numbered."""
    tables = {**batch.registers, "documents": batch.documents, "lines": batch.lines}
    numbered = {
        name: table.append_column("row", numbers(len(table))) for name, table in tables.items()
    }
    return lambda: [execute(HAND[kind], numbered) for kind in KINDS]


def assert_equal(ours: list[pa.Table], hand: list[pa.Table]) -> None:
    """Every answer of the hand-written SQL is ours too, in every row; and there is something to find."""
    for mine, unsorted in zip(ours, hand, strict=True):
        other = unsorted.sort_by("subject")
        for name in other.column_names:
            same = mine[name].cast(pa.int64()).equals(other[name].cast(pa.int64()))
            assert same, f"{name} differs"
    for rule in ("agreed-rate", "residence", "referral", "activity", "line-arithmetic"):
        assert len(ours[1][rule].unique()) > 1, f"{rule} says the same of every line"


def figure(name: str, value: float, unit: str, against: str) -> None:
    """One line of JSON."""
    print(json.dumps({"name": name, "value": value, "unit": unit, "against": against}))


if __name__ == "__main__":
    main()
