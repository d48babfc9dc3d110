"""Evaluates expressions over all rows of a focus at once; equal expressions of a focus only once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from gevinst.engines.conformance.xpath import arithmetic, choice, compare, functions, steps
from gevinst.engines.conformance.xpath.focus import Focus
from gevinst.engines.conformance.xpath.numerals import Numbers, numbers_of, written
from gevinst.engines.conformance.xpath.pool import EMPTY, Ids
from gevinst.engines.conformance.xpath.ragged import (
    BOOLEAN,
    DATE,
    NODE,
    NUMBER,
    TEXT,
    Index,
    Mask,
    Ragged,
    full,
)  # fmt: skip
from gevinst.engines.conformance.xpath.syntax import (
    Binary,
    Call,
    Castable,
    Comma,
    Each,
    Filter,
    Here,
    If,
    Let,
    Negative,
    Node,
    Number,
    Root,
    Slash,
    Step,
    Text,
    Variable,
)  # fmt: skip

if TYPE_CHECKING:
    from gevinst.engines.conformance.nodes import NodeTable

Work = Callable[["Evaluator", Any, Focus], Ragged]


class Evaluator:
    """Expressions over one batch of documents."""

    def __init__(self, table: NodeTable) -> None:
        self.table, self.pool = table, table.pool
        # The root element comes right after its document node.
        self.roots = self.focus_on(table.documents + 1)

    def focus_on(self, rows: Index) -> Focus:
        """The outermost focus with these nodes as context."""
        return Focus(full(NODE, rows), self.table.docs[rows])

    def __call__(self, node: Node, focus: Focus) -> Ragged:
        """The value of `node` in every row of `focus`."""
        value = focus.memo.get(node)
        if value is None:
            value = focus.memo[node] = WORK[type(node)](self, node, focus)
        return value

    def truth(self, node: Node, focus: Focus) -> Mask:
        """The effective boolean value in every row."""
        return self.effective(self(node, focus))

    def effective(self, value: Ragged) -> Mask:
        """Whether there is a node, or what is there is true, not empty, not zero."""
        items = value.items
        if value.kind == BOOLEAN and value.full:
            truth: Mask = items
            return truth
        found = np.zeros(value.size, dtype=np.bool_)
        if value.kind == TEXT:
            found[value.rows[items != EMPTY]] = True
        elif value.kind == NUMBER:
            found[value.rows[(items.values != 0).astype(np.bool_)]] = True
        elif value.kind == BOOLEAN:
            found[value.rows[items]] = True
        else:
            found[value.rows] = True
        return found

    def atoms(self, value: Ragged) -> Ragged:
        """Nodes replaced by their texts."""
        return value.of(TEXT, self.table.strings(value.items)) if value.kind == NODE else value

    def texts(self, value: Ragged) -> Ragged:
        """Every item as a text."""
        if value.kind == TEXT:
            return value
        if value.kind == NODE:
            return self.atoms(value)
        return value.of(TEXT, self.pool.ids(self._written(value)))

    def _written(self, value: Ragged) -> list[str]:
        if value.kind == NUMBER:
            return written(value.items)
        if value.kind == DATE:
            return [date.fromordinal(day).isoformat() for day in value.items.tolist()]
        return ["true" if item else "false" for item in value.items.tolist()]

    def numbers(self, value: Ragged) -> Ragged:
        """Every item as a number; what is none is left out."""
        if value.kind == NUMBER:
            return value
        if value.kind == BOOLEAN:
            return value.of(NUMBER, Numbers(value.items.astype(np.int64), 0))
        texts = self.texts(value)
        mask, numbers = self.pool.numbers(texts.items)
        return self._kept(texts, mask, NUMBER, numbers)

    def dates(self, value: Ragged) -> Ragged:
        """Every item as a day; what is no date is left out."""
        if value.kind == DATE:
            return value
        texts = self.texts(value)
        mask, days = self.pool.dates(texts.items)
        return self._kept(texts, mask, DATE, days)

    def booleans(self, value: Ragged) -> Ragged:
        """Every item as a boolean: texts as xs:boolean writes them."""
        if value.kind == BOOLEAN:
            return value
        if value.kind == NUMBER:
            return value.of(BOOLEAN, (value.items.values != 0).astype(np.bool_))
        texts = self.texts(value)
        said = self.pool.worked("xs:boolean", _boolean, texts.items)
        return self._kept(texts, said >= 0, BOOLEAN, said[said >= 0] > 0)

    def _kept(self, value: Ragged, mask: Mask, kind: str, items: Any) -> Ragged:
        if mask.all():
            return value.of(kind, items)
        return Ragged(value.size, kind, value.rows[mask], items)

    def string(self, node: Node, focus: Focus) -> Ids:
        """One text a row: that of the only item, empty where there is none or more."""
        value = self.texts(self(node, focus)).singles()
        if value.full:
            ids: Ids = value.items
            return ids
        found = np.full(focus.size, EMPTY, dtype=np.int64)
        found[value.rows] = value.items
        return found


def _boolean(text: str) -> int:
    return {"true": 1, "1": 1, "false": 0, "0": 0}.get(text.strip(), -2)


def _text(run: Evaluator, node: Text, focus: Focus) -> Ragged:
    return full(TEXT, np.full(focus.size, run.pool.id(node.value), dtype=np.int64))


def _number(run: Evaluator, node: Number, focus: Focus) -> Ragged:
    one = numbers_of([node.value])
    return full(NUMBER, Numbers(np.repeat(one.values, focus.size), one.scale))


def _here(run: Evaluator, node: Here, focus: Focus) -> Ragged:
    return focus.context


def _variable(run: Evaluator, node: Variable, focus: Focus) -> Ragged:
    return focus.variable(node.name)


def _let(run: Evaluator, node: Let, focus: Focus) -> Ragged:
    if node.at_document:
        return run(node.value, run.roots).spread(focus.docs)
    outermost, index = focus.way_out()
    value = run(node.value, outermost)
    return value if index is None else value.spread(index)


def _binary(run: Evaluator, node: Binary, focus: Focus) -> Ragged:
    return OPERATORS[node.sign](run, node, focus)


OPERATORS: Mapping[str, Work] = MappingProxyType(
    {
        "and": choice.both,
        "or": choice.either,
        "|": steps.union,
        "to": arithmetic.span,
        **dict.fromkeys(("=", "!=", "<", "<=", ">", ">="), compare.comparison),
        **dict.fromkeys(("+", "-", "*", "div", "idiv", "mod"), arithmetic.operation),
    }
)
WORK: Mapping[type[Node], Work] = MappingProxyType(
    {
        Text: _text, Number: _number, Here: _here, Variable: _variable, Let: _let, Binary: _binary,
        Root: steps.root, Step: steps.step, Slash: steps.slash, Filter: steps.kept,
        Negative: arithmetic.negative, If: choice.condition, Each: choice.each,
        Comma: choice.comma, Castable: choice.castable, Call: functions.call,
    }
)  # fmt: skip
