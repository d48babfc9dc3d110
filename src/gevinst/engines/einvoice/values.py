"""Texts of an XML document as values: the strict XML Schema forms of decimals, dates and booleans."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation

# Decimal arithmetic keeps 28 digits: 18 before the point leave ten for the decimals of a sum.
LONGEST_NUMBER, LONGEST_WHOLE = 64, 18
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?", re.ASCII)
_FLAGS = {"true": True, "1": True, "false": False, "0": False}
_SPACE = " \t\r\n"


def decimal(text: str) -> Decimal:
    """The number of an `xs:decimal` (no exponent, no NaN, at most 18 digits before the point).

    Raises: ValueError.

    >>> decimal(" -1.50 ")
    Decimal('-1.50')
    >>> decimal("1e5")
    Traceback (most recent call last):
    ValueError: not a decimal number
    """
    text = text.strip(_SPACE)
    if text.strip("0123456789.-+") or (len(text) > LONGEST_WHOLE and _too_long(text)):
        raise ValueError("not a decimal number")
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError("not a decimal number") from None


def _too_long(text: str) -> bool:
    whole = text.lstrip("+-").partition(".")[0]
    return len(text) > LONGEST_NUMBER or len(whole) > LONGEST_WHOLE


def day(text: str) -> date:
    """The day of an `xs:date`; a time zone is allowed and left out.

    Raises: ValueError.

    >>> day("2024-02-29+01:00")
    datetime.date(2024, 2, 29)
    """
    if len(text) == len("2024-02-29") and text[4] == "-" == text[7]:
        return date.fromisoformat(text)
    match = _DATE.fullmatch(text.strip(_SPACE))
    if match is None:
        raise ValueError("not a date")
    return date.fromisoformat(match[1])


def flag(text: str) -> bool:
    """The truth of an `xs:boolean`.

    Raises: ValueError.

    >>> flag("false")
    False
    """
    try:
        return _FLAGS[text.strip(_SPACE)]
    except KeyError:
        raise ValueError("not a boolean") from None
