"""The report of an import in the reader's language."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from gevinst.features.catalogue.actions.registers.wording import remark_told
from gevinst.features.catalogue.models import ImportRun


class Line(NamedTuple):
    """A changed field of something: from what to what."""

    what: str
    field: str
    before: str
    after: str


class Report(NamedTuple):
    """`counts` are (label, number); `choices` are (process id, code, what it may have become)."""

    counts: list[tuple[str, int]]
    new: list[list[str]]
    changed: list[Line]
    choices: list[list[Any]]
    remarks: list[tuple[str, str]]


def report_of(run: ImportRun) -> Report:
    """What the run says, with its words."""
    told, words, fields = run.report, _count_words(), _field_words()
    return Report(
        counts=[(words[key], number) for key, number in told["counts"].items() if key in words],
        new=told.get("new", []),
        changed=[
            Line(what, fields.get(name, name), before, after)
            for what, name, before, after in told.get("changed", [])
        ],
        choices=told.get("open", []),
        remarks=[_remark(*each) for each in told.get("remarks", [])],
    )


def _remark(where: str, line: int, code: str, value: str) -> tuple[str, str]:
    """The place, and what is wrong there."""
    lines = _("line %(line)s") % {"line": line} if line else ""
    return ", ".join(part for part in (where, lines) if part), remark_told(code, value)


def _count_words() -> dict[str, str]:
    return {
        "new": _("new"),
        "changed": _("changed"),
        "same": _("the same"),
        "gone": _("not in the file, left as they are"),
        "moved": _("processes moved to a new code"),
        "open": _("processes where somebody must choose"),
        "usages": _("in use at your authorities"),
        "ended": _("no longer in use at your authorities"),
        "strangers": _("other organisations, left out"),
    }


def _field_words() -> dict[str, str]:
    return {
        "title": _("title"),
        "parent": _("above it"),
        "description": _("description"),
        "valid_from": _("valid from"),
        "valid_to": _("valid to"),
        "replaced_by": _("replaced by"),
        "label": _("name"),
        "vendor": _("vendor"),
        "kle": _("KLE codes"),
        "in_use": _("in use"),
        "kitos": _("KITOS id"),
    }
