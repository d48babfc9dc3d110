"""Comparisons of sequences: true in a row where some pair of items compares so."""

from __future__ import annotations

import operator
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from gevinst.engines.conformance.xpath.focus import Focus
from gevinst.engines.conformance.xpath.numerals import Numbers, together
from gevinst.engines.conformance.xpath.ragged import (
    BOOLEAN,
    DATE,
    NODE,
    TEXT,
    Mask,
    Ragged,
    aligned,
    full,
    ranges,
)  # fmt: skip
from gevinst.engines.conformance.xpath.siblings import same_among, sibling_path
from gevinst.engines.conformance.xpath.syntax import Binary, Call, Comma, Node, Text

if TYPE_CHECKING:
    from gevinst.engines.conformance.xpath.evaluate import Evaluator

SIGNS: Mapping[str, Any] = MappingProxyType(
    {
        "=": operator.eq,
        "!=": operator.ne,
        "<": operator.lt,
        "<=": operator.le,
        ">": operator.gt,
        ">=": operator.ge,
    }
)


def comparison(run: Evaluator, node: Binary, focus: Focus) -> Ragged:
    """`= != < <= > >=` and their value forms."""
    words = _words(node.right)
    left = run.atoms(run(node.left, focus))
    if words and node.sign == "=" and left.kind == TEXT:
        return full(BOOLEAN, _among(run, left, words))
    if node.sign == "=" and left.kind == TEXT and focus.context.kind == NODE:
        beside = sibling_path(node.right)
        if beside is not None:
            return full(BOOLEAN, same_among(run, *beside, focus, left))
    right = run.atoms(run(node.right, focus))
    left, right = _alike(run, left, right)
    found = _compared(run, node.sign, left, right)
    if node.sign == "!=":
        found |= _not_a_number(node.left, left) & _is_there(node.right, right)
        found |= _not_a_number(node.right, right) & _is_there(node.left, left)
    return full(BOOLEAN, found)


def _is_number(node: Node) -> bool:
    return isinstance(node, Call) and node.name == "number"


def _not_a_number(node: Node, value: Ragged) -> Mask:
    """Where `number()` has no number it is NaN, which differs from everything that is there."""
    missing: Mask = value.counts == 0
    return missing & _is_number(node)


def _is_there(node: Node, value: Ragged) -> Mask:
    there: Mask = value.counts > 0
    return there | _is_number(node)


def _words(node: Node) -> tuple[str, ...]:
    """The texts of a list of literals."""
    if isinstance(node, Comma) and all(isinstance(item, Text) for item in node.items):
        return tuple(item.value for item in node.items if isinstance(item, Text))
    return ()


def _among(run: Evaluator, left: Ragged, words: tuple[str, ...]) -> Mask:
    hits = np.isin(left.items, [run.pool.id(word) for word in words])
    if left.full:
        return hits
    found = np.zeros(left.size, dtype=np.bool_)
    found[left.rows[hits]] = True
    return found


def _alike(run: Evaluator, left: Ragged, right: Ragged) -> tuple[Ragged, Ragged]:
    """Both of one kind: texts follow the other side, as untyped content does."""
    kinds = {left.kind, right.kind}
    if kinds == {TEXT}:
        return left, right
    make = run.booleans if BOOLEAN in kinds else run.dates if DATE in kinds else run.numbers
    return make(left), make(right)


def _compared(run: Evaluator, sign: str, left: Ragged, right: Ragged) -> Mask:
    found = np.zeros(left.size, dtype=np.bool_)
    if left.single and right.single:
        if left.full and right.full:
            return _pairs(run, sign, left.kind, left.items, right.items)
        rows, at_left, at_right = aligned(left, right)
        hits: Mask = _pairs(run, sign, left.kind, left.items[at_left], right.items[at_right])
        found[rows[hits]] = True
        return found
    which, places = ranges(right.starts[left.rows], right.counts[left.rows])
    hits = _pairs(run, sign, left.kind, left.items[which], right.items[places])
    found[left.rows[which[hits]]] = True
    return found


def _pairs(run: Evaluator, sign: str, kind: str, left: Any, right: Any) -> Mask:
    compare = SIGNS[sign]
    if isinstance(left, Numbers):
        left, right, _ = together(left, right)
    elif kind == TEXT and sign not in ("=", "!="):
        left = np.array(run.pool.texts(left), dtype=object)
        right = np.array(run.pool.texts(right), dtype=object)
    hits: Mask = np.asarray(compare(left, right), dtype=np.bool_)
    return hits
