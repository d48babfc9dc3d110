"""CPR and CVR numbers and dates that cannot be.

Source: the forms of `engines.identifiers`, said in SQL: a register has a million rows.
"""

# ruff: noqa: S608  (names come from the manifest and are quoted; no value is put into SQL)

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gevinst.engines.blockkit.contract import RegisterSpec, Text
from gevinst.engines.blockkit.registers.checks.remarks import RegisterRemark, RemarkLevel
from gevinst.engines.blockkit.registers.checks.tables import Tables, quoted
from gevinst.engines.identifiers.companies import WEIGHTS

EARLIEST, LATEST, OPEN = "DATE '1900-01-01'", "DATE '2199-12-31'", "DATE '9999-12-31'"


@dataclass(frozen=True, slots=True)
class Form:
    """A form that values are to have: `broken` is the SQL that is true where one has not."""

    code: str
    level: RemarkLevel
    said: Text
    broken: Callable[[str], str]


def numbers(tables: Tables, spec: RegisterSpec) -> Iterator[RegisterRemark]:
    """Remarks on values that are known and not what their column holds."""
    for column, kind in spec.columns.items():
        if column in spec.personal:
            yield from _wrong(tables, spec, column, CPR)
        if column in spec.cvr:
            yield from _wrong(tables, spec, column, CVR)
        if kind == "date":
            yield from _wrong(tables, spec, column, ODD)


def _wrong(tables: Tables, spec: RegisterSpec, column: str, form: Form) -> Iterator[RegisterRemark]:
    name = quoted(column)
    wrong = f"{name} IS NOT NULL AND {form.broken(name)}"
    relation = f"(SELECT * FROM {quoted(spec.name)} WHERE {wrong})"
    count, examples = tables.found(spec, relation, [column])
    if count:
        said = form.said
        message = Text(
            f"{column} {said.da} ({count} rækker).", f"{column} {said.en} ({count} rows)."
        )
        yield RegisterRemark(spec.name, form.code, form.level, message, count, examples)


def _not_cpr(name: str) -> str:
    """The century of the seventh digit, 60 taken off the day of a replacement number."""
    day, year = f"TRY_CAST({name}[1:2] AS INTEGER)", f"TRY_CAST({name}[5:6] AS INTEGER)"
    seventh = f"{name}[7:7]"
    century = (
        f"CASE WHEN {seventh} <= '3' THEN '19'"
        f" WHEN {seventh} IN ('4', '9') THEN if({year} <= 36, '20', '19')"
        f" ELSE if({year} <= 57, '20', '18') END"
    )
    born = f"lpad(if({day} > 60, {day} - 60, {day})::VARCHAR, 2, '0') || {name}[3:4] || {century}"
    real = f"try_strptime({born} || {name}[5:6], '%d%m%Y') IS NOT NULL"
    return f"NOT (regexp_full_match({name}, '[0-9]{{10}}') AND {real})"


def _not_cvr(name: str) -> str:
    added = " + ".join(
        f"{weight} * TRY_CAST({name}[{place}:{place}] AS INTEGER)"
        for place, weight in enumerate(WEIGHTS, 1)
    )
    return f"NOT (regexp_full_match({name}, '[1-9][0-9]{{7}}') AND ({added}) % 11 = 0)"


def _odd(name: str) -> str:
    return f"{name} NOT BETWEEN {EARLIEST} AND {LATEST} AND {name} <> {OPEN}"


CPR = Form(
    "bad-cpr",
    RemarkLevel.ERROR,
    Text(
        "er ikke et personnummer: ti cifre uden bindestreg, de seks første en dato",
        "is no person number: ten digits without a hyphen, the first six a date",
    ),
    _not_cpr,
)
CVR = Form(
    "bad-cvr",
    RemarkLevel.ERROR,
    Text(
        "er ikke et CVR-nummer: otte cifre, kontrolciffer efter modulus 11",
        "is no CVR number: eight digits, check digit by modulus 11",
    ),
    _not_cvr,
)
ODD = Form(
    "odd-date",
    RemarkLevel.WARNING,
    Text("ligger før 1900 eller efter 2199", "lies before 1900 or after 2199"),
    _odd,
)
