"""One rule as plain SQL that an auditor can run on the tables alone, without this program.

It reads a table of subjects, named after their kind, and one table a register; parameters are written out.
Rows are numbered in the order of their columns, so that every part of the query numbers them alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gevinst.engines.blockkit.columns import schema
from gevinst.engines.control.dialects import DIALECTS, written
from gevinst.engines.control.model import PARAMETER, ROW, Kinds, Rule, RuleBook

__all__ = ["DIALECTS", "TYPES", "DialectFault", "audit_sql"]
TYPES = {
    "str": "VARCHAR", "int": "BIGINT", "date": "DATE", "money": "DECIMAL(15, 2)", "decimal": "DECIMAL(15, 6)",
}  # fmt: skip


class DialectFault(ValueError):
    """The rule asks for something that the dialect lacks: the message says what."""


def audit_sql(
    book: RuleBook, rule: Rule, parameters: Mapping[str, object], dialect: str = "duckdb"
) -> str:
    """A SELECT with one row a subject: its columns, each answer that was looked up, `case` and `outcome`.

    `case` counts from 1; 0 is where something was unknown. The comment before it lists the tables and their
    columns. Raises `DialectFault`.
    """
    from ibis.common.exceptions import IbisError

    try:
        sql = written(_judged(book, rule, parameters), dialect)
    except IbisError as fault:
        raise DialectFault(f"{rule.id} cannot be written for {dialect}: {fault}") from fault
    return f"{_head(book, rule)}{sql};\n"


def _judged(book: RuleBook, rule: Rule, parameters: Mapping[str, object]) -> Any:
    import ibis

    from gevinst.engines.control.relation import SUBJECT, judged

    facts = [book.facts[name] for name in rule.facts]
    table = ibis.table(_schema(book.subjects[rule.subject]), name=rule.subject)
    read = {
        name.attribute for name in (*rule.asks, *_within(book, rule)) if name.owner == PARAMETER
    }
    written = {
        f"{PARAMETER}.{name}": ibis.literal(parameters[name]).cast(_type(book.parameters[name]))
        for name in sorted(read)
    }
    subjects = table.mutate(**{SUBJECT: _number(table)}, **written)
    registers = {name: _numbered(book, name) for name in _registers(book, rule)}
    answers = judged(subjects, rule.subject, registers, facts, [rule])
    kept = [name for name in answers.columns if "." in name and not name.endswith(f".{ROW}")]
    told = answers.select(SUBJECT, *kept, **_told(rule, answers[rule.id]))
    return subjects.join(told, SUBJECT).select(*table.columns, *kept, "case", "outcome")


def _told(rule: Rule, number: Any) -> dict[str, Any]:
    """The number of the case from 1, and the outcome as it is called."""
    import ibis

    branches = [(number == place, str(case.outcome)) for place, case in enumerate(rule.cases)]
    outcome = ibis.cases(*branches, else_=str(rule.case(-1).outcome))
    return {"case": number + 1, "outcome": outcome}


def _numbered(book: RuleBook, register: str) -> Any:
    import ibis

    table = ibis.table(_schema(book.columns(register)), name=register)
    return table.mutate(**{ROW: _number(table)})


def _number(table: Any) -> Any:
    import ibis

    order = [table[column] for column in table.columns]
    return ibis.row_number().over(order_by=order).cast("int32")


def _schema(columns: Kinds) -> Any:
    import ibis

    return ibis.Schema.from_pyarrow(schema(columns))


def _type(kind: str) -> Any:
    return _schema({"value": kind})["value"]


def _within(book: RuleBook, rule: Rule) -> list[Any]:
    """What the conditions of its facts read."""
    from gevinst.engines.control.expression import names

    facts = [book.facts[name] for name in rule.facts]
    return [
        name for fact in facts for tree in (fact.within, fact.where) if tree for name in names(tree)
    ]


def _registers(book: RuleBook, rule: Rule) -> list[str]:
    return list(dict.fromkeys(book.facts[name].register for name in rule.facts))


def _head(book: RuleBook, rule: Rule) -> str:
    """What the rule is, and which tables it needs."""
    force = f"{rule.valid_from} - {rule.valid_to or ''}".strip(" -")
    lines = [
        f"{rule.id} version {rule.version} ({force}): {rule.name.da} / {rule.name.en}",
        f"SHA-256 of the rule book: {book.digest}",
        "Tables:",
    ]
    tables = {rule.subject: book.subjects[rule.subject]}
    tables |= {name: book.columns(name) for name in _registers(book, rule)}
    for name, columns in tables.items():
        listed = ", ".join(f"{column} {TYPES[kind]}" for column, kind in columns.items())
        lines.append(f"  {name} ({listed})")
    for number, case in enumerate(rule.cases, start=1):
        lines.append(f"case {number} -> {case.outcome}: {case.written or 'otherwise'}")
    lines.append("case 0 -> undecided: something unknown")
    return "".join(f"-- {line}\n" for line in lines)
