"""+ - * div idiv mod and `to`: one number from each side, nothing where either is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gevinst.engines.conformance.xpath import numerals
from gevinst.engines.conformance.xpath.focus import Focus
from gevinst.engines.conformance.xpath.numerals import Numbers
from gevinst.engines.conformance.xpath.ragged import DATE, NUMBER, Ragged, aligned, ranges
from gevinst.engines.conformance.xpath.syntax import Binary, Negative

if TYPE_CHECKING:
    from gevinst.engines.conformance.xpath.evaluate import Evaluator

DIVISIONS = {
    "div": numerals.quotient,
    "idiv": numerals.whole_quotient,
    "mod": numerals.remainder,
}
# More than that no rule can mean; it bounds what a hostile number could make.
LONGEST_SPAN = 10_000


def operation(run: Evaluator, node: Binary, focus: Focus) -> Ragged:
    """The arithmetic operators."""
    left, right = run(node.left, focus), run(node.right, focus)
    if left.kind == DATE and right.kind == DATE:
        left, right = (side.of(NUMBER, Numbers(side.items, 0)) for side in (left, right))
    one, other = paired(run.numbers(left.singles()), run.numbers(right.singles()))
    if node.sign in DIVISIONS:
        some = (other.items.values != 0).astype(np.bool_)
        one, other = one.keep(some), other.keep(some)
        return one.of(NUMBER, DIVISIONS[node.sign](one.items, other.items))
    if node.sign == "*":
        return one.of(NUMBER, numerals.product(one.items, other.items))
    sign = 1 if node.sign == "+" else -1
    return one.of(NUMBER, numerals.plus(one.items, other.items, sign))


def paired(left: Ragged, right: Ragged) -> tuple[Ragged, Ragged]:
    """The rows where both sides have exactly one item."""
    left, right = left.singles(), right.singles()
    if len(left.rows) == len(right.rows) == left.size:
        return left, right
    rows, at_left, at_right = aligned(left, right)
    return (
        Ragged(left.size, left.kind, rows, left.items[at_left]),
        Ragged(right.size, right.kind, rows, right.items[at_right]),
    )


def negative(run: Evaluator, node: Negative, focus: Focus) -> Ragged:
    """Unary minus."""
    value = run.numbers(run(node.value, focus).singles())
    return value.of(NUMBER, Numbers(-value.items.values, value.items.scale))


def span(run: Evaluator, node: Binary, focus: Focus) -> Ragged:
    """`from to end`."""
    sides = (run.numbers(run(side, focus).singles()) for side in (node.left, node.right))
    low, high = paired(*sides)
    begin, end = (numerals.floored(side.items).values.astype(np.int64) for side in (low, high))
    which, values = ranges(begin, np.clip(end - begin + 1, 0, LONGEST_SPAN))
    return Ragged(focus.size, NUMBER, low.rows[which], Numbers(values, 0))
