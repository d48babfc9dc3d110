"""Formats of dates and times: `%d-%m-%Y`, or the same in letters, `DD-MM-YYYY`."""

from __future__ import annotations

import re
from datetime import datetime

# In the order in which they are looked for: MM before mm is a matter of case.
LETTERS = {"YYYY": "%Y", "YY": "%y", "MM": "%m", "DD": "%d", "hh": "%H", "mm": "%M", "ss": "%S"}
DIGITS = {"%Y": 4, "%y": 2, "%m": 2, "%d": 2, "%H": 2, "%M": 2, "%S": 2}
_LETTER = re.compile("|".join(LETTERS))
_CODE = re.compile(r"%.?")


def pattern(text: str) -> str:
    """The format with percent signs. Raises ValueError where it names no day, or something else.

    >>> pattern("DD.MM.YYYY"), pattern("_%Y%m%d")
    ('%d.%m.%Y', '_%Y%m%d')
    """
    made = text if "%" in text else _LETTER.sub(lambda match: LETTERS[match[0]], text)
    codes = _CODE.findall(made)
    year = {"%Y", "%y"} & set(codes)
    if not (year and {"%m", "%d"} <= set(codes) <= DIGITS.keys()) or len(set(codes)) < len(codes):
        raise ValueError(text)
    return made


def found_in(text: str, wanted: str) -> datetime | None:
    """The time that stands somewhere in `text` in the format `wanted`; None where none does.

    >>> found_in("befolkning_20261031.csv", "_%Y%m%d")
    datetime.datetime(2026, 10, 31, 0, 0)
    """
    parts = re.split(r"(%[A-Za-z])", wanted)
    expression = "".join(rf"\d{{{DIGITS[p]}}}" if p in DIGITS else re.escape(p) for p in parts)
    for match in re.finditer(expression, text, re.ASCII):
        try:
            return datetime.strptime(match[0], wanted)  # noqa: DTZ007  (the source says the zone)
        except ValueError:
            continue
    return None
