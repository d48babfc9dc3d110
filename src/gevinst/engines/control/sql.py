"""The SQL of rules: compiled from the Ibis expression, and stored beside the rules it is of.

A stored file opens with the digest of the rules that it was compiled from and of the compiler itself. It
saves the second that compiling takes, and an auditor can read and run it without us.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from gevinst.engines.blockkit.columns import schema
from gevinst.engines.control.model import Fact, Rule

SUBJECTS = "subjects"
# Not `dialects.py`: nearly all of it is about other databases, and `--write` compiles anew in any case.
COMPILER = ("formula.py", "relation.py", "sql.py", "totals.py")
Kinds = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """All that the SQL depends on: facts, rules, and the columns of subjects and registers."""

    kind: str
    facts: tuple[Fact, ...]
    rules: tuple[Rule, ...]
    columns: Kinds
    registers: Mapping[str, Kinds]

    @property
    def digest(self) -> str:
        """The same for questions that the same compiler makes the same SQL of."""
        conditions = [
            (rule.id, [case.when for case in rule.cases], rule.tells) for rule in self.rules
        ]
        asked = (compiler(), self.kind, self.facts, conditions, self.columns, self.registers)
        return hashlib.sha256(repr(asked).encode()).hexdigest()


@cache
def compiler() -> str:
    """The SHA-256 of the modules that write the SQL: when one of them changes, so may what it writes."""
    own = Path(__file__).parent
    return hashlib.sha256(b"".join((own / name).read_bytes() for name in COMPILER)).hexdigest()


def compiled(question: Question, dialect: str = "duckdb") -> str:
    """The SQL: reads the table `subjects` and one table a register, in a dialect of `dialects.py`."""
    import ibis

    from gevinst.engines.control.dialects import written
    from gevinst.engines.control.relation import judged

    subjects = ibis.table(_schema(question.columns, "subject"), name=SUBJECTS)
    tables = {
        name: ibis.table(_schema(columns, "row"), name=name)
        for name, columns in question.registers.items()
    }
    expression = judged(subjects, question.kind, tables, question.facts, question.rules)
    return f"-- {question.digest}\n{written(expression, dialect)}\n"


def stored_sql(question: Question, folder: Path | None) -> str:
    """The SQL stored in `folder` for that question, "" where none is or it is of other rules."""
    file = folder / f"{question.kind}.sql" if folder else None
    if file is None or not file.is_file():
        return ""
    sql = file.read_text(encoding="utf-8")
    return sql if sql.startswith(f"-- {question.digest}") else ""


def _schema(columns: Kinds, number: str) -> Any:
    import ibis

    return ibis.Schema.from_pyarrow(schema(columns).append(pa.field(number, pa.int32())))
