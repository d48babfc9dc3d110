"""What an author wrote in the story of a case file: nothing there is trusted to be of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from gevinst.engines.businesscase.readiness.grade import Basis


def basis_of(data: Mapping[str, Any]) -> Basis:
    """What a row says that it rests on; expected where it does not say."""
    return Basis.MEASURED if text_of(data, "basis") == Basis.MEASURED else Basis.EXPECTED


def mapping(value: object) -> Mapping[str, Any]:
    """The value where it is a mapping, else an empty one."""
    return value if isinstance(value, Mapping) else {}


def listed(value: object) -> list[Any]:
    """The value where it is a list, else an empty one."""
    return list(value) if isinstance(value, list | tuple) else []


def rows_of(value: object) -> list[Mapping[str, Any]]:
    """The rows of a list; a text alone is a row that has nothing but it."""
    if isinstance(value, str):
        return [{"text": value}]
    return [each if isinstance(each, Mapping) else {"text": str(each)} for each in listed(value)]


def text_of(data: Mapping[str, Any], key: str) -> str:
    """The text under a key; "" where there is none."""
    value = data.get(key)
    return "" if value is None else str(value).strip()


def whole(value: object) -> int | None:
    """The whole number that the value is; None for all else."""
    number = decimal_of(value)
    return None if number is None or number != int(number) else int(number)


def decimal_of(value: object) -> Decimal | None:
    """The exact, finite number that the value is; None for all else."""
    try:
        number = None if value is None or isinstance(value, bool) else Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number is None or number.is_finite() else None
