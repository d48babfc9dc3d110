"""Where a rule looks: a match pattern, by the names on the way up and by predicates."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from gevinst.engines.conformance.vocabulary import DOCUMENT, Vocabulary
from gevinst.engines.conformance.xpath import choice
from gevinst.engines.conformance.xpath.evaluate import Evaluator
from gevinst.engines.conformance.xpath.focus import Focus
from gevinst.engines.conformance.xpath.lexer import XPathFault
from gevinst.engines.conformance.xpath.parser import ANYTHING, Lets, parse
from gevinst.engines.conformance.xpath.ragged import NUMBER, Index, Mask, once
from gevinst.engines.conformance.xpath.syntax import (
    Binary,
    Call,
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
    focus, mask = _matched(run, pattern.stages)
    rows: Index = focus.context.items
    return rows if mask is None else rows[mask]


def plain_focus(run: Evaluator, paths: tuple[int, ...]) -> Focus:
    """The nodes of these paths as context, the same focus for all who ask."""
    return run.table.kept(("focus", paths), lambda: run.focus_on(run.table.rows_of(paths)))


def _matched(run: Evaluator, stages: tuple[Stage, ...]) -> tuple[Focus, Mask | None]:
    """The nodes whose names match, and which of them pass the predicates (None: all)."""
    table, last, rest = run.table, stages[-1], stages[:-1]
    words = table.vocabulary
    names = words.mask(("names", stages), lambda path: _matches(stages, words, path))
    focus = plain_focus(run, tuple(path for path in table.by_path() if names[path]))
    mask: Mask | None = None
    if any(stage.predicates for stage in rest):
        above, passed = _matched(run, rest)
        rows = above.context.items if passed is None else above.context.items[passed]
        mask = _below(table, focus.context.items, rows, deep=last.deep)
    if last.predicates and focus.size:
        passed = _passed(run, last, focus)
        mask = passed if mask is None else mask & passed
    return focus, mask


def _below(table: NodeTable, rows: Index, above: Index, *, deep: bool) -> Mask:
    """Whether the parent (or, `deep`, any ancestor) is one of those above."""
    is_above = np.zeros(len(table) + 1, dtype=np.bool_)
    is_above[above] = True
    parents = table.parents[rows]  # the last entry stands for no parent, -1
    found: Mask = is_above[parents]
    while deep and (parents >= 0).any():
        parents = np.where(parents >= 0, table.parents[parents], -1)
        found |= is_above[parents]
    return found


def _passed(run: Evaluator, stage: Stage, focus: Focus) -> Mask:
    """Which nodes pass all predicates of the stage."""
    mask = np.ones(focus.size, dtype=np.bool_)
    for predicate in stage.predicates:
        few = focus
        if focus.size >= choice.LARGE and not mask.all():
            few = run.focus_on(focus.context.items[mask])  # only those still in question
        value = None if looks_at_place(predicate) else run(predicate, few)
        if value is None or value.kind == NUMBER:
            return _by_place(run, stage, focus.context.items)
        passed = run.effective(value)
        mask[mask] = passed if few is not focus else passed[mask]
    return mask


def _by_place(run: Evaluator, stage: Stage, rows: Index) -> Mask:
    """Places count among the children of one parent, so predicates look from there."""
    node: Node = stage.step
    for predicate in stage.predicates:
        node = made(Filter, node, predicate)
    found = run(node, run.focus_on(once(run.table.parents[rows])))
    mask = np.zeros(len(run.table), dtype=np.bool_)
    mask[found.items] = True
    return mask[rows]


@lru_cache(maxsize=4096)
def looks_at_place(node: Node) -> bool:
    """Whether `position()` or `last()` stands anywhere in the expression."""
    if isinstance(node, Call) and node.name in ("position", "last"):
        return True
    parts = [getattr(node, entry.name) for entry in fields(node)]  # type: ignore[arg-type]
    inner = [item for part in parts for item in (part if isinstance(part, tuple) else (part,))]
    return any(isinstance(item, Node) and looks_at_place(item) for item in inner)
