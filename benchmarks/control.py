"""The controls of the invoice block against DuckDB SQL written by hand for the same answers.

The block's own rules run on a million lines of half a million documents, against registers of about a
million rows each: twelve of them (`TWELVE`), which find what goes wrong most, and then all. Both sides read
the same Arrow tables, and their answers are compared value by value. `--small` takes a tenth. Time is CPU
time of the process, all threads; the best of five.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from control_parts.data import Batch, made
from gevinst.engines.blockkit import block
from gevinst.engines.blockkit.arrays import numbers
from gevinst.engines.blockkit.parameters import typed
from gevinst.engines.control import Plan, execute, plan

LINES, SMALL = 1_000_000, 100_000
RUNS = 5
ON = date(2026, 11, 2)
KINDS = ("document", "line")
TWELVE = {
    "document": ("payable-invoice", "buyer", "duplicate", "document-sums", "nothing-added"),
    "line": (
        "one-person", "service", "agreed-rate", "residence", "referral", "activity",
        "line-arithmetic",
    ),
}  # fmt: skip
PARTS = Path(__file__).parent / "control_parts"
Work = Callable[[], list[pa.Table]]


def main() -> None:
    """Measures both sides in turn, with twelve rules and with all, and prints the figures."""
    batch, robot = made(SMALL if "--small" in sys.argv else LINES), block("invoice_control")
    twelve = [of_twelve(robot, kind) for kind in KINDS]
    measured("control.", batch, twelve, [f"{kind}_twelve.sql" for kind in KINDS])
    every = [robot.judge.plan(kind, ON) for kind in KINDS]
    measured("control.all_rules_", batch, every, [f"{kind}.sql" for kind in KINDS])


def measured(prefix: str, batch: Batch, plans: list[Plan], files: list[str]) -> None:
    """The figures of one set of rules; asserts that both sides say the same."""
    sides = {"ours": by_rules(batch, plans), "hand": by_hand(batch, files)}
    seconds: dict[str, list[float]] = {name: [] for name in sides}
    answers: dict[str, list[pa.Table]] = {}
    for _ in range(RUNS):
        for name, work in sides.items():
            started = time.process_time()
            answers[name] = work()
            seconds[name].append(time.process_time() - started)
    assert_equal(answers["ours"], answers["hand"])
    ours, hand = min(seconds["ours"]), min(seconds["hand"])
    lines, rules = len(batch.lines), sum(len(each.rules) for each in plans)
    against = f"{rules} rules; by hand {lines / hand:,.0f}"
    figure(f"{prefix}vs_duckdb_sql", round(ours / hand, 3), "ratio", "DuckDB SQL written by hand")
    figure(f"{prefix}lines_per_cpu_second", round(lines / ours), "lines/s", against)


def of_twelve(robot: Any, kind: str) -> Plan:
    """Those of the twelve rules that are about that kind of subject, with the facts that they use."""
    book = robot.rules
    rules = tuple(rule for rule in book.about(kind, ON) if rule.id in TWELVE[kind])
    assert len(rules) == len(TWELVE[kind])
    facts = {name: book.facts[name] for rule in rules for name in rule.facts}
    kinds = {each.name: each.kind for each in robot.manifest.parameters}
    small = replace(book, facts=facts)
    return plan(small, kind, rules, registers=robot.manifest.tables, parameters=kinds)


def by_rules(batch: Batch, plans: list[Plan]) -> Work:
    """The block's rules, compiled once, on a batch."""
    parameters = typed(block("invoice_control").manifest, {})
    registers = {**batch.registers, "document": batch.documents, "line": batch.lines}
    subjects = (batch.documents, batch.lines)
    return lambda: [
        plan.run(table, registers, parameters) for plan, table in zip(plans, subjects, strict=True)
    ]


def by_hand(batch: Batch, files: list[str]) -> Work:
    """The SQL of control_parts on the same tables, their rows numbered."""
    tables = {**batch.registers, "documents": batch.documents, "lines": batch.lines}
    numbered = {
        name: table.append_column("row", numbers(len(table))) for name, table in tables.items()
    }
    queries = [(PARTS / file).read_text(encoding="utf-8") for file in files]
    return lambda: [execute(query, numbered) for query in queries]


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
