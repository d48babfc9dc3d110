"""Why a file or a line of it was not taken in, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


def fault_told(code: str, facts: Mapping[str, str | int]) -> str:
    """What is wrong with a whole file, and what was looked for."""
    return {
        "empty": _("The file is empty."),
        "not-xml": _("The file is not sound XML: see line %(line)s."),
        "not-kle": _("A KLE subject plan begins with KLE-Emneplan, this one with %(root)s."),
        "no-codes": _("Nothing in the file has both a number such as 05.10.15 and a title."),
        "no-columns": _("The first line must name the columns. Not found: %(columns)s."),
        "no-systems": _("The file holds no IT systems: a list of objects with uuid and name."),
        "not-utf8": _("The file is not JSON in UTF-8."),
        "not-json": _("The file is not JSON: see line %(line)s, column %(column)s."),
    }[code] % facts


def remark_told(code: str, value: str) -> str:
    """Why something in a file was left out."""
    return {
        "bad-code": _("“%(value)s” is not a code of dotted pairs; left out."),
        "bad-day": _("“%(value)s” is not a day; left out."),
        "no-title": _("%(value)s has no title; left out."),
        "bad-uuid": _("“%(value)s” is not a uuid; left out."),
        "no-name": _("There is no name; left out."),
        "bad-usage": _("The usage does not state its system and its organisation; left out."),
    }[code] % {"value": value}
