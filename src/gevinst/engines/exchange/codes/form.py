"""FORM's tasks in XML: every element that has a code of dotted pairs and a title of its own.

FORM has been published in several layouts; the names of their elements end in the same few words.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from gevinst.engines.exchange.codes.markup import line_of, local, root_of
from gevinst.engines.exchange.codes.once import each_once
from gevinst.engines.exchange.codes.record import CodeList, CodeRecord, Remark
from gevinst.engines.exchange.codes.values import code_of, day_of, parent_of
from gevinst.engines.exchange.faults import PartFault, UnreadableFile

CODE = ("nummer", "nr", "kode", "code", "number", "identifikator", "identifier")
TITLE = ("titel", "navn", "title", "name", "betegnelse")
DESCRIPTION = ("beskrivelse", "description", "vejledning")
BEGUN = ("gyldigfra", "fradato", "validfrom", "oprettetdato", "startdato")
ENDED = ("gyldigtil", "tildato", "validto", "udgaaetdato", "slutdato")
REPLACED = ("erstattetaf", "afloestaf", "replacedby")


def read_form(content: bytes) -> CodeList:
    """The service areas, main areas and tasks of the file. Raises `UnreadableFile` when there are none."""
    root = root_of(content)
    remarks: list[Remark] = []
    records = each_once(_records(root, remarks))
    if not records:
        told = "No element of the file has both a number of dotted pairs (05.10.15) and a title."
        raise UnreadableFile("no-codes", told)
    version = root.get("version") or root.get("udgave") or ""
    return CodeList("form", version, tuple(records), tuple(remarks))


def _records(root: etree._Element, remarks: list[Remark]) -> Iterator[CodeRecord]:
    for element in root.iter():
        if local(element) and (code := code_of(_value(element, CODE))):
            try:
                yield _record(element, code)
            except PartFault as fault:
                remarks.append(Remark(local(element), line_of(element), fault.code, fault.value))


def _record(element: etree._Element, code: str) -> CodeRecord:
    title = _value(element, TITLE)
    if not title:
        raise PartFault("no-title", code)
    successors = (code_of(each) for each in _value(element, REPLACED).replace(",", " ").split())
    return CodeRecord(
        code=code,
        title=title,
        parent=parent_of(code),
        description=_value(element, DESCRIPTION),
        valid_from=day_of(_value(element, BEGUN)),
        valid_to=day_of(_value(element, ENDED)),
        replaced_by=tuple(each for each in successors if each),
    )


def _value(element: etree._Element, endings: tuple[str, ...]) -> str:
    """An attribute or a child without children of its own whose name ends so."""
    for key, value in element.attrib.items():
        if str(key).casefold().endswith(endings):
            return str(value).strip()
    for each in element:
        if len(each) == 0 and local(each).casefold().endswith(endings):
            return (each.text or "").strip()
    return ""
