"""From subjects to worded findings in one call: table, plan, answers, sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pyarrow as pa

from gevinst.engines.blockkit import arrays
from gevinst.engines.control.findings import Judged, Subject, findings
from gevinst.engines.control.model import RuleBook
from gevinst.engines.control.plan import Plan
from gevinst.engines.control.stale import Source


def table(book: RuleBook, kind: str, subjects: Sequence[Subject]) -> pa.Table:
    """The subjects as a table with the columns that the book declares for their kind."""
    return arrays.table(book.subjects[kind], [each.columns for each in subjects])


def evaluate(
    plan: Plan,
    rows: pa.Table,
    subjects: Sequence[Subject],
    sources: Mapping[str, Source],
    parameters: Mapping[str, object],
    *,
    at: date | None = None,
) -> list[list[Judged]]:
    """For each subject, in order, the finding of every rule of the plan. `rows` is their table.

    `at` is when it is decided: rules that read a register which is stale then are undecided.
    """
    registers = {name: sources[name].table for name in plan.registers()}
    answers = plan.run(rows, registers, parameters)
    return findings(
        plan, answers, rows, about=subjects, sources=sources, parameters=parameters, at=at
    )
