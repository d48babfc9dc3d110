"""Arithmetic that never leaves the kind of number it was given: exact stays exact, arrays stay arrays."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal
from typing import Any

from gevinst.engines.businesscase.figures.counting_numbers import Number, as_number, exact_int
from gevinst.engines.businesscase.figures.effort import (
    DEAR,
    LARGEST_BITS,
    LARGEST_EXPONENT,
    Effort,
    TooMuch,
)


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
        return multiply(left, exact_int(right), _number, effort)
    if isinstance(left, Decimal) and left == left.to_integral_value() and _is_row(right):
        return multiply(right, exact_int(left), _number, effort)
    return effort.carry(left * right)


def _is_row(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _is_array(value: Any) -> bool:
    return hasattr(value, "__array__")
