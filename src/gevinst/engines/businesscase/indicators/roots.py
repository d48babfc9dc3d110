"""The positive roots of a polynomial, found without guessing a start: between its turning points."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext
from itertools import pairwise

_DIGITS = 60
_STEPS = 190  # halvings that leave less than 60 digits of any bracket met here
_NOTHING = Decimal(
    "1e-30"
)  # a turning point this near zero, against the terms of the sum, touches it


def positive_roots(coefficients: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """All x > 0 where sum c[k] x^k is zero, rising; a double root once; none for the zero polynomial.

    >>> [round(root, 6) for root in positive_roots([Decimal(6), Decimal(-5), Decimal(1)])]
    [Decimal('2.000000'), Decimal('3.000000')]
    >>> positive_roots([Decimal(1), Decimal(1)])
    ()
    """
    with localcontext(prec=_DIGITS):
        return tuple(_roots(_trimmed(coefficients)))


def _trimmed(coefficients: Sequence[Decimal]) -> list[Decimal]:
    """Without zeros at either end: neither changes the positive roots."""
    kept = list(coefficients)
    while kept and not kept[-1]:
        kept.pop()
    while kept and not kept[0]:
        kept.pop(0)
    return kept


def _value(coefficients: Sequence[Decimal], x: Decimal) -> Decimal:
    result = Decimal(0)
    for coefficient in reversed(coefficients):
        result = result * x + coefficient
    return result


def _touches(coefficients: Sequence[Decimal], x: Decimal) -> bool:
    size = _value([abs(coefficient) for coefficient in coefficients], x)
    return abs(_value(coefficients, x)) <= size * _NOTHING


def _has_sign_change(coefficients: Sequence[Decimal]) -> bool:
    return any(c > 0 for c in coefficients) and any(c < 0 for c in coefficients)


def _roots(coefficients: list[Decimal]) -> list[Decimal]:
    # Descartes: without a change of sign there is no positive root.
    if not _has_sign_change(coefficients):
        return []
    slope = [power * coefficient for power, coefficient in enumerate(coefficients)][1:]
    turning = _roots(_trimmed(slope))
    far = 1 + max(abs(coefficient / coefficients[-1]) for coefficient in coefficients)
    edges = [Decimal(0), *turning, far]
    found = [point for point in turning if _touches(coefficients, point)]
    for low, high in pairwise(edges):
        if low not in found and high not in found:
            found += _between(coefficients, low, high)
    return sorted(found)


def _between(coefficients: Sequence[Decimal], low: Decimal, high: Decimal) -> list[Decimal]:
    """The one root of a stretch without turning points, by halving; none where the ends have one sign."""
    below = _value(coefficients, low) < 0
    if below == (_value(coefficients, high) < 0):
        return []
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if (_value(coefficients, middle) < 0) == below:
            low = middle
        else:
            high = middle
    return [(low + high) / 2]
