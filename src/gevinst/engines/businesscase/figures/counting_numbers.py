"""Values as a formula counts with them: of its kind of number, or a whole number."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.figures.effort import (
    LARGEST_BITS,
    TooMuch,
)

Number = Callable[[str], Any]


def taken_in(value: Any, number: Number) -> Any:
    """A value as the formula counts with it: a float is read as it is printed, lists piece by piece.

    >>> taken_in([5.3, 2], Decimal)
    [Decimal('5.3'), 2]
    """
    if isinstance(value, float | Decimal) and not isinstance(value, number_type(number)):
        return number(str(value))
    if isinstance(value, list | tuple):
        return type(value)([taken_in(part, number) for part in value])
    if isinstance(value, dict):
        return {key: taken_in(part, number) for key, part in value.items()}
    return value


def number_type(number: Number) -> type:
    """The kind of number `number` makes; a plain function is asked for one."""
    return number if isinstance(number, type) else type(number("0"))


def as_number(value: Any, number: Number) -> Any:
    """A whole number or truth value as the kind of number the formula counts with; others unchanged."""
    return number(str(int(value))) if isinstance(value, int) else value


def whole(value: Any) -> int:
    """A value that counts something, as an int.

    Raises: TypeError where it is not whole, TooMuch where it is enormous.

    >>> whole(Decimal("41.0"))
    41
    """
    if isinstance(value, Decimal):
        if value != value.to_integral_value():
            raise TypeError(f"{value} is not a whole number")
        return exact_int(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return operator.index(value)


def exact_int(value: Decimal) -> int:
    """A whole Decimal as an int. Raises: TooMuch above 2,500 digits."""
    if value.adjusted() > LARGEST_BITS // 4:
        raise TooMuch("a whole number of more than 2,500 digits; expected a smaller one")
    return int(value)
