"""Orders columns so that few lines between neighbours cross: the barycentre method of Sugiyama (1981)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from typing import TypeVar

T = TypeVar("T")
Links = Sequence[Sequence[tuple[int, int]]]
Orders = list[list[int]]
_SWEEPS = 4
_STARTS = 8


def few_crossings(columns: Sequence[Sequence[T]], links: Links) -> tuple[tuple[T, ...], ...]:
    """The columns, each reordered, with no more crossings than before; equals keep their order.

    `links[i]` holds pairs (place in column i, place in column i + 1).

    >>> few_crossings([["a", "b"], ["x", "y"]], [[(0, 1), (1, 0)]])
    (('a', 'b'), ('y', 'x'))
    """
    best: Orders = [list(range(len(column))) for column in columns]
    least = crossings(best, links)
    for start in range(_STARTS):
        order = _turned(columns, start)
        for _sweep in range(_SWEEPS):
            if least == 0:
                break
            _sweep_right(order, links)
            _sweep_left(order, links)
            now = crossings(order, links)
            if now < least:
                best, least = [list(one) for one in order], now
    return tuple(
        tuple(column[i] for i in places) for column, places in zip(columns, best, strict=True)
    )


def _turned(columns: Sequence[Sequence[T]], start: int) -> Orders:
    """The order as it is for the first start, then each column turned by a step of its own.

    Sweeping alone stops at the first knot; other starts come round it, the same ones every time.
    """
    turned = []
    for index, column in enumerate(columns, start=1):
        places = list(range(len(column)))
        cut = start * index % max(len(places), 1)
        turned.append(places[cut:] + places[:cut])
    return turned


def crossings(order: Sequence[Sequence[int]], links: Links) -> int:
    """How many pairs of links cross when each column stands in this order."""
    total = 0
    for index, between in enumerate(links):
        left, right = _ranks(order[index]), _ranks(order[index + 1])
        pairs = [(left[a], right[b]) for a, b in between]
        total += sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(pairs, 2))
    return total


def _sweep_right(order: Orders, links: Links) -> None:
    for index, between in enumerate(links):
        _settle(order[index + 1], order[index], [(b, a) for a, b in between])


def _sweep_left(order: Orders, links: Links) -> None:
    for index in reversed(range(len(links))):
        _settle(order[index], order[index + 1], links[index])


def _settle(moving: list[int], still: list[int], pairs: Sequence[tuple[int, int]]) -> None:
    """Sorts `moving` by the mean rank of what each is linked to; one without links stays level."""
    ranks, own = _ranks(still), _ranks(moving)
    linked: dict[int, list[int]] = {}
    for mine, theirs in pairs:
        linked.setdefault(mine, []).append(ranks[theirs])
    moving.sort(
        key=lambda one: (
            Fraction(sum(linked[one]), len(linked[one])) if one in linked else Fraction(own[one])
        )
    )


def _ranks(order: Sequence[int]) -> dict[int, int]:
    return {place: rank for rank, place in enumerate(order)}
