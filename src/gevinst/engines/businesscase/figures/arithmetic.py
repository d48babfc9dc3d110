"""Arithmetic that never leaves the kind of number it was given: exact stays exact, arrays stay arrays."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from decimal import ROUND_FLOOR, Decimal
from typing import Any

from gevinst.engines.businesscase.figures.effort import (
    DEAR,
    LARGEST_BITS,
    LARGEST_EXPONENT,
    Effort,
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


def divide(left: Any, right: Any, number: Number, _effort: Effort) -> Any:
    """Division; two whole numbers give an exact quotient, never a binary float."""
    if not _is_array(right) and right == 0:
        raise ZeroDivisionError
    return as_number(left, number) / as_number(right, number)


def floor_divide(left: Any, right: Any, _number: Number, _effort: Effort) -> Any:
    """The quotient rounded down, also below zero (`Decimal` alone would round towards zero)."""
    if isinstance(left, Decimal) or isinstance(right, Decimal):
        return (Decimal(left) / Decimal(right)).to_integral_value(ROUND_FLOOR)
    return left // right


def remainder(left: Any, right: Any, number: Number, effort: Effort) -> Any:
    """What is left after `floor_divide`, with the sign of the divisor."""
    if isinstance(left, str):
        raise TypeError("expected a number before %")
    if isinstance(left, Decimal) or isinstance(right, Decimal):
        return left - right * floor_divide(left, right, number, effort)
    return left % right


def power(left: Any, right: Any, number: Number, effort: Effort) -> Any:
    """`left` to the power of `right`. Raises: TooMuch above an exponent of 10,000."""
    effort.spend(DEAR)
    if not _is_array(right) and abs(right) > LARGEST_EXPONENT:
        raise TooMuch(f"an exponent of more than {LARGEST_EXPONENT}; expected a smaller one")
    if isinstance(right, Decimal) and right == right.to_integral_value():
        right = int(right)
    if not isinstance(left, int) or not isinstance(right, int):
        return as_number(left, number) ** right
    if right < 0:
        return as_number(left, number) ** right
    if left.bit_length() * right > LARGEST_BITS:
        raise TooMuch("a whole number of more than 3,000 digits; expected a smaller one")
    return effort.carry(left**right)


def multiply(left: Any, right: Any, _number: Number, effort: Effort) -> Any:
    """A product; a list times a whole number repeats the list."""
    for many, times in ((left, right), (right, left)):
        if isinstance(many, list | tuple | str) and isinstance(times, int):
            effort.spend(len(many) * max(int(times), 0))
    if isinstance(right, Decimal) and right == right.to_integral_value() and _is_row(left):
        return multiply(left, _whole(right), _number, effort)
    if isinstance(left, Decimal) and left == left.to_integral_value() and _is_row(right):
        return multiply(right, _whole(left), _number, effort)
    return effort.carry(left * right)


def whole(value: Any) -> int:
    """A value that counts something, as an int.

    Raises: TypeError where it is not whole, TooMuch where it is enormous.

    >>> whole(Decimal("41.0"))
    41
    """
    if isinstance(value, Decimal):
        if value != value.to_integral_value():
            raise TypeError(f"{value} is not a whole number")
        return _whole(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return operator.index(value)


def _whole(value: Decimal) -> int:
    if value.adjusted() > LARGEST_BITS // 4:
        raise TooMuch("a whole number of more than 2,500 digits; expected a smaller one")
    return int(value)


def _is_row(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _is_array(value: Any) -> bool:
    return hasattr(value, "__array__")


def add(left: Any, right: Any, _number: Number, effort: Effort) -> Any:
    """A sum, or two lists one after the other."""
    return effort.carry(left + right)


def subtract(left: Any, right: Any, _number: Number, effort: Effort) -> Any:
    """A difference, of numbers or of sets."""
    return effort.carry(left - right)


OPERATORS: dict[type[ast.operator], Callable[[Any, Any, Number, Effort], Any]] = {
    ast.Add: add,
    ast.Sub: subtract,
    ast.Mult: multiply,
    ast.Div: divide,
    ast.FloorDiv: floor_divide,
    ast.Mod: remainder,
    ast.Pow: power,
}
COMPARISONS: dict[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda left, right: left in right,
    ast.NotIn: lambda left, right: left not in right,
    ast.Is: lambda left, right: left is right,
    ast.IsNot: lambda left, right: left is not right,
}
