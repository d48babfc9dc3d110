"""KLE's subject plan as KL publishes it: `KLE-Emneplan` with main groups, groups and subjects.

Source: the element names of KL's XML. A code that moved names its successors: `Historisk/Flyttet/AfloestAf`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lxml import etree

from gevinst.engines.exchange.codes.markup import (
    child,
    inner_text,
    line_of,
    local,
    root_of,
    text_at,
)
from gevinst.engines.exchange.codes.once import each_once
from gevinst.engines.exchange.codes.record import CodeList, CodeRecord, Remark
from gevinst.engines.exchange.codes.values import code_of, day_of, parent_of
from gevinst.engines.exchange.faults import PartFault, UnreadableFile

LEVELS = ("Hovedgruppe", "Gruppe", "Emne")


def read_kle(content: bytes) -> CodeList:
    """Every main group, group and subject, also those that no longer hold. Raises `UnreadableFile`."""
    root = root_of(content)
    if local(root) != "KLE-Emneplan":
        told = f"A KLE subject plan begins with KLE-Emneplan, not with {local(root)}."
        raise UnreadableFile("not-kle", told, root=local(root))
    remarks: list[Remark] = []
    records = each_once(_records(root, remarks))
    return CodeList("kle", text_at(root, "UdgivelsesDato"), tuple(records), tuple(remarks))


def _records(root: etree._Element, remarks: list[Remark]) -> Iterator[CodeRecord]:
    for element in root.iter():
        if (level := local(element)) in LEVELS:
            try:
                yield _record(element, level)
            except PartFault as fault:
                remarks.append(Remark(level, line_of(element), fault.code, fault.value))


def _record(element: etree._Element, level: str) -> CodeRecord:
    stated = text_at(element, f"{level}Nr")
    code, title = code_of(stated), text_at(element, f"{level}Titel")
    if code is None:
        raise PartFault("bad-code", stated)
    if not title:
        raise PartFault("no-title", code)
    begun, ended, successors = _validity(child(element, f"{level}AdministrativInfo"))
    return CodeRecord(
        code=code,
        title=title,
        parent=parent_of(code),
        description=text_at(element, f"{level}Vejledning"),
        valid_from=begun,
        valid_to=ended,
        replaced_by=successors,
    )


def _validity(
    info: etree._Element | None,
) -> tuple[date | None, date | None, tuple[str, ...]]:
    if info is None:
        return None, None, ()
    begun = day_of(text_at(info, "OprettetDato"))
    moved = child(info, "Historisk", "Flyttet")
    if moved is None:
        return begun, day_of(text_at(info, "Historisk", "UdgaaetDato")), ()
    numbers = [each for to in moved if local(to) == "AfloestAf" for each in to]
    found = (code_of(inner_text(each)) for each in numbers)
    return begun, day_of(text_at(moved, "FlyttetDato")), tuple(code for code in found if code)
