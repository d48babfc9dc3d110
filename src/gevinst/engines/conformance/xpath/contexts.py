"""Where a rule looks: a match pattern, by the names on the way up and by predicates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from gevinst.engines.conformance.vocabulary import DOCUMENT, Vocabulary
from gevinst.engines.conformance.xpath.evaluate import Evaluator
from gevinst.engines.conformance.xpath.lexer import XPathFault
from gevinst.engines.conformance.xpath.parser import ANYTHING, Lets, parse
from gevinst.engines.conformance.xpath.ragged import Index, Mask
from gevinst.engines.conformance.xpath.syntax import (
    Binary,
    Comma,
    Filter,
    Node,
    Root,
    Slash,
    Step,
    made,
)  # fmt: skip

if TYPE_CHECKING:
    from gevinst.engines.conformance.nodes import NodeTable


@dataclass(frozen=True, slots=True)
class Stage:
    """One name of a pattern; `deep` where any number of elements may stand above it."""

    step: Step
    predicates: tuple[Node, ...]
    deep: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """One alternative of a context, from the outermost name to the innermost."""

    stages: tuple[Stage, ...]

    @property
    def plain(self) -> bool:
        """Whether names alone decide."""
        return not any(stage.predicates for stage in self.stages)

    def matches(self, words: Vocabulary, path: int) -> bool:
        """Whether a node of this path matches, predicates aside."""
        return _matches(self.stages, words, path)


def _matches(stages: tuple[Stage, ...], words: Vocabulary, path: int) -> bool:
    if not stages:
        return path == DOCUMENT
    last = stages[-1]
    if path <= DOCUMENT or not _fits(last.step, words, path):
        return False
    above, rest = words.parents[path], stages[:-1]
    if not last.deep:
        return _matches(rest, words, above)
    if not rest:
        return True
    while above >= DOCUMENT:
        if _matches(rest, words, above):
            return True
        above = words.parents[above]
    return False


def _fits(step: Step, words: Vocabulary, path: int) -> bool:
    return words.attributes[path] == (step.axis == "attribute") and words.named(
        path, step.uri, step.local
    )


def read_context(source: str, lets: Lets = ()) -> tuple[Pattern, ...]:
    """The alternatives of a context. Raises `XPathFault`.

    >>> [len(pattern.stages) for pattern in read_context("cac:Party/cbc:ID | /ubl:Invoice")]
    [2, 1]
    """
    return tuple(
        Pattern(stages)
        for alternative in _alternatives(parse(source, lets))
        for stages in _stages(source, alternative)
    )


def _alternatives(node: Node) -> list[Node]:
    if isinstance(node, Binary) and node.sign == "|":
        return [*_alternatives(node.left), *_alternatives(node.right)]
    if isinstance(node, Comma):
        return [found for item in node.items for found in _alternatives(item)]
    return [node]


def _stages(source: str, node: Node) -> list[tuple[Stage, ...]]:
    """The stages of one alternative; several where a step of it is itself a union."""
    if not isinstance(node, Slash):
        return [(replace(_stage(source, node), deep=True),)]
    right = [_stage(source, item) for item in _alternatives(node.right)]
    left = node.left
    if isinstance(left, Slash) and left.right is made(Step, *ANYTHING):
        right, left = [replace(stage, deep=True) for stage in right], left.left
    if isinstance(left, Root):
        return [(stage,) for stage in right]
    before = [found for item in _alternatives(left) for found in _stages(source, item)]
    return [(*stages, stage) for stages in before for stage in right]


def _stage(source: str, node: Node) -> Stage:
    predicates: list[Node] = []
    while isinstance(node, Filter):
        predicates.insert(0, node.predicate)
        node = node.base
    if not isinstance(node, Step) or node.kind != "name":
        raise XPathFault(source, 1, "a pattern of names and predicates", type(node).__name__)
    if node.axis not in ("child", "attribute", "descendant"):
        raise XPathFault(source, 1, "children, attributes or descendants", node.axis)
    step = made(Step, "child", "name", node.uri, node.local) if node.axis == "descendant" else node
    return Stage(step, tuple(predicates), deep=node.axis == "descendant")


def rows_of(run: Evaluator, pattern: Pattern) -> Index:
    """The nodes of the batch that match, in document order."""
    table = run.table
    rows = table.matching(
        table.vocabulary.mask(pattern, lambda path: pattern.matches(table.vocabulary, path))
    )
    if pattern.plain or not len(rows):
        return rows
    return rows[_mask(run, pattern.stages)[rows]]


def _mask(run: Evaluator, stages: tuple[Stage, ...]) -> Mask:
    """By node: whether it matches these stages."""
    table = run.table
    last, rest = stages[-1], stages[:-1]
    mask = np.zeros(len(table), dtype=np.bool_)
    # The names on the way up leave few candidates before any predicate is evaluated.
    names = Pattern(tuple(Stage(stage.step, (), stage.deep) for stage in stages))
    mask[rows_of(run, names)] = True
    rows = np.flatnonzero(mask)
    if any(stage.predicates for stage in rest):
        above = _mask(run, rest)
        rows = rows[_below(table, rows, above, deep=last.deep)]
    if last.predicates:
        rows = _filtered(run, last, rows)
    mask[:] = False
    mask[rows] = True
    return mask


def _below(table: NodeTable, rows: Index, above: Mask, *, deep: bool) -> Mask:
    """Whether the parent (or, `deep`, any ancestor) is one of those above."""
    parents = table.parents[rows]
    found: Mask = above[parents] & (parents >= 0)
    while deep and (parents >= 0).any():
        parents = np.where(parents >= 0, table.parents[parents], -1)
        found |= above[parents] & (parents >= 0)
    return found


def _filtered(run: Evaluator, stage: Stage, rows: Index) -> Index:
    """Positions count among the children of one parent, so predicates look from there."""
    parents = np.unique(run.table.parents[rows])
    focus = run.table.kept(("parents", parents.tobytes()), lambda: run.focus_on(parents))
    node: Node = stage.step
    for predicate in stage.predicates:
        node = made(Filter, node, predicate)
    found = run(node, focus)
    return np.intersect1d(rows, found.items)
