"""Code lists in CSV: a heading names the columns, in Danish or English, in any order."""

from __future__ import annotations

import csv
import io

from gevinst.engines.exchange.codes.once import each_once
from gevinst.engines.exchange.codes.record import CodeList, CodeRecord, Remark
from gevinst.engines.exchange.codes.values import code_of, day_of, parent_of
from gevinst.engines.exchange.faults import PartFault, UnreadableFile

HEADINGS = {
    "code": ("kode", "nummer", "nr", "code", "form", "formnummer", "formkode", "opgavenummer",
             "klenummer", "klenr", "kle", "emnenr", "id"),
    "title": ("titel", "navn", "title", "name", "opgavenavn", "emnetitel", "betegnelse", "tekst"),
    "description": ("beskrivelse", "vejledning", "description", "forklaring"),
    "valid_from": ("gyldigfra", "oprettet", "oprettetdato", "validfrom", "fra"),
    "valid_to": ("gyldigtil", "udgået", "udgaaetdato", "udgåetdato", "validto", "ophørt", "til"),
    "replaced_by": ("erstattetaf", "afløstaf", "afloestaf", "replacedby", "nykode", "nytnummer"),
}  # fmt: skip


def read_table(scheme: str, content: bytes) -> CodeList:
    """The codes of a CSV file. Raises `UnreadableFile` when no column holds codes or titles."""
    rows = _rows(content)
    columns = _columns(scheme, rows[0] if rows else [])
    remarks: list[Remark] = []
    records: list[CodeRecord] = []
    for number, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        try:
            records.append(_record(_cells(row, columns)))
        except PartFault as fault:
            remarks.append(Remark("", number, fault.code, fault.value))
    return CodeList(scheme, "", tuple(each_once(records)), tuple(remarks))


def _rows(content: bytes) -> list[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    heading = text.partition("\n")[0]
    delimiter = max(";,\t|", key=heading.count)
    return list(csv.reader(io.StringIO(text), delimiter=delimiter))


def _columns(scheme: str, heading: list[str]) -> dict[str, int]:
    named = ["".join(c for c in cell.casefold() if c.isalnum()) for cell in heading]
    found = {
        field: next(named.index(word) for word in words if word in named)
        for field, words in HEADINGS.items()
        if any(word in named for word in words)
    }
    if missing := [field for field in ("code", "title") if field not in found]:
        looked_for = "; ".join(f"{field}: {', '.join(HEADINGS[field])}" for field in missing)
        told = f"The first line names the columns; not found: {looked_for}."
        raise UnreadableFile("no-columns", told, columns=looked_for)
    return found


def _cells(row: list[str], columns: dict[str, int]) -> dict[str, str]:
    return {field: row[at].strip() if at < len(row) else "" for field, at in columns.items()}


def _record(cells: dict[str, str]) -> CodeRecord:
    code = code_of(cells["code"])
    if code is None:
        raise PartFault("bad-code", cells["code"])
    if not cells["title"]:
        raise PartFault("no-title", code)
    successors = (code_of(each) for each in cells.get("replaced_by", "").replace(",", " ").split())
    return CodeRecord(
        code=code,
        title=cells["title"],
        parent=parent_of(code),
        description=cells.get("description", ""),
        valid_from=day_of(cells.get("valid_from", "")),
        valid_to=day_of(cells.get("valid_to", "")),
        replaced_by=tuple(each for each in successors if each),
    )
