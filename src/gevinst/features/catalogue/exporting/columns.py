"""The columns of a table of processes: every field with a heading, as a person reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from gevinst.features.catalogue.fields import INTERNAL
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.queries.records import Record
from gevinst.features.catalogue.queries.records.telling import NAMED, PLAIN

Cell = Any
SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Column:
    """`heading` in the reader's language, `cell` of a record: text, number, day, moment or None.

    `opened`: whether it is in the open data too.
    """

    heading: Any
    cell: Callable[[Record], Cell]
    opened: bool = True


def headings() -> list[str]:
    """The headings in their order."""
    return [_capital(str(each.heading)) for each in columns()]


def open_headings() -> list[str]:
    """The headings of open data."""
    return [_capital(str(each.heading)) for each in open_columns()]


def rows(records: Iterable[Record]) -> Iterator[list[Cell]]:
    """The cells of each record, in the language that is spoken now."""
    return _cells(columns(), records, get_language() or "da")


def open_rows(records: Iterable[Record]) -> Iterator[list[Cell]]:
    """The cells of each open record, which has nothing internal and nobody in it."""
    return _cells(open_columns(), records, get_language() or "da")


def _cells(
    wanted: Iterable[Column], records: Iterable[Record], language: str
) -> Iterator[list[Cell]]:
    """A file is sent when the request, and its language, are over."""
    held = tuple(wanted)
    for record in records:
        with override(language):
            cells = [each.cell(record) for each in held]
        yield cells


def open_columns() -> tuple[Column, ...]:
    """The columns without those of what is internal, and of people."""
    return tuple(each for each in columns() if each.opened)


@cache
def columns() -> tuple[Column, ...]:
    """What a process is, whose, its fields in the order of the pages, what hangs on it, how it stands."""
    return (
        Column(gettext_lazy("number"), lambda record: record["id"]),
        Column(gettext_lazy("authority"), lambda record: record["authority"]["name"]),
        Column(gettext_lazy("CVR number"), lambda record: record["authority"]["cvr"]),
        *(_of_field(name) for name in PLAIN),
        *(_of_names(name) for name in NAMED),
        *_HANGING,
        *(_of_standing(name) for name in _STANDING),
        Column(gettext_lazy("created"), lambda record: record["created_at"]),
        Column(gettext_lazy("changed"), lambda record: record["changed_at"]),
    )


def _of_field(name: str) -> Column:
    field: Any = Process._meta.get_field(name)
    inner = getattr(field, "base_field", field)
    labels = dict(inner.flatchoices)

    def cell(record: Record) -> Cell:
        value = record[name]
        if name == "links":
            return SEPARATOR.join(link.get("url", "") for link in value)
        if isinstance(value, list):
            return SEPARATOR.join(str(labels.get(each, each)) for each in value)
        if isinstance(value, bool):
            return _("Yes") if value else _("No")
        return str(labels[value]) if value and value in labels else value

    return Column(field.verbose_name, cell, name not in INTERNAL)


def _of_names(name: str) -> Column:
    field: Any = Process._meta.get_field(name)
    return Column(
        field.verbose_name,
        lambda record: SEPARATOR.join(each["label"] for each in record[name]),
    )


def _of_person(role: str) -> Column:
    field: Any = Process._meta.get_field(role)

    def cell(record: Record) -> Cell:
        return SEPARATOR.join(each["name"] for each in record["people"] if each["role"] == role)

    return Column(field.verbose_name, cell, opened=False)


def _of_standing(name: str) -> Column:
    return Column(_STANDING[name], lambda record: record["standing"][name])


def _listed(name: str, told: Callable[[Record], str]) -> Callable[[Record], Cell]:
    return lambda record: SEPARATOR.join(told(each) for each in record[name])


def _reused(each: Record) -> str:
    return f"{each['authority']['name']}: {each['title']}"


_HANGING = (
    *(_of_person(role) for role in ("owner", "contact", "reporter")),
    Column(gettext_lazy("legal clauses"), _listed("legal_clauses", lambda each: each["text"])),
    Column(
        gettext_lazy("building blocks"),
        _listed("blocks", lambda each: f"{each['key']} {each['version']}"),
    ),
    Column(gettext_lazy("parts"), _listed("parts", lambda each: each["title"])),
    Column(gettext_lazy("part of"), _listed("part_of", lambda each: each["title"])),
    Column(gettext_lazy("reuses"), _listed("reuses", _reused)),
    Column(gettext_lazy("reused by"), _listed("reused_by", _reused)),
)
_STANDING = {
    "readiness": gettext_lazy("readiness for reuse"),
    "suitability": gettext_lazy("suitability"),
    "adopters": gettext_lazy("authorities that reuse it"),
    "hours_expected": gettext_lazy("hours a year, expected"),
    "hours_measured": gettext_lazy("hours in twelve months, measured"),
    "amount_measured": gettext_lazy("DKK in twelve months, measured"),
}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
