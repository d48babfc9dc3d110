"""Intervals of validity: each begins before it ends, those of one key neither overlap nor leave a hole."""

# ruff: noqa: S608  (names come from the manifest and are quoted; no value is put into SQL)

from __future__ import annotations

from collections.abc import Iterator

from gevinst.engines.blockkit.contract import RegisterSpec, Text
from gevinst.engines.blockkit.registers.checks.remarks import RegisterRemark, RemarkLevel
from gevinst.engines.blockkit.registers.checks.tables import ROW, Tables, quoted

FROM, TO = "valid_from", "valid_to"
ALWAYS, EVER = "DATE '0001-01-01'", "DATE '9999-12-31'"


def intervals(tables: Tables, spec: RegisterSpec) -> Iterator[RegisterRemark]:
    """Remarks on a register with `valid_from` and `valid_to`; an open end holds for ever."""
    if not {FROM, TO} <= spec.columns.keys():
        return
    yield from _reversed(tables, spec)
    if spec.key:
        yield from _overlaps(tables, spec)
        yield from _gaps(tables, spec)


def _reversed(tables: Tables, spec: RegisterSpec) -> Iterator[RegisterRemark]:
    relation = f"(SELECT * FROM {quoted(spec.name)} WHERE {FROM} > {TO})"
    count, examples = tables.found(spec, relation, _shown(spec))
    if count:
        said = Text(
            f"{count} rækker gælder fra en dag efter den, de gælder til.",
            f"{count} rows hold from a day after the one they hold to.",
        )
        yield RegisterRemark(spec.name, "from-after-to", RemarkLevel.ERROR, said, count, examples)


def _overlaps(tables: Tables, spec: RegisterSpec) -> Iterator[RegisterRemark]:
    key = ", ".join(spec.key)
    late = f"{_in_order(spec)} SELECT * FROM placed WHERE start <= until"
    differs = f"({late}) AS late WHERE {_contradicted(spec)}"
    same = f"({late}) AS late WHERE NOT {_contradicted(spec)}"
    count, examples = tables.found(spec, f"(SELECT * FROM {differs})", _shown(spec))
    if count:
        said = Text(
            f"{count} rækker gælder samme dag som en anden med samme {key} og siger noget andet.",
            f"{count} rows hold on the same day as another with the same {key} and say otherwise.",
        )
        yield RegisterRemark(spec.name, "overlap", RemarkLevel.ERROR, said, count, examples)
    count, examples = tables.found(spec, f"(SELECT * FROM {same})", _shown(spec))
    if count:
        said = Text(
            f"{count} rækker gælder samme dag som en anden med samme {key} og siger det samme.",
            f"{count} rows hold on the same day as another with the same {key} and say the same.",
        )
        yield RegisterRemark(spec.name, "overlap-same", RemarkLevel.WARNING, said, count, examples)


def _gaps(tables: Tables, spec: RegisterSpec) -> Iterator[RegisterRemark]:
    relation = f"({_in_order(spec)} SELECT * FROM placed WHERE start > until + 1)"
    count, examples = tables.found(spec, relation, _shown(spec))
    if count:
        key = ", ".join(spec.key)
        said = Text(
            f"Før {count} rækker er der dage, som ingen række med samme {key} gælder.",
            f"Before {count} rows there are days on which no row with the same {key} holds.",
        )
        yield RegisterRemark(spec.name, "gap", RemarkLevel.WARNING, said, count, examples)


def _in_order(spec: RegisterSpec) -> str:
    """`placed`: each different row with the day until which those before it of the same key hold."""
    columns = ", ".join(quoted(name) for name in spec.columns)
    keys = [quoted(name) for name in spec.key]
    known = " AND ".join(f"{name} IS NOT NULL" for name in keys)
    return (
        f"WITH spans AS (SELECT min({ROW}) AS {ROW}, {columns},"
        f" coalesce({FROM}, {ALWAYS}) AS start, coalesce({TO}, {EVER}) AS stop"
        f" FROM {quoted(spec.name)} WHERE {known} GROUP BY {columns}),"
        f" placed AS (SELECT *, max(stop) OVER (PARTITION BY {', '.join(keys)}"
        f" ORDER BY start, {ROW} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS until"
        " FROM spans WHERE start <= stop)"
    )


def _contradicted(spec: RegisterSpec) -> str:
    """Whether a row that holds on a day of `late` too, for the same key, says something else."""
    rest = [quoted(name) for name in spec.columns if name not in {*spec.key, FROM, TO}]
    same = " AND ".join(f"other.{quoted(name)} = late.{quoted(name)}" for name in spec.key)
    apart = " OR ".join(f"other.{name} IS DISTINCT FROM late.{name}" for name in rest) or "false"
    return (
        f"EXISTS (SELECT 1 FROM {quoted(spec.name)} AS other WHERE {same} AND ({apart})"
        f" AND coalesce(other.{FROM}, {ALWAYS}) <= late.stop"
        f" AND coalesce(other.{TO}, {EVER}) >= late.start)"
    )


def _shown(spec: RegisterSpec) -> list[str]:
    """The key, the interval, and one column of what the row says."""
    rest = [name for name in spec.columns if name not in {*spec.key, FROM, TO}]
    return [*spec.key, FROM, TO, *rest[: 1 if spec.key else 2]]
