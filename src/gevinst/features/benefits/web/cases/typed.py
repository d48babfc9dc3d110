"""What is typed in a field of a business case, and what is shown there: Danish numbers, series, shares.

What cannot be read is kept as the text it is: the case file says of it what was expected there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language

HUNDRED = Decimal(100)
_GROUPED = re.compile(r"[-+]?\d{1,3}(\.\d{3})+(,\d+)?")
_PLAIN = re.compile(r"[-+]?\d+([.,]\d+)?")
_YEAR = re.compile(r"(\d{4})\s*:\s*(.+)")
_SHARE = re.compile(r"([a-z][a-z0-9_-]*)\s*[:=]?\s*([-+\d.,]+)\s*%?")


def number(typed: str) -> int | Decimal | None:
    """A number as one types it, `1.234,5` in Danish and `1,234.5` in English; None where it is none."""
    text = typed.replace(" ", "").replace("\u00a0", "").replace("\u2212", "-")
    if not _danish():
        text = text.translate(str.maketrans(",.", ".,"))
    if _GROUPED.fullmatch(text):
        text = text.replace(".", "")
    elif not _PLAIN.fullmatch(text):
        return None
    value = Decimal(text.replace(",", "."))
    return value if "," in text or "." in text else int(value)


def shown_number(value: object) -> str:
    """A number with all its decimals, as one types it; anything else as it stands."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return "" if value is None else str(value)
    whole, point, rest = format(Decimal(value), "f").partition(".")
    grouped = f"{int(whole):,}"
    sign = "-" if whole.startswith("-") and not grouped.startswith("-") else ""
    english = f"{sign}{grouped}{point}{rest}"
    return english.translate(str.maketrans(",.", ".,")) if _danish() else english


def _danish() -> bool:
    return not (get_language() or "da").startswith("en")


def _number(typed: str) -> Any:
    value = number(typed)
    return typed if value is None else value


def _whole(typed: str) -> Any:
    value = number(typed)
    return value if isinstance(value, int) else typed


def _year(typed: str) -> Any:
    return int(typed) if typed.isdecimal() else typed


def _percent(typed: str) -> Any:
    value = number(typed.rstrip("% \u00a0"))
    return typed if value is None else _shortest(Decimal(value) / HUNDRED)


def _shortest(value: Decimal) -> Decimal:
    return Decimal(format(value.normalize(), "f"))


def _shown_percent(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return shown_number(value)
    return shown_number(_shortest(value * HUNDRED))


def _names(typed: str) -> Any:
    return [each.strip() for each in re.split(r"[,;\n]", typed) if each.strip()]


def _shown_names(value: Any) -> str:
    return ", ".join(str(each) for each in value) if isinstance(value, list) else str(value)


def _pairs(typed: str, each: Callable[[str], Any]) -> Any:
    """`2026: 1.000; 2027: 2.000` as keys with values; the text where a part is not of that form."""
    found: dict[str, Any] = {}
    for part in (part for part in re.split(r"[;\n]", typed) if part.strip()):
        key, colon, value = part.partition(":")
        read = each(value.strip())
        if not colon or not key.strip() or isinstance(read, str):
            return typed
        found[key.strip()] = read
    return found


def _shown_pairs(value: Any, each: Callable[[Any], str]) -> str:
    if not isinstance(value, dict):
        return str(value)
    return "; ".join(f"{key}: {each(one)}" for key, one in value.items())


def _tiers(typed: str) -> Any:
    read = _pairs(typed, _number)
    if isinstance(read, str) or any(number(key) is None for key in read):
        return typed
    return [{"above": number(key), "price": price} for key, price in read.items()]


def _shown_tiers(value: Any) -> str:
    if not isinstance(value, list):
        return str(value)
    rows = [each if isinstance(each, dict) else {} for each in value]
    return "; ".join(
        f"{shown_number(each.get('above'))}: {shown_number(each.get('price'))}" for each in rows
    )


def _shares(typed: str) -> Any:
    """A line of shares in per cent; several, each with the year that it holds from, as `2026: a 25, b 75`."""
    lines = [line.strip() for line in typed.splitlines() if line.strip()]
    dated = [_YEAR.fullmatch(line) for line in lines]
    if len(lines) == 1 and dated[0] is None:
        return _shared(lines[0]) or typed
    steps = [
        {"from": int(each[1]), "shares": shares}
        for each in dated
        if each is not None and (shares := _shared(each[2]))
    ]
    return steps if len(steps) == len(lines) else typed


def _shared(line: str) -> dict[str, Any] | None:
    parts = [part.strip() for part in re.split(r"[;]|,\s+", line) if part.strip()]
    found = [_SHARE.fullmatch(part) for part in parts]
    read = {each[1]: _percent(each[2]) for each in found if each is not None}
    whole = len(read) == len(parts) and not any(isinstance(each, str) for each in read.values())
    return read if whole else None


def _shown_shares(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(
            f"{each.get('from')}: {_shown_share(each.get('shares'))}" for each in value
        )
    return _shown_share(value)


def _shown_share(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    return "; ".join(f"{party} {_shown_percent(share)} %" for party, share in value.items())


KINDS: Mapping[str, tuple[Callable[[str], Any], Callable[[Any], str]]] = {
    "text": (str, str),
    "area": (str, str),
    "select": (lambda typed: int(typed) if typed.isdecimal() else typed, str),
    "number": (_number, shown_number),
    "formula": (_number, shown_number),
    "whole": (_whole, shown_number),
    "year": (_year, str),
    "percent": (_percent, _shown_percent),
    "names": (_names, _shown_names),
    "series": (
        lambda typed: _pairs(typed, _number),
        lambda value: _shown_pairs(value, shown_number),
    ),
    "percents": (
        lambda typed: _pairs(typed, _percent),
        lambda value: _shown_pairs(value, lambda one: f"{_shown_percent(one)} %"),
    ),
    "tiers": (_tiers, _shown_tiers),
    "shares": (_shares, _shown_shares),
}


def read(kind: str, typed: str) -> Any:
    """The value of what was typed in a field of that kind; None for nothing."""
    clean = typed.replace("\r\n", "\n").replace("\x00", "").strip()
    return KINDS[kind][0](clean) if clean else None


def shown(kind: str, value: Any) -> str:
    """What stands in a field of that kind."""
    return "" if value is None else KINDS[kind][1](value)
