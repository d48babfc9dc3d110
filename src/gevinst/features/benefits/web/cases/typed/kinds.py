"""What is typed in a field of a business case, and what is shown there: Danish numbers, series, shares.

What cannot be read is kept as the text it is: the case file says of it what was expected there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from gevinst.features.benefits.web.cases.typed.numbers import (
    number,
    number_or_text,
    percent_or_text,
    shown_number,
    shown_percent,
)
from gevinst.features.benefits.web.cases.typed.pairs import (
    read_names,
    read_pairs,
    read_tiers,
    shown_names,
    shown_pairs,
    shown_tiers,
)
from gevinst.features.benefits.web.cases.typed.shares import read_shares, shown_shares


def _whole(typed: str) -> Any:
    value = number(typed)
    return value if isinstance(value, int) else typed


def _year(typed: str) -> Any:
    return int(typed) if typed.isdecimal() else typed


KINDS: Mapping[str, tuple[Callable[[str], Any], Callable[[Any], str]]] = {
    "text": (str, str),
    "area": (str, str),
    "select": (lambda typed: int(typed) if typed.isdecimal() else typed, str),
    "number": (number_or_text, shown_number),
    "formula": (number_or_text, shown_number),
    "whole": (_whole, shown_number),
    "year": (_year, str),
    "percent": (percent_or_text, shown_percent),
    "names": (read_names, shown_names),
    "series": (
        lambda typed: read_pairs(typed, number_or_text),
        lambda value: shown_pairs(value, shown_number),
    ),
    "percents": (
        lambda typed: read_pairs(typed, percent_or_text),
        lambda value: shown_pairs(value, lambda one: f"{shown_percent(one)} %"),
    ),
    "tiers": (read_tiers, shown_tiers),
    "shares": (read_shares, shown_shares),
}


def read(kind: str, typed: str) -> Any:
    """The value of what was typed in a field of that kind; None for nothing."""
    clean = typed.replace("\r\n", "\n").replace("\x00", "").strip()
    return KINDS[kind][0](clean) if clean else None


def shown(kind: str, value: Any) -> str:
    """What stands in a field of that kind."""
    return "" if value is None else KINDS[kind][1](value)
