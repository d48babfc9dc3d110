"""Columns of exact decimals: whole numbers and one scale, in 64 bits as long as that is provably enough."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from typing import Any

import numpy as np
from numpy.typing import NDArray

Column = NDArray[Any]
MOST = 2**62
# Moving the point must not round, however long the number.
WIDE = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
# How many decimals a quotient keeps that does not come out even, as in Saxon.
QUOTIENT = 18
EVEN = 4


class Numbers:
    """`values` / 10 ** `scale`; `values` is int64, or Python integers where those could overflow."""

    __slots__ = ("scale", "values")

    def __init__(self, values: Column, scale: int) -> None:
        self.values, self.scale = values, scale

    def __len__(self) -> int:
        return len(self.values)

    def __getitem__(self, index: Any) -> Numbers:
        return Numbers(self.values[index], self.scale)

    def at(self, scale: int) -> Column:
        """The whole numbers at a larger scale."""
        return times(self.values, 10 ** (scale - self.scale))

    def decimals(self) -> list[Decimal]:
        """As Python decimals."""
        return [WIDE.scaleb(Decimal(value), -self.scale) for value in self.values.tolist()]


def numbers_of(values: Sequence[Decimal]) -> Numbers:
    """A column of these decimals.

    >>> numbers_of([Decimal("1.5"), Decimal(2)]).values.tolist()
    [15, 20]
    """
    scale = max((-int(value.as_tuple().exponent) for value in values), default=0)
    scale = max(scale, 0)
    whole = [int(WIDE.scaleb(value, scale)) for value in values]
    return Numbers(small(np.array(whole, dtype=object)), scale)


def small(values: Column) -> Column:
    """In 64 bits where they fit with room for a sum of two."""
    return values.astype(np.int64) if peak(values) < MOST else values


def peak(values: Column) -> int:
    """The largest absolute value."""
    return max(int(values.max()), -int(values.min())) if len(values) else 0


def times(values: Column, factor: int) -> Column:
    """Each value times a whole number, without overflow."""
    if factor == 1:
        return values
    if values.dtype != object and peak(values) * factor >= MOST:
        values = values.astype(object)
    return values * factor


def together(one: Numbers, other: Numbers) -> tuple[Column, Column, int]:
    """The whole numbers of both at the larger of their scales."""
    scale = max(one.scale, other.scale)
    return one.at(scale), other.at(scale), scale


def joined(parts: Sequence[Numbers]) -> Numbers:
    """The columns one after the other."""
    scale = max((part.scale for part in parts), default=0)
    return Numbers(np.concatenate([part.at(scale) for part in parts]), scale)


def plus(one: Numbers, other: Numbers, sign: int = 1) -> Numbers:
    """Sum, or difference where `sign` is -1."""
    left, right, scale = together(one, other)
    return Numbers(small(left + right if sign > 0 else left - right), scale)


def product(one: Numbers, other: Numbers) -> Numbers:
    """Each times each."""
    left, right = one.values, other.values
    if left.dtype != object and peak(left) * peak(right) >= MOST:
        left = left.astype(object)
    return Numbers(left * right, one.scale + other.scale)


def quotient(one: Numbers, other: Numbers) -> Numbers:
    """Each divided by each, none of them zero; 18 decimals where it does not come out even."""
    left, right, _ = together(one, other)
    first = int(right[0]) if len(right) else 1
    if len(right) and (right == first).all() and (shift := power_of_ten(first)) is not None:
        # 3.50 / 100: move the point.
        return Numbers(left, shift)
    wide = times(left, 10**EVEN)
    if not (wide % right).any():
        return Numbers(small(wide // right), EVEN)
    return Numbers(small(halves_down(left.astype(object) * 10**QUOTIENT, right)), QUOTIENT)


def power_of_ten(whole: int) -> int | None:
    """The exponent of a power of ten.

    >>> power_of_ten(1000), power_of_ten(20)
    (3, None)
    """
    written = str(whole)
    return len(written) - 1 if written == "1".ljust(len(written), "0") else None


def halves_down(top: Column, bottom: Column) -> Column:
    """Whole quotients of Python integers, the nearest; a half goes towards zero."""
    size = abs(top) * 2 + abs(bottom) - 1
    whole = size // (abs(bottom) * 2)
    nearest: Column = np.where((top < 0) != (bottom < 0), -whole, whole)
    return nearest


def whole_quotient(one: Numbers, other: Numbers) -> Numbers:
    """Towards zero, as `idiv`."""
    left, right, _ = together(one, other)
    whole = abs(left) // abs(right)
    return Numbers(np.where((left < 0) != (right < 0), -whole, whole), 0)


def remainder(one: Numbers, other: Numbers) -> Numbers:
    """With the sign of the dividend, as `mod`."""
    left, right, scale = together(one, other)
    rest = abs(left) % abs(right)
    return Numbers(np.where(left < 0, -rest, rest), scale)


def rounded(numbers: Numbers, decimals: int = 0) -> Numbers:
    """To the nearest, halves towards positive infinity, as XPath's `round`."""
    if numbers.scale <= decimals:
        return numbers
    unit = 10 ** (numbers.scale - decimals)
    values = times(numbers.values, 2)
    return Numbers(small((values + unit) // (2 * unit)), decimals)


def floored(numbers: Numbers) -> Numbers:
    """Down to a whole number."""
    return Numbers(small(numbers.values // 10**numbers.scale), 0)


def ceiled(numbers: Numbers) -> Numbers:
    """Up to a whole number."""
    return Numbers(small(-(-numbers.values // 10**numbers.scale)), 0)


def written(numbers: Numbers) -> list[str]:
    """As XPath writes decimals: no exponent, no needless zeros.

    >>> written(numbers_of([Decimal("12.50"), Decimal("-3.0"), Decimal(0)]))
    ['12.5', '-3', '0']
    """
    return [_plain(value) for value in numbers.decimals()]


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text
