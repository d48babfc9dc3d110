"""Reads OS2autoproces' Excel file: columns are known by their headings, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gevinst.engines.exchange.os2autoproces.cells import Row, take
from gevinst.engines.exchange.os2autoproces.defaults import settle
from gevinst.engines.exchange.os2autoproces.headings import HEADINGS, SHEET
from gevinst.engines.exchange.os2autoproces.names import SOURCE
from gevinst.engines.exchange.processes import AuthorityName, FileFault, Reading, Record, Remark
from gevinst.engines.exchange.processes.choices import key
from gevinst.engines.exchange.processes.draft import Draft
from gevinst.engines.exchange.processes.lists import id_of
from gevinst.engines.exchange.processes.once import each_once
from gevinst.engines.exchange.processes.texts import one_line
from gevinst.engines.exchange.workbook import Formula, rows

KNOWN = {key(heading): field for heading, field in HEADINGS}
NEEDED = ("id", "title")


def read_excel(content: bytes) -> Reading:
    """The processes of the workbook. Raises `FileFault`: "not-a-workbook", "too-large", "no-heading"."""
    with rows(content, SHEET) as found:
        heading = next(found, ())
        columns, remarks = _columns(heading)
        numbered = enumerate(found, start=2)
        records = each_once(
            _record(f"row {number}", row, columns) for number, row in numbered if _said(row)
        )
    return Reading(records, tuple(remarks))


def _columns(heading: Iterable[Any]) -> tuple[dict[int, tuple[str, str]], list[Remark]]:
    """Number of the column to (field, heading), and a remark on each that is not known."""
    columns: dict[int, tuple[str, str]] = {}
    remarks = []
    for number, cell in enumerate(heading):
        text = one_line(str(cell)) if cell is not None else ""
        field = KNOWN.get(key(text))
        if field:
            columns[number] = (field, text)
        elif text and field is None:
            remarks.append(Remark(f"column {number + 1}", text, "", "unknown-field"))
    fields = {field for field, _ in columns.values()}
    if missing := [name for name in NEEDED if name not in fields]:
        headings = [heading for heading, field in HEADINGS if field in missing]
        raise FileFault("no-heading", ", ".join(headings))
    return columns, remarks


def _said(row: tuple[Any, ...]) -> bool:
    return any(cell not in (None, "") for cell in row)


def _record(place: str, row: tuple[Any, ...], columns: dict[int, tuple[str, str]]) -> Record:
    draft = Draft(SOURCE, place)
    cells: Row = {
        field: (heading, row[number] if number < len(row) else None)
        for number, (field, heading) in columns.items()
    }
    stated = one_line(str(cells.pop("authority", ("", ""))[1] or ""))
    # A region that has no name there stands with its CVR number.
    draft.authority = AuthorityName(cvr=stated) if stated.isdigit() else AuthorityName(name=stated)
    take(draft, cells)
    settle(draft)
    number = cells["id"][1]
    return draft.record("" if isinstance(number, Formula) else id_of(number))
