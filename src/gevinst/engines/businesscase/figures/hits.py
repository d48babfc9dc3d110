"""Whether a value, and whether its interval, meets what was published."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.figures.interval import Interval


@dataclass(frozen=True, slots=True)
class Hits:
    """Whether the value itself, and whether its interval, meets what was published."""

    point: bool
    interval: bool


def hits(point: Decimal, interval: Interval | None, published: Interval) -> Hits:
    """Point hit and interval hit apart; without an interval both are the point's.

    >>> told = Interval(Decimal("81.45"), Decimal("81.55"))
    >>> hits(Decimal("81.25"), Interval(Decimal("75.8"), Decimal("87.1")), told)
    Hits(point=False, interval=True)
    """
    exact = point in published
    return Hits(exact, exact or (interval is not None and interval.meets(published)))
