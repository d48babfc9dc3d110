"""The SQL of a plan for files: keys of the subjects, each rule's case and outcome, the evidence rows.

It reads subjects without parameters, which are written out, and tells no value that a fact found.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

import pyarrow as pa

from gevinst.engines.blockkit.columns import KINDS, schema
from gevinst.engines.control.dialects import written
from gevinst.engines.control.examples import UNKNOWN
from gevinst.engines.control.model import PARAMETER, ROW, Kinds, Rule
from gevinst.engines.control.plan import Plan
from gevinst.engines.control.sql import SUBJECTS

SUBJECT = "subject"
KEYS = ("reference", "position")


def told_schema(plan: Plan) -> pa.Schema:
    """The columns of what is told: `<fact>.row` (unknown where none agrees), `<fact>.matches`, `<rule>.case`
    (from 1; 0 where something was unknown) and `<rule>.outcome`."""
    keys = [(name, KINDS[plan.columns[name]]) for name in KEYS if name in plan.columns]
    found = [
        (f"{fact.name}.{part}", kind)
        for fact in plan.facts
        for part, kind in ((ROW, pa.int64()), ("matches", pa.int32()))
    ]
    said = [
        (f"{rule.id}.{part}", kind)
        for rule in plan.rules
        for part, kind in (("case", pa.int32()), ("outcome", pa.string()))
    ]
    return pa.schema([(SUBJECT, pa.int32()), *keys, *found, *said])


def subject_columns(plan: Plan) -> Kinds:
    """The columns of the subjects themselves."""
    return {
        name: kind for name, kind in plan.columns.items() if not name.startswith(f"{PARAMETER}.")
    }


def told_sql(
    plan: Plan, parameters: Mapping[str, object], dialect: str, stale: Collection[str] = ()
) -> str:
    """A SELECT of `told_schema`, in no order, from `subjects` and one table a register.

    The rules in `stale` are undecided, whatever they would say.
    """
    import ibis

    from gevinst.engines.control.relation import judged

    table = ibis.table(_numbered(subject_columns(plan), SUBJECT), name=SUBJECTS)
    registers = {
        name: ibis.table(_numbered(columns, ROW), name=name) for name, columns in plan.reads.items()
    }
    subjects = table.mutate(**_literals(plan, parameters))
    answers = judged(subjects, plan.kind, registers, plan.facts, plan.rules)
    wanted = told_schema(plan)
    found = [name for name in wanted.names if name in answers.columns]  # `subject` and the evidence
    told = answers.select(*found, **_said(answers, plan.rules, stale))
    keys = [SUBJECT, *(name for name in KEYS if name in table.columns)]
    joined = table.select(*keys).join(told, SUBJECT)
    chosen = {each.name: joined[each.name].cast(_ibis_type(each.type)) for each in wanted}
    return written(joined.select(**chosen), dialect)


def _said(answers: Any, rules: tuple[Rule, ...], stale: Collection[str]) -> dict[str, Any]:
    import ibis

    said = {}
    for rule in rules:
        number = ibis.literal(UNKNOWN) if rule.id in stale else answers[rule.id]
        branches = [(number == place, str(case.outcome)) for place, case in enumerate(rule.cases)]
        said[f"{rule.id}.case"] = number + 1
        said[f"{rule.id}.outcome"] = ibis.cases(*branches, else_=str(rule.case(UNKNOWN).outcome))
    return said


def _literals(plan: Plan, parameters: Mapping[str, object]) -> dict[str, Any]:

    kinds = {name: kind for name, kind in plan.columns.items() if name.startswith(f"{PARAMETER}.")}
    return {
        name: _literal(parameters[name.partition(".")[2]], _ibis_type(KINDS[kind]))
        for name, kind in kinds.items()
    }


def _literal(value: object, kind: Any) -> Any:
    import ibis

    if value is None:
        return ibis.null(kind)
    number = Decimal(value) if isinstance(value, int) and kind.is_decimal() else value
    return ibis.literal(number).cast(kind)


def _ibis_type(kind: pa.DataType) -> Any:
    import ibis

    return ibis.Schema.from_pyarrow(pa.schema([("value", kind)]))["value"]


def _numbered(columns: Kinds, number: str) -> Any:
    import ibis

    return ibis.Schema.from_pyarrow(schema(columns).append(pa.field(number, pa.int32())))
