"""How much of the expected came, and what that says of the rest."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from gevinst.engines.businesscase.realisation.periods import Reading, refuse_unlike
from gevinst.engines.money import rounded_to_sum


def realisation_rate(measured: Reading, expected: Reading, places: int = 4) -> Decimal:
    """Measured over expected for the same period, 1 = as expected, rounded half up.

    Raises: ValueError for different periods or units, and where nothing was expected.

    >>> from gevinst.engines.businesscase.realisation.periods import Period
    >>> year = Period.year(2022)
    >>> realisation_rate(Reading(Decimal(438), year), Reading(Decimal(440), year))
    Decimal('0.9955')
    """
    return _rounded(_exact(measured, expected), places)


def forecast(
    measured: Sequence[Reading],
    expected: Sequence[Reading],
    remaining: Sequence[Reading],
    places: int = 2,
) -> Decimal:
    """Measured to date + remaining expected x the rate to date, rounded half up.

    `measured` and `expected` cover the same periods one by one, and `remaining` shares no day with them.
    Raises: ValueError for lists that do not, for several units, and where nothing was expected to date.

    >>> from gevinst.engines.businesscase.realisation.periods import Period
    >>> past, next_ = Period.year(2022), Period.year(2023)
    >>> forecast([Reading(Decimal(80), past)], [Reading(Decimal(100), past)],
    ...          [Reading(Decimal(120), next_)])
    Decimal('176.00')
    """
    _refuse_disorder(measured, expected, remaining)
    came, due = _sum(measured), _sum(expected)
    if not due:
        raise ValueError("nothing was expected to date: there is no rate to carry on with")
    return _rounded(came + _sum(remaining) * came / due, places)


def _exact(measured: Reading, expected: Reading) -> Fraction:
    refuse_unlike(measured, expected)
    if not expected.value:
        raise ValueError(f"nothing was expected from {expected.period}: there is no rate")
    return Fraction(measured.value) / Fraction(expected.value)


def _refuse_disorder(
    measured: Sequence[Reading], expected: Sequence[Reading], remaining: Sequence[Reading]
) -> None:
    if len(measured) != len(expected):
        raise ValueError(
            f"{len(measured)} periods measured and {len(expected)} expected: take the same periods"
        )
    for one, other in zip(measured, expected, strict=True):
        refuse_unlike(one, other)
    if len({each.unit for each in (*expected, *remaining)}) > 1:
        raise ValueError("readings in several units: use one")
    _refuse_overlap((*expected, *remaining))


def _refuse_overlap(readings: Sequence[Reading]) -> None:
    periods = sorted(each.period for each in readings)
    for one, following in pairwise(periods):
        if one.overlaps(following):
            raise ValueError(f"{one} and {following} overlap: a day would count twice")


def _sum(readings: Sequence[Reading]) -> Fraction:
    return sum((Fraction(each.value) for each in readings), Fraction(0))


def _rounded(value: Fraction, places: int) -> Decimal:
    return rounded_to_sum({"all": value}, places)["all"]
