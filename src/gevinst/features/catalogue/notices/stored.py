"""Facts of a notice as they are kept: plain JSON, with person numbers masked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from gevinst.engines.identifiers import mask_all


def stored(value: Any) -> Any:
    """`value` as JSON keeps it: days and amounts as text, tuples as lists, person numbers masked."""
    if isinstance(value, Mapping):
        return {str(key): stored(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [stored(one) for one in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return mask_all(str(value))
