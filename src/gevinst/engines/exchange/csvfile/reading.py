"""Reads the rows of a CSV file to records, by a mapping."""

from __future__ import annotations

import re

from gevinst.engines.exchange.csvfile.mapping import APART, Mapping
from gevinst.engines.exchange.csvfile.sniffing import Table
from gevinst.engines.exchange.processes import AuthorityName, Reading, Record, Remark
from gevinst.engines.exchange.processes.choices import key
from gevinst.engines.exchange.processes.draft import Draft
from gevinst.engines.exchange.processes.once import each_once
from gevinst.engines.exchange.processes.texts import one_line

SOURCE = "csv"
CVR = re.compile(r"\d{8}\Z")
CODE = re.compile(r"\d{3,4}\Z")


def read_csv(table: Table, mapping: Mapping) -> Reading:
    """The processes of the rows; without a column of ids a process is known by its title.

    >>> from gevinst.engines.exchange.csvfile import guessed, opened
    >>> table = opened(b"Titel;Minutter\\nPost;7,5\\n")
    >>> read_csv(table, guessed(table.headings)).records[0].minutes
    Decimal('7.50')
    """
    index = {heading: number for number, heading in reversed(list(enumerate(table.headings)))}
    columns = {field: (heading, index[heading]) for field, heading in mapping.columns.items()}
    records = (
        _record(f"line {line}", row, columns, mapping)
        for line, row in table.rows
        if any(cell.strip() for cell in row)
    )
    return Reading(each_once(records), tuple(_unmapped(table, mapping)))


def _unmapped(table: Table, mapping: Mapping) -> list[Remark]:
    taken = set(mapping.columns.values())
    return [
        Remark(f"column {number}", heading, "", "unknown-field")
        for number, heading in enumerate(table.headings, start=1)
        if heading and heading not in taken
    ]


def _record(
    place: str, row: tuple[str, ...], columns: dict[str, tuple[str, int]], mapping: Mapping
) -> Record:
    draft = Draft(SOURCE, place)
    cells = {
        field: (heading, row[number] if number < len(row) else "")
        for field, (heading, number) in columns.items()
    }
    stated = mapping.fixed | {field: cell for field, (_, cell) in cells.items() if cell.strip()}
    draft.authority = authority_from(stated.get("authority", ""))
    for field in dict.fromkeys([*mapping.fixed, *cells]):
        if field not in APART:
            draft.put(field, stated.get(field, ""), column=cells.get(field, (field,))[0])
    return draft.record(one_line(stated.get("id", "")) or key(stated.get("title", ""))[:200])


def authority_from(text: str) -> AuthorityName:
    """An authority by CVR number, by code, or by name.

    >>> authority_from("29189382").cvr, authority_from("0101").code, authority_from("Ærø Kommune").name
    ('29189382', '0101', 'Ærø Kommune')
    """
    stated = one_line(text)
    if CVR.match(stated):
        return AuthorityName(cvr=stated)
    if CODE.match(stated):
        return AuthorityName(code=stated)
    return AuthorityName(name=stated)
