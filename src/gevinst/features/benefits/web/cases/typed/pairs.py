"""Keys with values on one line: years with amounts, limits with prices."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from gevinst.features.benefits.web.cases.typed.numbers import number, number_or_text, shown_number


def read_names(typed: str) -> Any:
    """The names between commas or on lines."""
    return [each.strip() for each in re.split(r"[,;\n]", typed) if each.strip()]


def shown_names(value: Any) -> str:
    """Names with commas between."""
    return ", ".join(str(each) for each in value) if isinstance(value, list) else str(value)


def read_pairs(typed: str, each: Callable[[str], Any]) -> Any:
    """`2026: 1.000; 2027: 2.000` as keys with values; the text where a part is not of that form."""
    found: dict[str, Any] = {}
    for part in (part for part in re.split(r"[;\n]", typed) if part.strip()):
        key, colon, value = part.partition(":")
        one = each(value.strip())
        if not colon or not key.strip() or isinstance(one, str):
            return typed
        found[key.strip()] = one
    return found


def shown_pairs(value: Any, each: Callable[[Any], str]) -> str:
    """Keys with values, as one types them."""
    if not isinstance(value, dict):
        return str(value)
    return "; ".join(f"{key}: {each(one)}" for key, one in value.items())


def read_tiers(typed: str) -> Any:
    """`0: 10; 100: 8` as prices above limits; the text where it is not of that form."""
    pairs = read_pairs(typed, number_or_text)
    if isinstance(pairs, str) or any(number(key) is None for key in pairs):
        return typed
    return [{"above": number(key), "price": price} for key, price in pairs.items()]


def shown_tiers(value: Any) -> str:
    """Limits with prices, as one types them."""
    if not isinstance(value, list):
        return str(value)
    rows = [each if isinstance(each, dict) else {} for each in value]
    return "; ".join(
        f"{shown_number(each.get('above'))}: {shown_number(each.get('price'))}" for each in rows
    )
