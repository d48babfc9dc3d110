"""Amounts of money: exact decimals, rounded half up, written the Danish way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal

# Enough digits that no sum or product of real amounts is rounded before `half_up` does it.
_EXACT = Context(prec=60)
_DANISH = re.compile(r"([+-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?:\s*kr\.?)?", re.ASCII)
_PLAIN = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)


class AmountError(ValueError):
    """A text that is not an amount; `code` is `bad-amount`."""

    code = "bad-amount"


def half_up(amount: Decimal, places: int = 2) -> Decimal:
    """The amount rounded to `places` decimals, halves away from zero.

    >>> half_up(Decimal("2.675")), half_up(Decimal("-2.675")), half_up(Decimal("1234.5"), 0)
    (Decimal('2.68'), Decimal('-2.68'), Decimal('1235'))
    """
    return amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, context=_EXACT)


def total(amounts: Iterable[Decimal]) -> Decimal:
    """The exact sum, 0.00 for none.

    >>> total([Decimal("0.10"), Decimal("0.20")])
    Decimal('0.30')
    """
    result = Decimal("0.00")
    for amount in amounts:
        result = _EXACT.add(result, amount)
    return result


def parse(text: str) -> Decimal:
    """The amount of a text written plainly (`1234.50`) or the Danish way (`1.234,50 kr.`).

    A point alone is a decimal point unless groups of three follow it twice or a comma does: `1.234` is
    1.234 and `1.234.567` a Danish whole number.
    Raises: AmountError.

    >>> parse("1.234,50 kr."), parse("1234.5"), parse("-7")
    (Decimal('1234.50'), Decimal('1234.5'), Decimal('-7'))
    """
    text = text.strip()
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    match = _DANISH.fullmatch(text)
    if match is None:
        raise AmountError("not an amount")
    sign, whole, decimals = match.groups()
    written = sign + whole.replace(".", "")
    return Decimal(f"{written}.{decimals}" if decimals else written)


def danish(amount: Decimal, places: int = 2, unit: str = "kr.") -> str:
    """The amount as a Dane reads it, rounded half up; no unit where `unit` is "".

    >>> danish(Decimal("1234.5")), danish(Decimal("-1234567.891"), 0, "")
    ('1.234,50 kr.', '-1.234.568')
    """
    rounded = half_up(amount, places)
    if not rounded:
        rounded = abs(rounded)
    written = f"{rounded:,f}".translate({ord(","): ".", ord("."): ","})
    return f"{written} {unit}" if unit else written
