"""How exact fractions and floats of this engine become decimals: 28 significant digits, or 12."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

_SHOWN = Context(prec=28)
_INSIDE = Context(prec=60)


def decimal(number: Fraction) -> Decimal:
    """The fraction as a decimal of at most 28 significant digits.

    >>> decimal(Fraction(7, 4)), decimal(Fraction(1, 3))
    (Decimal('1.75'), Decimal('0.3333333333333333333333333333'))
    """
    return _SHOWN.divide(Decimal(number.numerator), Decimal(number.denominator))


def root(number: Fraction) -> Decimal:
    """The square root of a fraction that is not negative, at most 28 significant digits.

    >>> root(Fraction(9, 4))
    Decimal('1.5')
    """
    exact = _INSIDE.divide(Decimal(number.numerator), Decimal(number.denominator))
    return _SHOWN.plus(_INSIDE.sqrt(exact))


def rounded(number: float) -> Decimal:
    """A result of float statistics as a decimal of at most 12 significant digits.

    >>> rounded(0.1 + 0.2), rounded(1e6 / 3), rounded(2e7)
    (Decimal('0.3'), Decimal('333333.333333'), Decimal('20000000'))
    """
    # Through fixed notation, so that 2e+07 is written 20000000.
    return Decimal(f"{Decimal(f'{number:.12g}'):f}")
