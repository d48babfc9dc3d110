"""Sequences of many rows at once: for every row of a focus none, one or many items, as two columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gevinst.engines.conformance.xpath.numerals import Numbers, joined

Index = NDArray[np.int64]
Mask = NDArray[np.bool_]
NODE, TEXT, NUMBER, BOOLEAN, DATE = "node", "text", "number", "boolean", "date"


# What no rule needs of documents within bounds; it keeps a hostile one from taking all memory.
MOST_ITEMS = 10_000_000


class TooWide(Exception):
    """A sequence has more items than may be held at once."""


class Ragged:
    """`items[i]` belongs to row `rows[i]` of `size` rows; rows ascend.

    Items by `kind`: row numbers of the node table, numbers of the pool, `Numbers`, booleans, days.
    """

    __slots__ = ("_single", "_starts", "full", "items", "kind", "rows", "size")

    def __init__(
        self, size: int, kind: str, rows: Index, items: Any, *, full: bool = False
    ) -> None:
        self.size, self.kind, self.rows, self.items, self.full = size, kind, rows, items, full
        self._single: bool | None = True if full else None
        self._starts: Index | None = None

    @property
    def single(self) -> bool:
        """Whether no row has two items."""
        if self._single is None:
            rows = self.rows
            self._single = len(rows) <= self.size and not (rows[1:] == rows[:-1]).any()
            self.full = self._single and len(rows) == self.size
        return self._single

    @property
    def starts(self) -> Index:
        """Where the items of each row begin, and at the end their count."""
        if self._starts is None:
            self._starts = np.zeros(self.size + 1, dtype=np.int64)
            np.cumsum(self.counts, out=self._starts[1:])
        return self._starts

    @property
    def counts(self) -> Index:
        """How many items each row has."""
        return np.bincount(self.rows, minlength=self.size)

    def keep(self, mask: Mask) -> Ragged:
        """The items where `mask` is true."""
        return Ragged(self.size, self.kind, self.rows[mask], self.items[mask])

    def of(self, kind: str, items: Any) -> Ragged:
        """Other items in the same rows."""
        other = Ragged(self.size, kind, self.rows, items, full=self.full)
        other._single, other._starts = self._single, self._starts
        return other

    def spread(self, index: Index) -> Ragged:
        """As rows of an inner focus whose row i came from row `index[i]`."""
        size = len(index)
        if self.full:
            return full(self.kind, self.items[index])
        starts = self.starts
        begin = starts[index]
        rows, places = ranges(begin, starts[index + 1] - begin)
        return Ragged(size, self.kind, rows, self.items[places])

    def positions(self) -> Index:
        """The place of every item in its row, from 1."""
        return np.arange(len(self.rows)) - self.starts[self.rows] + 1

    def singles(self) -> Ragged:
        """Only the rows with exactly one item: elsewhere one value would be an error, so none."""
        if self.single:
            return self
        return self.keep(self.counts[self.rows] == 1)


def full(kind: str, items: Any) -> Ragged:
    """One item in every row."""
    size = len(items)
    return Ragged(size, kind, np.arange(size), items, full=True)


def nothing(size: int, kind: str = NODE) -> Ragged:
    """No item in any row."""
    items: Any = np.empty(0, dtype=np.bool_ if kind == BOOLEAN else np.int64)
    return Ragged(size, kind, np.empty(0, np.int64), Numbers(items, 0) if kind == NUMBER else items)


def ranges(starts: Index, counts: Index) -> tuple[Index, Index]:
    """All of start, start + 1, … (count of them), and which range each belongs to.

    >>> [column.tolist() for column in ranges(np.array([5, 9]), np.array([2, 1]))]
    [[0, 0, 1], [5, 6, 9]]

    Raises: TooWide.
    """
    if int(counts.sum()) > MOST_ITEMS:
        raise TooWide
    which = np.repeat(np.arange(len(counts)), counts)
    before = np.cumsum(counts) - counts
    return which, np.arange(len(which)) + (starts - before)[which]


def aligned(left: Ragged, right: Ragged) -> tuple[Index, Index, Index]:
    """The rows that both have, and where in each; neither has a row twice."""
    place = np.full(left.size, -1, dtype=np.int64)
    place[right.rows] = np.arange(len(right.rows))
    found = place[left.rows]
    at_left = np.flatnonzero(found >= 0)
    return left.rows[at_left], at_left, found[at_left]


def merged(parts: Sequence[Ragged]) -> Ragged:
    """The items of each row of all parts (of one kind), one part after the other."""
    filled = [part for part in parts if len(part.rows)]
    if len(filled) <= 1:
        return (filled or list(parts))[0]
    rows = np.concatenate([part.rows for part in filled])
    order = np.argsort(rows, kind="stable")
    kind, size = filled[0].kind, filled[0].size
    items: Any = (
        joined([part.items for part in filled])
        if kind == NUMBER
        else np.concatenate([part.items for part in filled])
    )
    return Ragged(size, kind, rows[order], items[order])


def once(values: Index) -> Index:
    """The values in ascending order, each once.

    >>> once(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    later, earlier = values[1:], values[:-1]
    if (later < earlier).any():
        values = np.sort(values)
        later, earlier = values[1:], values[:-1]
    new = later != earlier
    return values if new.all() else values[np.append(True, new)]


def distinct(nodes: Ragged, most: int) -> Ragged:
    """The nodes of each row once, in document order; `most` is above every node's number."""
    key = nodes.rows * most + nodes.items
    if len(key) < 2 or (key[1:] > key[:-1]).all():  # noqa: PLR2004
        return nodes
    key = once(key)
    return Ragged(nodes.size, NODE, key // most, key % most)
