"""Functions of sequences and of the focus."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from gevinst.engines.conformance.xpath.focus import Focus
from gevinst.engines.conformance.xpath.numerals import Numbers
from gevinst.engines.conformance.xpath.ragged import NUMBER, Index, Ragged, full

if TYPE_CHECKING:
    from gevinst.engines.conformance.xpath.evaluate import Evaluator
    from gevinst.engines.conformance.xpath.functions import Arguments, Function


def _current(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    outermost, index = focus.way_out()
    return outermost.context if index is None else outermost.context.spread(index)


def _data(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    return run.atoms(run(arguments[0], focus))


def _distinct(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    """Each value of a row once, at its first place."""
    value = run.atoms(run(arguments[0], focus))
    items = value.items.values if value.kind == NUMBER else value.items
    _, codes = np.unique(items, return_inverse=True)
    key = value.rows * (len(items) + 1) + codes
    _, first = np.unique(key, return_index=True)
    return value.keep(np.isin(np.arange(len(items)), first))


def _reverse(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    value = run(arguments[0], focus)
    order = np.lexsort((-np.arange(len(value.rows)), value.rows))
    return value.of(value.kind, value.items[order])


def _position(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    return _place(focus, last=False)


def _last(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    return _place(focus, last=True)


def _place(focus: Focus, *, last: bool) -> Ragged:
    """1 of 1 at the outermost focus; through for, some and every, that of the focus around them."""
    index: Index | None = None
    while focus.places is None and focus.outer is not None:
        assert focus.origin is not None
        index = focus.origin if index is None else focus.origin[index]
        focus = focus.outer
    places = focus.lasts if last else focus.places
    if places is None:
        places = np.ones(focus.size, dtype=np.int64)
    return full(NUMBER, Numbers(places if index is None else places[index], 0))


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "current": _current,
        "data": _data,
        "distinct-values": _distinct,
        "reverse": _reverse,
        "position": _position,
        "last": _last,
    }
)
