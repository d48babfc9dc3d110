"""An amount laid out by weights so that the parts add up to it to the øre."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from gevinst.engines.money import half_up

Key = TypeVar("Key", bound=Hashable)
_ORE = 100


def to_ore(amount: Fraction) -> Decimal:
    """An exact amount (DKK) rounded half up, away from zero, to the øre.

    >>> to_ore(Fraction(1045, 1000)), to_ore(Fraction(-5, 1000))
    (Decimal('1.05'), Decimal('-0.01'))
    """
    whole = (abs(amount) * _ORE * 2 + 1) // 2
    return Decimal(whole if amount >= 0 else -whole).scaleb(-2)


def allocate(
    amount: Decimal, weights: Mapping[Key, Decimal] | Mapping[Key, Fraction]
) -> dict[Key, Decimal]:
    """The amount (DKK, rounded to the øre) laid out in proportion to the weights, adding up exactly.

    Every part is rounded down and the øre left over go where most was cut off, the earlier of equals first.
    Raises `ValueError` for weights below 0 or that sum to 0.

    >>> allocate(Decimal(100), {2024: Decimal(1), 2025: Decimal(1), 2026: Decimal(1)})
    {2024: Decimal('33.34'), 2025: Decimal('33.33'), 2026: Decimal('33.33')}
    """
    exact = {key: Fraction(weight) for key, weight in weights.items()}
    whole = sum(exact.values(), start=Fraction(0))
    if not whole or min(exact.values()) < 0:
        raise ValueError(
            f"an amount laid out by weights {[*weights.values()]}: give weights above 0"
        )
    ore = int(half_up(amount) * _ORE)
    shares = {key: ore * weight / whole for key, weight in exact.items()}
    parts = {key: share // 1 for key, share in shares.items()}
    left = ore - sum(parts.values())
    for key in sorted(shares, key=lambda one: parts[one] - shares[one])[:left]:
        parts[key] += 1
    return {key: Decimal(part).scaleb(-2) for key, part in parts.items()}
