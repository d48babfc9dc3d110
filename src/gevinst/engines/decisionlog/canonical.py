"""The one way to write a value as bytes: JSON with sorted keys, no spaces, UTF-8, and no floats."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

TEXT = frozenset((str,))
PLAIN = frozenset((str, int, bool, type(None)))


def canonical(value: Any) -> bytes:
    """The value's only form: decimals, dates and moments as text. Raises TypeError for a float, a key that
    is no text, and whatever else JSON does not know.

    >>> canonical({"b": Decimal("1.50"), "a": (date(2026, 11, 2), None, "å")}).decode()
    '{"a":["2026-11-02",null,"å"],"b":"1.50"}'
    >>> canonical(0.5)
    Traceback (most recent call last):
    TypeError: 0.5 cannot stand in the decision log; write an amount as a Decimal
    """
    _check(value)
    return ENCODE(value).encode()


def _check(value: Any) -> None:
    """Refuses what would not read back as it was written."""
    if isinstance(
        value, dict | Mapping
    ):  # a dict is seen at once, another mapping takes ten times as long
        if not TEXT.issuperset(map(type, value)):
            raise TypeError("the keys are to be text")
        value = value.values()
    elif isinstance(value, float):
        raise TypeError(f"{value} cannot stand in the decision log; write an amount as a Decimal")
    elif not isinstance(value, list | tuple):
        return
    if not PLAIN.issuperset(map(type, value)):
        for each in value:
            if type(each) not in PLAIN:
                _check(each)


def _written(value: Any) -> Any:
    """What JSON has no form for."""
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"a {type(value).__name__} cannot stand in the decision log")


ENCODE = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_written
).encode
