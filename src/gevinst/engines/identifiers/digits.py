"""Digits and check sums that several identifiers share."""

from __future__ import annotations

from collections.abc import Sequence

from gevinst.engines.identifiers.errors import IdentifierError


def only_digits(text: str, length: int, kind: str) -> str:
    """The text without spaces, when it is exactly `length` ASCII digits.

    Raises: IdentifierError (`bad-form`).
    """
    digits = text.replace(" ", "").replace("\u00a0", "")
    if len(digits) != length or not (digits.isascii() and digits.isdigit()):
        raise IdentifierError(kind, "bad-form")
    return digits


def weighted(digits: str, weights: Sequence[int]) -> int:
    """The sum of each digit times its weight.

    >>> weighted("12", (3, 1))
    5
    """
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
