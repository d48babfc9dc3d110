"""What one register names and another does not know, by columns of the same name."""

# ruff: noqa: S608  (names come from the manifest and are quoted; no value is put into SQL)

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from gevinst.engines.blockkit.contract import RegisterSpec, Text
from gevinst.engines.blockkit.registers.checks.remarks import RegisterRemark, RemarkLevel
from gevinst.engines.blockkit.registers.checks.tables import EXAMPLES, Tables, masked, quoted


def codes(tables: Tables) -> Iterator[RegisterRemark]:
    """Remarks on the values of one register that another lacks.

    A column belongs to the register that has it in its key: a value that is not there is unknown
    (a warning), one that stands only there is never used (an info, and not told of persons).
    """
    for spec, other in permutations(tables.specs, 2):
        for column in spec.columns:
            if spec.columns[column] != "str" or other.columns.get(column) != "str":
                continue
            if column in other.key:
                yield from _apart(tables, spec, other, column, "unknown-values")
            elif column in spec.key and column not in spec.personal:
                yield from _apart(tables, spec, other, column, "unused-values")


def _apart(
    tables: Tables, spec: RegisterSpec, other: RegisterSpec, column: str, code: str
) -> Iterator[RegisterRemark]:
    name = quoted(column)
    relation = (
        f"(SELECT {name} AS value, count(*) AS times FROM {quoted(spec.name)} WHERE {name} IS NOT NULL"
        f" AND {name} NOT IN (SELECT {name} FROM {quoted(other.name)} WHERE {name} IS NOT NULL)"
        " GROUP BY ALL)"
    )
    [(count, times)] = tables.rows(f"SELECT count(*), sum(times)::BIGINT FROM {relation}")
    if not count:
        return
    first = tables.rows(f"SELECT value FROM {relation} ORDER BY times DESC, value LIMIT {EXAMPLES}")
    unknown = code == "unknown-values"
    told = _unknown(spec, other, column) if unknown else _unused(spec, other, column)
    yield RegisterRemark(
        spec.name,
        code,
        RemarkLevel.WARNING if unknown else RemarkLevel.INFO,
        Text(told.da.format(count, times), told.en.format(count, times)),
        count,
        tuple(f"{column}={masked(spec, column, value)}" for (value,) in first),
    )


def _unknown(spec: RegisterSpec, other: RegisterSpec, column: str) -> Text:
    return Text(
        f"{{0}} værdier af {column} ({{1}} rækker) kendes ikke i {other.name}.",
        f"{{0}} values of {column} ({{1}} rows) are not known in {other.name}.",
    )


def _unused(spec: RegisterSpec, other: RegisterSpec, column: str) -> Text:
    return Text(
        f"{{0}} værdier af {column} ({{1}} rækker) forekommer aldrig i {other.name}.",
        f"{{0}} values of {column} ({{1}} rows) never occur in {other.name}.",
    )
