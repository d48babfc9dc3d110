"""Why a product came out otherwise: its deviation split between its drivers by Shapley values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import comb

from gevinst.engines.money import rounded_to_sum


@dataclass(frozen=True, slots=True)
class Change:
    """One driver of a product: what was expected and what came, in the driver's unit."""

    expected: Decimal
    actual: Decimal


@dataclass(frozen=True, slots=True)
class Deviation:
    """Actual less expected product, and each driver's part of it; the parts sum to `total` exactly."""

    total: Decimal
    parts: Mapping[str, Decimal]


def split_deviation(
    drivers: Mapping[str, Change], factor: Fraction | int = 1, places: int = 2
) -> Deviation:
    """The deviation of factor x driver x driver x …, split between any number of drivers.

    Each part is what the driver's change adds, averaged over every order in which they may change, so
    none is favoured by being named first; parts differ from that by less than one in the last place.
    `factor` is what did not change (52 weeks / 60 minutes). Raises: ValueError for no driver.

    >>> came = {"visits": Change(Decimal(200), Decimal(223)), "minutes": Change(Decimal(6), Decimal(5))}
    >>> found = split_deviation(came)
    >>> str(found.total), {name: str(part) for name, part in found.parts.items()}
    ('-85.00', {'visits': '126.50', 'minutes': '-211.50'})
    """
    parts = rounded_to_sum(shapley_of_product(drivers, factor), places)
    return Deviation(sum(parts.values(), Decimal(0)), parts)


def shapley_of_product(
    drivers: Mapping[str, Change], factor: Fraction | int = 1
) -> dict[str, Fraction]:
    """Each driver's exact part of factor x (product of actuals - product of expecteds).

    The orders in which k others have changed before are counted by the coefficient of x^k in the product
    of (expected + actual x) over the others: n^3 steps for n drivers and not 2^n.
    """
    if not drivers:
        raise ValueError("a deviation to split needs at least one driver")
    found = {}
    for name, change in drivers.items():
        others = [other for key, other in drivers.items() if key != name]
        step = Fraction(change.actual) - Fraction(change.expected)
        found[name] = Fraction(factor) * step * _mean_of_others(others)
    return found


def _mean_of_others(others: Sequence[Change]) -> Fraction:
    """The product of the others, each expected or already changed, averaged over every order."""
    count = len(others)
    weights = [Fraction(1, (count + 1) * comb(count, changed)) for changed in range(count + 1)]
    terms = zip(weights, _coefficients(others), strict=True)
    return sum((weight * term for weight, term in terms), Fraction(0))


def _coefficients(others: Sequence[Change]) -> list[Fraction]:
    held = [Fraction(1)]
    for each in others:
        stay = [term * Fraction(each.expected) for term in held] + [Fraction(0)]
        moved = [Fraction(0)] + [term * Fraction(each.actual) for term in held]
        held = [one + other for one, other in zip(stay, moved, strict=True)]
    return held
