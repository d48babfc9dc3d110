"""Shapley values: what each party adds, averaged over every order in which they may join."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import comb

MOST = 12
Worth = Callable[[frozenset[str]], Decimal | Fraction | int]


def shapley(parties: Sequence[str], worth: Worth) -> dict[str, Fraction]:
    """Each party's value, exact; together they are the worth of all less the worth of none.

    `worth` is the characteristic function: what (DKK) a group of parties reaches, or costs, alone; it is
    asked once for every group. Raises: ValueError for more than 12 parties or one named twice.

    >>> shared = shapley(["a", "b"], lambda group: 90 if len(group) == 2 else 60 * ("a" in group))
    >>> {party: int(value) for party, value in shared.items()}
    {'a': 75, 'b': 15}
    """
    count = len(parties)
    if count > MOST or len(set(parties)) < count:
        raise ValueError(f"{count} parties: give at most {MOST}, each once")
    known = [Fraction(worth(_group(parties, mask))) for mask in range(2**count)]
    # A group of this size is joined by the party in so many of all orders.
    weights = [Fraction(1, count * comb(count - 1, size)) for size in range(count)]
    return {
        party: sum(
            (
                weights[mask.bit_count()] * (known[mask | 1 << place] - known[mask])
                for mask in range(2**count)
                if not mask >> place & 1
            ),
            Fraction(0),
        )
        for place, party in enumerate(parties)
    }


def _group(parties: Sequence[str], mask: int) -> frozenset[str]:
    return frozenset(party for place, party in enumerate(parties) if mask >> place & 1)
