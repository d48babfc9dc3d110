"""Tables that the rules read beside the registers: made of the registers and the batch itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pyarrow as pa

from gevinst.engines.blockkit import arrays
from gevinst.engines.blockkit.contract import RegisterSpec
from gevinst.engines.invoicing.codes import Codes, of_rows
from gevinst.engines.invoicing.subjects import MOST_LINES

CODES = (
    ("agreements", "code"),
    ("conditional_rates", "code"),
    ("bundles", "bundle"),
    ("bundles", "code"),
    ("fees", "certificate"),
)
GROUPS, BUNDLES = "code_groups", "bundles"
HISTORY, HISTORY_LINES = "history", "history_lines"
DOCUMENT, LINE = "document", "line"
COURSE, PART = "course", "part"
Tables = Mapping[str, pa.Table]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bundle:
    """A course rate includes the code for so many days around it, in force from `start` to `end`."""

    course: str
    code: str
    days: int
    start: date | None
    end: date | None

    def holds(self, on: date) -> bool:
        """Whether it is in force on the day."""
        return (self.start or on) <= on <= (self.end or on)


def codes_of(tables: Tables) -> Codes:
    """The codes that the registers know, and their groups; none of a register that is not there."""
    known = [
        code
        for register, column in CODES
        if register in tables
        for code in tables[register][column].unique().to_pylist()
    ]
    groups = tables[GROUPS].to_pylist() if GROUPS in tables else []
    return of_rows(known, {row["code"]: row["group"] for row in groups if row["code"]})


def relation(
    spec: RegisterSpec, tables: Tables, rows: Tables, parameters: Mapping[str, Any]
) -> pa.Table:
    """The relation of that name: the batch's own rows, or what is made of them and the registers."""
    if spec.name in rows:
        return rows[spec.name]
    return arrays.table(spec.columns, list(MADE[spec.name](tables, rows, parameters)))


def placed(name: str, table: pa.Table) -> pa.Table:
    """History whose `position` says before which items of the batch it came; all, where it does not."""
    if name not in (HISTORY, HISTORY_LINES) or "position" not in table.column_names:
        return table
    places = [-1 if each is None else each for each in table["position"].to_pylist()]
    if name == HISTORY_LINES:
        places = [each * MOST_LINES + MOST_LINES - 1 for each in places]
    at = table.column_names.index("position")
    return table.set_column(at, "position", arrays.column("int", places))


def _accounts(tables: Tables, rows: Tables, parameters: Mapping[str, Any]) -> Iterator[Row]:
    """Which suppliers of the batch state which accounts, each pair once."""
    seen = set()
    for row in rows[DOCUMENT].select(["sender", "account", "reference"]).to_pylist():
        pair = (row["sender"], row["account"])
        if all(pair) and pair not in seen:
            seen.add(pair)
            yield row


def _near_ceiling(tables: Tables, rows: Tables, parameters: Mapping[str, Any]) -> Iterator[Row]:
    """The invoices of the batch and of before that stay just under the ceiling, if there is one."""
    ceiling, band = parameters["approval_ceiling"], parameters["ceiling_band"]
    columns = ["sender", "reference", "issue_date", "payable"]
    for table in (rows[DOCUMENT], tables[HISTORY]) if ceiling else ():
        for row in table.select(columns).to_pylist():
            if row["payable"] is not None and ceiling - band <= row["payable"] < ceiling:
                yield row


def _courses(tables: Tables, rows: Tables, parameters: Mapping[str, Any]) -> Iterator[Row]:
    """A row for each code that a course includes (`course`), and each course that a part is of (`part`).

    Lines of the batch and of earlier invoices are both read; a course counts as before all lines of its
    own invoice, a part as after them.
    """
    bundles = list(_bundles(tables[BUNDLES]))
    for line in _concerned(bundles, rows[LINE], tables):
        yield from _around(bundles, line)


MADE = {"batch_accounts": _accounts, "near_ceiling": _near_ceiling, "courses": _courses}


def _bundles(table: pa.Table) -> Iterator[Bundle]:
    for row in table.to_pylist():
        if row["bundle"] and row["code"]:
            yield Bundle(
                row["bundle"],
                row["code"],
                row["window_days"] or 0,
                row["valid_from"],
                row["valid_to"],
            )


def _concerned(bundles: list[Bundle], lines: pa.Table, tables: Tables) -> Iterator[Row]:
    """The lines about a course or a part, known to be of one person and one day."""
    from pyarrow import compute

    codes = arrays.column(
        "str", sorted({code for each in bundles for code in (each.course, each.code)})
    )
    columns = ["sender", "person", "code", "service_date", "reference", "position"]
    for table in (lines, tables[HISTORY_LINES]):
        chosen = table.select(columns).filter(compute.is_in(table["code"], value_set=codes))
        for row in chosen.to_pylist():
            if row["person"] and row["service_date"]:
                yield row


def _around(bundles: list[Bundle], line: Row) -> Iterator[Row]:
    on, document = line["service_date"], line["position"] // MOST_LINES
    for each in bundles:
        if not each.holds(on):
            continue
        window = {
            "valid_from": on - timedelta(days=each.days),
            "valid_to": on + timedelta(days=each.days),
        }
        if line["code"] == each.course:
            own = {"how": COURSE, "code": each.code, "other": each.course}
            yield {**line, **window, **own, "position": document * MOST_LINES - 1}
        if line["code"] == each.code:
            own = {"how": PART, "code": each.course, "other": each.code}
            yield {**line, **window, **own, "position": (document + 1) * MOST_LINES - 1}
