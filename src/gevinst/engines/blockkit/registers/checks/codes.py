"""What one register names and another does not know, by columns of the same name."""

# ruff: noqa: S608  (names come from the manifest and are quoted; no value is put into SQL)

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gevinst.engines.blockkit.contract import RegisterSpec, Text
from gevinst.engines.blockkit.registers.checks.remarks import RegisterRemark, RemarkLevel
from gevinst.engines.blockkit.registers.checks.tables import EXAMPLES, Tables, masked, quoted


@dataclass(frozen=True, slots=True)
class Kind:
    """Why values stand apart: what is said of them, and how grave it is."""

    code: str
    level: RemarkLevel
    said: Text


UNKNOWN = Kind("unknown-values", RemarkLevel.WARNING, Text("kendes ikke i", "are not known in"))
UNUSED = Kind("unused-values", RemarkLevel.INFO, Text("forekommer aldrig i", "never occur in"))


def codes(tables: Tables) -> Iterator[RegisterRemark]:
    """Remarks on the values of one register that others lack.

    A column belongs to the registers that have it in their key: a value that stands in none of them is
    unknown (a warning). A value of a required one that another register never uses is told of (an
    info), but not of persons.
    """
    columns = dict.fromkeys(name for spec in tables.specs for name in _texts(spec))
    for column in columns:
        having = [spec for spec in tables.specs if column in _texts(spec)]
        owners = [spec for spec in having if column in spec.key]
        for spec in having:
            if spec in owners:
                yield from _never_used(tables, spec, having, column)
            elif owners:
                yield from _apart(tables, spec, owners, column, UNKNOWN)


def _never_used(
    tables: Tables, spec: RegisterSpec, having: list[RegisterSpec], column: str
) -> Iterator[RegisterRemark]:
    if spec.required and column not in spec.personal:
        for user in having:
            if column not in user.key:
                yield from _apart(tables, spec, [user], column, UNUSED)


def _texts(spec: RegisterSpec) -> list[str]:
    return [name for name, kind in spec.columns.items() if kind == "str"]


def _apart(
    tables: Tables, spec: RegisterSpec, others: list[RegisterSpec], column: str, kind: Kind
) -> Iterator[RegisterRemark]:
    """What the register has in the column and none of the others has."""
    name = quoted(column)
    known = " AND ".join(
        f"{name} NOT IN (SELECT {name} FROM {quoted(other.name)} WHERE {name} IS NOT NULL)"
        for other in others
    )
    relation = (
        f"(SELECT {name} AS value, count(*) AS times FROM {quoted(spec.name)}"
        f" WHERE {name} IS NOT NULL AND {known} GROUP BY ALL)"
    )
    [(count, times)] = tables.rows(f"SELECT count(*), sum(times)::BIGINT FROM {relation}")
    if not count:
        return
    first = tables.rows(f"SELECT value FROM {relation} ORDER BY times DESC, value LIMIT {EXAMPLES}")
    where = ", ".join(other.name for other in others)
    yield RegisterRemark(
        spec.name,
        kind.code,
        kind.level,
        Text(
            f"{count} værdier af {column} ({times} rækker) {kind.said.da} {where}.",
            f"{count} values of {column} ({times} rows) {kind.said.en} {where}.",
        ),
        count,
        tuple(f"{column}={masked(spec, column, value)}" for (value,) in first),
    )
