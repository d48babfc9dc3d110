"""Codes and days as files write them."""

from __future__ import annotations

import re
from datetime import date

from gevinst.engines.exchange.faults import PartFault

_PAIRS = re.compile(r"\d\d(?:\.\d\d)*\Z")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_DANISH = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})")


def code_of(text: str) -> str | None:
    """Dotted pairs of digits, or None.

    >>> code_of(" 27.36.04 "), code_of("Emne")
    ('27.36.04', None)
    """
    stripped = text.strip().rstrip(".")
    return stripped if _PAIRS.match(stripped) else None


def parent_of(code: str) -> str:
    """The code one level up; "" at the top.

    >>> parent_of("27.36.04"), parent_of("27")
    ('27.36', '')
    """
    return code.rpartition(".")[0]


def day_of(text: str) -> date | None:
    """A day as XML or a Danish spreadsheet writes it; None when it is empty. Raises `PartFault`.

    >>> day_of("2020-01-31T00:00:00"), day_of("31-01-2020"), day_of("")
    (datetime.date(2020, 1, 31), datetime.date(2020, 1, 31), None)
    """
    stripped = text.strip()
    if not stripped:
        return None
    if found := _ISO.match(stripped):
        year, month, day = map(int, found.groups())
    elif found := _DANISH.match(stripped):
        day, month, year = map(int, found.groups())
    else:
        raise PartFault("bad-day", stripped)
    try:
        return date(year, month, day)
    except ValueError as fault:
        raise PartFault("bad-day", stripped) from fault
