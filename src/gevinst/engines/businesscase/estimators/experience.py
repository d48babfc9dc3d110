"""Experience cases: what comparable projects came to, scaled to this size and brought to one price year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

from gevinst.engines.businesscase.estimators.decimals import decimal, root
from gevinst.engines.businesscase.estimators.estimate import Estimate
from gevinst.engines.businesscase.estimators.experience_notes import (
    Comparable,
    few_cases,
    pilot_scaled,
    size_outside,
)

FEW_CASES = 3
# (from year, to year) -> the factor that an amount is multiplied by.
PriceIndex = Callable[[int, int], Decimal]


def experience(
    cases: Sequence[Comparable],
    size: Decimal,
    price_year: int,
    index: PriceIndex,
    *,
    beta: Decimal = Decimal(1),
    few: int = FEW_CASES,
) -> Estimate:
    """The weighted mean of the cases, each scaled by (size / its size) ** beta, in prices of `price_year`.

    Weights count by proportion. `low`/`high` are the lowest and highest scaled case; `sd` is the weighted
    sample deviation. Noted: fewer than `few` cases, one case scaled, a size outside what the cases span.
    Raises `ValueError` for no case with a weight or a size that is not above 0.

    >>> seen = [Comparable(Decimal(100), Decimal(10), Decimal(1), 2022, "A"),
    ...         Comparable(Decimal(240), Decimal(20), Decimal(1), 2022, "B")]
    >>> flat = lambda year, to: Decimal(1)
    >>> experience(seen, Decimal(15), 2022, flat).value
    Decimal('165')
    """
    if size <= 0:
        raise ValueError(f"a size of {size} to scale to: give a size above 0")
    used = [case for case in cases if case.weight]
    if not used:
        raise ValueError("no experience case with a weight above 0: give one at least")
    scaled = [
        Fraction(case.value * index(case.price_year, price_year)) * _scale(case, size, beta)
        for case in used
    ]
    low, high = decimal(min(scaled)), decimal(max(scaled))
    mean, sd = _spread(scaled, [case.weight for case in used])
    notes = (*few_cases(len(used), few), *pilot_scaled(used, size), *size_outside(used, size))
    sources = tuple(dict.fromkeys(case.source for case in used))
    return Estimate(mean, sd, low, high, len(used), "experience", sources, notes)


def _scale(case: Comparable, size: Decimal, beta: Decimal) -> Fraction:
    """(size / the case's size) ** beta; exact for a whole beta, so that a third of 330 is 110."""
    ratio = Fraction(size) / Fraction(case.size)
    if beta == int(beta):
        return ratio ** int(beta)
    return Fraction(decimal(ratio) ** beta)


def _spread(values: Sequence[Fraction], weights: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """The weighted mean, and the weighted deviation with the correction for a sample; 0 of one value."""
    whole = sum(Fraction(weight) for weight in weights)
    shares = [Fraction(weight) / whole for weight in weights]
    mean = sum((w * x for w, x in zip(shares, values, strict=True)), start=Fraction(0))
    within = sum(
        (w * (x - mean) ** 2 for w, x in zip(shares, values, strict=True)), start=Fraction(0)
    )
    # 1 - sum w^2 is (n-1)/n for equal weights: the usual correction.
    freedom = 1 - sum(w * w for w in shares)
    return decimal(mean), root(within / freedom) if freedom else Decimal(0)
