"""and, or, if, for, some, every, castable and the comma."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from gevinst.engines.conformance.xpath.focus import Focus
from gevinst.engines.conformance.xpath.ragged import (
    BOOLEAN,
    DATE,
    NODE,
    NUMBER,
    TEXT,
    Mask,
    Ragged,
    full,
    merged,
    nothing,
)  # fmt: skip
from gevinst.engines.conformance.xpath.syntax import Binary, Castable, Comma, Each, If, Node

if TYPE_CHECKING:
    from gevinst.engines.conformance.xpath.evaluate import Evaluator

FEW = 2
# From here on it costs less to look only where it matters than it gains to share results.
LARGE = 8192


def both(run: Evaluator, node: Binary, focus: Focus) -> Ragged:
    """`and`."""
    left = run.truth(node.left, focus)
    return full(BOOLEAN, left & _where(run, node.right, focus, left))


def either(run: Evaluator, node: Binary, focus: Focus) -> Ragged:
    """`or`."""
    left = run.truth(node.left, focus)
    return full(BOOLEAN, left | _where(run, node.right, focus, ~left))


def _where(run: Evaluator, node: Node, focus: Focus, mask: Mask) -> Mask:
    """The truth where it still matters; in a large focus it is looked for nowhere else."""
    if focus.size < LARGE:
        return run.truth(node, focus)
    index = np.flatnonzero(mask)
    context = focus.context.spread(index)
    inner = Focus(context, focus.docs[index], outer=focus, origin=index)
    found = np.zeros(focus.size, dtype=np.bool_)
    found[index] = run.truth(node, inner)
    return found


def condition(run: Evaluator, node: If, focus: Focus) -> Ragged:
    """`if (…) then … else …`: no branch can fail, so both are evaluated everywhere."""
    test = run.truth(node.test, focus)
    yes, no = run(node.yes, focus), run(node.no, focus)
    if yes.kind == no.kind == BOOLEAN and yes.full and no.full:
        return full(BOOLEAN, np.where(test, yes.items, no.items))
    return chained(run, [yes.keep(test[yes.rows]), no.keep(~test[no.rows])])


def each(run: Evaluator, node: Each, focus: Focus) -> Ragged:
    """`for`, `some` and `every`."""
    over = run(node.over, focus)
    key = ("each", node.over, node.name)
    inner = focus.inner.get(key)
    if inner is None:
        inner = focus.inner[key] = Focus(
            focus.context.spread(over.rows),
            focus.docs[over.rows],
            outer=focus,
            origin=over.rows,
            variables={node.name: full(over.kind, over.items)},
        )
    if node.word == "for":
        body = run(node.body, inner)
        return Ragged(focus.size, body.kind, over.rows[body.rows], body.items)
    return full(BOOLEAN, _quantified(run, node, inner, focus.size, over))


def _quantified(run: Evaluator, node: Each, inner: Focus, size: int, over: Ragged) -> Mask:
    holds = run.truth(node.body, inner)
    found = np.full(size, node.word == "every", dtype=np.bool_)
    if node.word == "every":
        found[over.rows[~holds]] = False
    else:
        found[over.rows[holds]] = True
    return found


def comma(run: Evaluator, node: Comma, focus: Focus) -> Ragged:
    """`(a, b, …)`."""
    if not node.items:
        return nothing(focus.size)
    return chained(run, [run(item, focus) for item in node.items])


def chained(run: Evaluator, parts: Sequence[Ragged]) -> Ragged:
    """The parts one after the other in each row, made one kind where they differ."""
    kinds = {part.kind for part in parts if len(part.rows)}
    if len(kinds) >= FEW:
        parts = [_as_one(run, part, kinds) for part in parts]
    return merged(parts)


def _as_one(run: Evaluator, part: Ragged, kinds: set[str]) -> Ragged:
    if kinds <= {NODE, TEXT}:
        return run.texts(part)
    # A text beside a number, a day or a truth is untyped content of the document: read it as such.
    for kind, make in ((NUMBER, run.numbers), (DATE, run.dates), (BOOLEAN, run.booleans)):
        if kinds <= {kind, NODE, TEXT}:
            return make(part)
    return run.texts(part)


def castable(run: Evaluator, node: Castable, focus: Focus) -> Ragged:
    """`castable as`: exactly one item (or none after `?`) that can be read as the type."""
    value = run.atoms(run(node.value, focus))
    counts = value.counts
    made = value.singles()
    if node.type in ("decimal", "double", "integer"):
        made = run.numbers(made)
    elif node.type == "date":
        made = run.dates(made)
    elif node.type == "boolean":
        made = run.booleans(made)
    if node.type == "integer" and value.kind == TEXT:
        whole = run.texts(value.singles())
        is_whole = run.pool.holds("integer", is_integer, whole.items)
        made = whole.keep(is_whole)
    fits = np.zeros(focus.size, dtype=np.bool_)
    fits[made.rows] = True
    return full(BOOLEAN, fits | (counts == 0) if node.optional else fits)


def is_integer(text: str) -> bool:
    """Whether the text can be read as xs:integer.

    >>> is_integer(" -12 "), is_integer("1.0")
    (True, False)
    """
    digits = text.strip(" \t\r\n").removeprefix("-") if "-" in text else text.strip().lstrip("+")
    return digits.isascii() and digits.isdigit()
