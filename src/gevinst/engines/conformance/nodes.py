"""The nodes of a batch of documents as columns, and the questions that XPath asks about them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import chain
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from gevinst.engines.conformance.markup import CONTAINER, Reading, Shape
from gevinst.engines.conformance.vocabulary import DOCUMENT, Vocabulary
from gevinst.engines.conformance.xpath.pool import Ids, Pool

Rows = NDArray[np.int64]
_Worked = TypeVar("_Worked")


class Children(NamedTuple):
    """Rows in order of their parents; `first` (from 1, 0 for none) and `counts` by parent row."""

    rows: Rows
    first: NDArray[np.int32]
    counts: NDArray[np.int32]
    single: bool


class NodeTable:
    """Columns of all nodes in document order; documents of one shape stand together.

    `paths`, `parents` (-1 above a document node), `ends` (one past the last descendant), `docs` (which
    document), `texts` (numbers of the pool). `order[doc]` is the place of a document among those given.
    """

    def __init__(self, readings: Sequence[Reading], vocabulary: Vocabulary) -> None:
        self.vocabulary, self.pool = vocabulary, Pool()
        self._kept: dict[Hashable, object] = {}
        groups: dict[int, list[int]] = {}
        for at, reading in enumerate(readings):
            groups.setdefault(id(reading.shape), []).append(at)
        self.order = list(chain.from_iterable(groups.values()))
        self._lay(readings, list(groups.values()))

    def _lay(self, readings: Sequence[Reading], groups: list[list[int]]) -> None:
        columns: list[tuple[Rows, ...]] = []
        start, documents = 0, []
        for group in groups:
            shape = readings[group[0]].shape
            size = len(shape.paths)
            base = start + np.arange(len(group)) * size
            documents.append(base)
            texts = self._texts(shape, [readings[at].texts for at in group])
            columns.append(_stacked(shape, base, texts))
            start += size * len(group)
        joined = [np.concatenate(column) for column in zip(*columns, strict=True)]
        self.paths, self.parents, self.ends, self.texts = joined
        self.documents = np.concatenate(documents)
        self.parents[self.documents] = -1
        self.docs = np.repeat(
            np.arange(len(self.documents)), np.diff(np.append(self.documents, start))
        )

    def _texts(self, shape: Shape, texts: list[list[str]]) -> Rows:
        """The text of every node, one line a document."""
        count = len(texts)
        own = self.pool.ids(chain.from_iterable(texts)).reshape(count, len(texts[0]))
        fixed = self.pool.ids(shape.constants)
        every = np.concatenate([own, np.tile(fixed, (count, 1))], axis=1)
        # The last column stands for "no text of its own" (slot -2 would be the one before).
        every = np.concatenate([every, np.full((count, 2), CONTAINER)], axis=1)
        return every[:, shape.slots]

    def __len__(self) -> int:
        return len(self.paths)

    def kept(self, key: Hashable, work: Callable[[], _Worked]) -> _Worked:
        """What `work` gave the first time."""
        if key not in self._kept:
            self._kept[key] = work()
        return self._kept[key]  # type: ignore[return-value]

    def strings(self, rows: Rows) -> Ids:
        """The string value of each node."""
        texts = self.texts[rows]
        deep = texts == CONTAINER
        if deep.any():
            silent = self.is_attribute()[self.paths] | (self.texts == CONTAINER)
            texts[deep] = [self._string(row, silent) for row in rows[deep].tolist()]
        return texts

    def _string(self, row: int, silent: NDArray[np.bool_]) -> int:
        """The texts of the leaves below, one after the other; `silent` nodes have no part in it."""
        below = slice(row + 1, int(self.ends[row]))
        return self.pool.id("".join(self.pool.texts(self.texts[below][~silent[below]])))

    def is_attribute(self) -> NDArray[np.bool_]:
        """By path."""
        return self.vocabulary.mask("attribute", self.vocabulary.attributes.__getitem__)

    def by_path(self) -> dict[int, Rows]:
        """The rows of every path that occurs, in document order."""
        return self.kept("by-path", self._by_path)

    def _by_path(self) -> dict[int, Rows]:
        narrow = self.paths.astype(np.uint16) if len(self.vocabulary) < 2**16 else self.paths
        order = np.argsort(narrow, kind="stable")
        counts = np.bincount(self.paths, minlength=len(self.vocabulary))
        present = np.flatnonzero(counts)
        parts = np.split(order, np.cumsum(counts[present])[:-1])
        return dict(zip(present.tolist(), parts, strict=True))

    def rows_of(self, paths: Sequence[int]) -> Rows:
        """The rows of these paths, in document order."""
        rows = self.by_path()
        found = [rows[path] for path in paths]
        if not found:
            return np.empty(0, dtype=np.int64)
        return found[0] if len(found) == 1 else np.sort(np.concatenate(found))

    def matching(self, mask: NDArray[np.bool_]) -> Rows:
        """The rows of all paths that `mask` says."""
        return self.rows_of([path for path in self.by_path() if mask[path]])

    def names(
        self, uri: str | None, local: str | None, *, attribute: bool = False
    ) -> NDArray[np.bool_]:
        """By path: whether it ends in this name."""
        words = self.vocabulary
        return words.mask(
            (uri, local, attribute),
            lambda path: (
                path != DOCUMENT
                and words.attributes[path] == attribute
                and words.named(path, uri, local)
            ),
        )

    def named(self, uri: str | None, local: str | None, *, attribute: bool = False) -> Rows:
        """The elements (or attributes) of this name, in document order."""
        return self.kept(
            ("named", uri, local, attribute),
            lambda: self.matching(self.names(uri, local, attribute=attribute)),
        )

    def children(self, uri: str | None, local: str | None, *, attribute: bool = False) -> Children:
        """The children (or attributes) of this name, by the row of the parent."""
        return self.kept(
            ("children", uri, local, attribute),
            lambda: self._children_of(self.named(uri, local, attribute=attribute)),
        )

    def _children_of(self, rows: Rows) -> Children:
        return _children(rows, self.parents[rows], len(self))

    def among(self) -> Rows:
        """The place of every row among those of its path."""
        return self.kept("among", self._among)

    def _among(self) -> Rows:
        places = np.empty(len(self), dtype=np.int64)
        for rows in self.by_path().values():
            places[rows] = np.arange(len(rows))
        return places

    def below(
        self, path: int, uri: str | None, local: str | None, *, attribute: bool = False
    ) -> Children:
        """The children of this name of all nodes of one path, by the place of the parent among them.

        These columns are as short as the path is rare, so that a step from one path is cheap.
        """
        return self.kept(
            ("below", path, uri, local, attribute),
            lambda: self._below(path, self.names(uri, local, attribute=attribute)),
        )

    def _below(self, path: int, mask: NDArray[np.bool_]) -> Children:
        above = self.vocabulary.parents
        rows = self.rows_of([at for at in self.by_path() if mask[at] and above[at] == path])
        return _children(rows, self.among()[self.parents[rows]], len(self.by_path()[path]))


def _children(rows: Rows, parents: Rows, size: int) -> Children:
    """`parents` gives the parent of every one of the rows, as a number below `size`."""
    if (parents[1:] < parents[:-1]).any():
        order = np.argsort(parents, kind="stable")
        rows, parents = rows[order], parents[order]
    first, counts = np.zeros(size, np.int32), np.zeros(size, np.int32)
    starts = np.flatnonzero(np.append(True, parents[1:] != parents[:-1])[: len(rows)])
    each = np.diff(np.append(starts, len(rows)))
    first[parents[starts]] = starts + 1
    counts[parents[starts]] = each
    return Children(rows, first, counts, bool((each == 1).all()))


def _stacked(shape: Shape, base: Rows, texts: Rows) -> tuple[Rows, ...]:
    """The columns of all documents of one shape."""
    count = len(base)
    return (
        np.tile(shape.paths, count),
        (shape.parents[None, :] + base[:, None]).ravel(),
        (shape.ends[None, :] + base[:, None]).ravel(),
        texts.ravel(),
    )
