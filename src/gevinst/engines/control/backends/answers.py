"""Answers of another engine with the types and the order that DuckDB gives them."""

from __future__ import annotations

import pyarrow as pa

from gevinst.engines.blockkit.arrays import column as column_of
from gevinst.engines.blockkit.columns import schema
from gevinst.engines.control.plan import Plan, execute, in_order
from gevinst.engines.control.sql import SUBJECTS


def answer_schema(plan: Plan) -> pa.Schema:
    """What DuckDB answers: asked of tables without rows."""
    tables = {name: _empty(columns, "row") for name, columns in plan.reads.items()}
    return execute(plan.sql, {**tables, SUBJECTS: _empty(plan.columns, "subject")}).schema


def as_answered(answers: pa.Table, wanted: pa.Schema) -> pa.Table:
    """The answers, column by column in their places, as `wanted`, one row a subject by their numbers."""
    columns = [answers.column(place).cast(field.type) for place, field in enumerate(wanted)]
    return in_order(pa.table(columns, schema=wanted))


def parameter_values(plan: Plan, parameters: dict[str, object]) -> dict[str, pa.Scalar]:
    """The value of each column `parameter.…` of the subjects."""
    return {
        name: column_of(kind, [parameters[name.partition(".")[2]]])[0]
        for name, kind in plan.columns.items()
        if name.startswith("parameter.")
    }


def _empty(columns: object, number: str) -> pa.Table:
    return schema(columns).append(pa.field(number, pa.int32())).empty_table()  # type: ignore[arg-type]
