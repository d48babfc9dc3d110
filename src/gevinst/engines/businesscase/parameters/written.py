"""What a scalar or a table of a parameter file stands for; each mistake says its place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation


def day(written: object, where: str) -> date:
    """A date written as 2025-01-31. Raises: ValueError."""
    try:
        return date.fromisoformat(str(written))
    except ValueError as error:
        raise ValueError(f"{where}: {written!r} is not a date; write 2025-01-31") from error


def yes(written: object, where: str) -> bool:
    """A written truth. Raises: ValueError for another word than true or false."""
    if written not in ("true", "false"):
        raise ValueError(f"{where}: unconfirmed is {written!r}; write true or false")
    return written == "true"


def number(written: object, where: str) -> Decimal:
    """A number exactly as written. Raises: ValueError."""
    try:
        value = Decimal(str(written))
    except InvalidOperation as error:
        raise ValueError(f"{where}: {written!r} is not a number; write 0.035") from error
    if not value.is_finite():
        raise ValueError(f"{where}: {written!r} is not a number; write 0.035")
    return value


def _pairs(written: object, where: str) -> Mapping[str, object]:
    if not isinstance(written, dict) or not written:
        raise ValueError(f"{where}: expected a table, from each step on a value")
    return written


def by_year(written: object, where: str) -> dict[int, Decimal]:
    """A table from years on to numbers. Raises: ValueError."""
    pairs = _pairs(written, where).items()
    if wrong := [year for year, _ in pairs if not str(year).isdecimal()]:
        raise ValueError(f"{where}: {wrong[0]!r} is not a number of years")
    return {int(year): number(value, where) for year, value in pairs}


def steps(written: object, where: str) -> dict[Decimal, str]:
    """A table from amounts on to codes. Raises: ValueError."""
    pairs = _pairs(written, where).items()
    return {number(amount, where): str(code) for amount, code in pairs}
