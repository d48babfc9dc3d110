"""What stands in a register: how many rows, of which types, unknown values, and rows that are repeated."""

# ruff: noqa: S608  (names come from the manifest and are quoted; no value is put into SQL)

from __future__ import annotations

from collections.abc import Iterator

from gevinst.engines.blockkit.contract import RegisterSpec, Text
from gevinst.engines.blockkit.registers.checks.intervals import FROM, TO
from gevinst.engines.blockkit.registers.checks.remarks import RegisterRemark, RemarkLevel
from gevinst.engines.blockkit.registers.checks.tables import ROW, Tables, quoted


def content(tables: Tables, spec: RegisterSpec) -> Iterator[RegisterRemark]:
    """Remarks on the register alone, without its intervals and numbers."""
    name = quoted(spec.name)
    [(rows,)] = tables.rows(f"SELECT count(*) FROM {name}")
    yield _rows(spec, rows)
    types = tuple(f"{column} {kind}" for column, kind in spec.columns.items())
    said = Text("Kolonner og typer.", "Columns and types.")
    yield RegisterRemark(spec.name, "types", RemarkLevel.INFO, said, len(types), types)
    if rows:
        yield from _unknown(tables, spec, rows)
        yield from _repeated(tables, spec)


def _rows(spec: RegisterSpec, rows: int) -> RegisterRemark:
    if rows:
        said, level = Text(f"{rows} rækker.", f"{rows} rows."), RemarkLevel.INFO
        return RegisterRemark(spec.name, "rows", level, said, rows)
    level = RemarkLevel.ERROR if spec.required else RemarkLevel.INFO
    said = Text("Registret har ingen rækker.", "The register has no rows.")
    return RegisterRemark(spec.name, "empty", level, said, 0)


def _unknown(tables: Tables, spec: RegisterSpec, rows: int) -> Iterator[RegisterRemark]:
    """The columns with unknown values; an interval without end is as it should be."""
    names = list(spec.columns)
    counts = ", ".join(f"count(*) FILTER ({_is_unknown(spec, each)})" for each in names)
    [found] = tables.rows(f"SELECT {counts} FROM {quoted(spec.name)}")
    for column, count in zip(names, found, strict=True):
        if not count:
            continue
        relation = f"(SELECT * FROM {quoted(spec.name)} WHERE {_is_unknown(spec, column)})"
        may_lack = column == TO or column in spec.optional
        plain = may_lack or (count < rows and not _needed(spec, column))
        examples = () if plain else tables.found(spec, relation, _telling(spec, column))[1]
        level = RemarkLevel.INFO if plain else RemarkLevel.WARNING
        said = Text(
            f"{column} er tom i {count} af {rows} rækker.",
            f"{column} is empty in {count} of {rows} rows.",
        )
        yield RegisterRemark(spec.name, "missing-values", level, said, count, examples)


def _needed(spec: RegisterSpec, column: str) -> bool:
    """Whether a row without a value there cannot be found or says nothing."""
    return (
        column in spec.key
        or column in spec.personal
        or column == FROM
        or spec.columns[column] in {"money", "decimal"}
    )


def _telling(spec: RegisterSpec, column: str) -> list[str]:
    return [name for name in spec.columns if name != column][:3]


def _is_unknown(spec: RegisterSpec, column: str) -> str:
    name = quoted(column)
    blank = f" OR trim({name}) = ''" if spec.columns[column] == "str" else ""
    return f"{name} IS NULL{blank}"


def _repeated(tables: Tables, spec: RegisterSpec) -> Iterator[RegisterRemark]:
    columns = ", ".join(quoted(name) for name in spec.columns)
    relation = (
        f"(SELECT min({ROW}) AS {ROW}, count(*) - 1 AS more, {columns} FROM {quoted(spec.name)}"
        f" GROUP BY {columns} HAVING count(*) > 1)"
    )
    alike, examples = tables.found(spec, relation, spec.columns)
    if alike:
        [(more,)] = tables.rows(f"SELECT sum(more)::BIGINT FROM {relation}")
        said = Text(
            f"{more} rækker gentager en anden helt ({alike} forskellige).",
            f"{more} rows repeat another entirely ({alike} different ones).",
        )
        yield RegisterRemark(spec.name, "duplicate-rows", RemarkLevel.WARNING, said, more, examples)
