"""Parts of an amount that sum to it exactly: the largest remainders take what rounding leaves over."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import TypeVar

from gevinst.engines.money.amounts import half_up

Key = TypeVar("Key", bound=Hashable)
Number = Fraction | Decimal | int


def rounded_to_sum(parts: Mapping[Key, Fraction], places: int = 2) -> dict[Key, Decimal]:
    """Each part rounded down or up to `places` decimals so that they sum to their sum, rounded half up.

    Of equal remainders the first named is rounded up; a part that needs no rounding stays.

    >>> {name: str(part) for name, part in rounded_to_sum({"a": Fraction(1, 3), "b": Fraction(2, 3)}).items()}
    {'a': '0.33', 'b': '0.67'}
    """
    scale = 10**places
    whole = {key: floor(part * scale) for key, part in parts.items()}
    left = _nearest(sum(parts.values(), Fraction(0)) * scale) - sum(whole.values())
    by_remainder = sorted(parts, key=lambda key: whole[key] - parts[key] * scale)
    for key in by_remainder[:left]:
        whole[key] += 1
    return {key: Decimal(units).scaleb(-places) for key, units in whole.items()}


def split(amount: Decimal, weights: Mapping[Key, Number], places: int = 2) -> dict[Key, Decimal]:
    """The amount, rounded half up, in parts by weight.

    Raises: ValueError for a weight below zero and for weights that sum to zero.

    >>> {name: str(part) for name, part in split(Decimal(100), {"a": 1, "b": 1, "c": 1}).items()}
    {'a': '33.34', 'b': '33.33', 'c': '33.33'}
    """
    exact = {key: Fraction(weight) for key, weight in weights.items()}
    whole = sum(exact.values(), Fraction(0))
    if min(exact.values(), default=0) < 0 or not whole:
        raise ValueError("weights to split by: none below zero, and not all of them zero")
    rounded = Fraction(half_up(amount, places))
    return rounded_to_sum({key: rounded * part / whole for key, part in exact.items()}, places)


def _nearest(value: Fraction) -> int:
    """The nearest whole number, halves away from zero."""
    size = floor(abs(value) + Fraction(1, 2))
    return size if value >= 0 else -size
