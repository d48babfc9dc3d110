"""A series of years: sums over a stated horizon, net and cumulative values."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

ZERO = Decimal(0)


def within(series: Sequence[Decimal], horizon: int) -> tuple[Decimal, ...]:
    """The first `horizon` years of the series.

    Raises: ValueError where the horizon is below one year or longer than the series.

    >>> within([Decimal(1), Decimal(2), Decimal(3)], 2)
    (Decimal('1'), Decimal('2'))
    """
    if not 1 <= horizon <= len(series):
        raise ValueError(
            f"the horizon is {horizon} years, the series has {len(series)}: "
            "state a horizon of at least one year that the series covers"
        )
    return tuple(series[:horizon])


def net(costs: Sequence[Decimal], benefits: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Benefits less costs, year by year (DKK).

    Raises: ValueError where the two do not cover the same years.

    >>> net([Decimal(8), Decimal(6)], [Decimal(0), Decimal(12)])
    (Decimal('-8'), Decimal('6'))
    """
    if len(costs) != len(benefits):
        raise ValueError(
            f"costs cover {len(costs)} years and benefits {len(benefits)}: write 0 in the years without"
        )
    return tuple(benefit - cost for cost, benefit in zip(costs, benefits, strict=True))


def cumulative(net: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """The running sum K[t] of the yearly net N[t] (DKK), of the same length.

    >>> cumulative([Decimal("-1.6"), Decimal("0.97"), Decimal("0.97")])
    (Decimal('-1.6'), Decimal('-0.63'), Decimal('0.34'))
    """
    return tuple(accumulate(net))
