"""KLE and FORM: what a public task is about.

KLE numbers have up to three pairs of digits (`27`, `27.12`, `27.12.04`) and may carry an action facet
(`27.12.04 G01`). FORM numbers have up to four pairs (area, main area, task, subtask).
Source: KL's KLE handbook; the FORM reference model.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from gevinst.engines.identifiers.errors import IdentifierError

_KLE = re.compile(r"([0-9]{2}(?:\.[0-9]{2}){0,2})(?:[ \-.]?([A-ZÆØÅ][0-9]{2}))?", re.IGNORECASE)
_FORM = re.compile(r"\d{2}(?:\.\d{2}){0,3}", re.ASCII)


class Kle(NamedTuple):
    """A KLE number, its action facet ("" for none)."""

    number: str
    facet: str = ""

    @property
    def level(self) -> str:
        """`main-group`, `group` or `topic`."""
        return ("main-group", "group", "topic")[self.number.count(".")]

    def within(self, other: Kle) -> bool:
        """Whether this number is `other` or lies below it.

        >>> parse_kle("27.12.04").within(parse_kle("27.12")), parse_kle("27.13").within(parse_kle("27.12"))
        (True, False)
        """
        return f"{self.number}.".startswith(f"{other.number}.")

    def __str__(self) -> str:
        return f"{self.number} {self.facet}".rstrip()


def parse_kle(text: str) -> Kle:
    """The KLE number with its facet; the facet belongs to a topic only.

    Raises: IdentifierError (`bad-form`).

    >>> parse_kle("27.12.04 g01")
    Kle(number='27.12.04', facet='G01')
    """
    match = _KLE.fullmatch(text.strip())
    if match is None:
        raise IdentifierError("kle", "bad-form")
    found = Kle(match[1], (match[2] or "").upper())
    if found.facet and found.level != "topic":
        raise IdentifierError("kle", "bad-form")
    return found


def is_kle(text: str) -> bool:
    """Whether the text is a KLE number in form."""
    try:
        parse_kle(text)
    except IdentifierError:
        return False
    return True


def parse_form(text: str) -> str:
    """The FORM number: one to four pairs of digits.

    Raises: IdentifierError (`bad-form`).

    >>> parse_form(" 37.20.05 ")
    '37.20.05'
    """
    number = text.strip()
    if _FORM.fullmatch(number) is None:
        raise IdentifierError("form", "bad-form")
    return number


def is_form(text: str) -> bool:
    """Whether the text is a FORM number in form."""
    try:
        parse_form(text)
    except IdentifierError:
        return False
    return True
