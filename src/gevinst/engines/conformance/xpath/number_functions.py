"""Functions of numbers, dates and truths."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from gevinst.engines.conformance.xpath import numerals
from gevinst.engines.conformance.xpath.choice import is_integer
from gevinst.engines.conformance.xpath.focus import Focus
from gevinst.engines.conformance.xpath.numerals import Numbers
from gevinst.engines.conformance.xpath.ragged import (
    BOOLEAN,
    DATE,
    NUMBER,
    TEXT,
    Ragged,
    full,
    nothing,
)  # fmt: skip

if TYPE_CHECKING:
    from gevinst.engines.conformance.xpath.evaluate import Evaluator
    from gevinst.engines.conformance.xpath.functions import Arguments, Function


def _one(change: Callable[[Numbers], Numbers]) -> Function:
    """A function of one number; no number gives none."""

    def function(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
        value = run.numbers(run(arguments[0], focus).singles())
        return value.of(NUMBER, change(value.items))

    return function


def _round(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    value = run.numbers(run(arguments[0], focus).singles())
    decimals = 0
    if len(arguments) > 1:
        places = run.numbers(run(arguments[1], focus)).items.values
        decimals = int(places[0]) if len(places) else 0
    return value.of(NUMBER, numerals.rounded(value.items, decimals))


def _absolute(numbers: Numbers) -> Numbers:
    return Numbers(abs(numbers.values), numbers.scale)


def _integer(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    """A text must be written as a whole number; a number loses its decimals."""
    value = run.atoms(run(arguments[0], focus)).singles()
    if value.kind == TEXT:
        value = value.keep(run.pool.holds("integer", is_integer, value.items))
    value = run.numbers(value)
    one = Numbers(np.ones(len(value.items), dtype=np.int64), 0)
    return value.of(NUMBER, numerals.whole_quotient(value.items, one))


def sums(value: Ragged) -> Numbers:
    """The sum of each row, 0 where it has no item."""
    values = value.items.values
    if values.dtype != object and numerals.peak(values) * max(len(values), 1) >= numerals.MOST:
        values = values.astype(object)
    running = np.concatenate([np.zeros(1, dtype=values.dtype), np.cumsum(values)])
    return Numbers(running[value.starts[1:]] - running[value.starts[:-1]], value.items.scale)


def _sum(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    return full(NUMBER, sums(run.numbers(run(arguments[0], focus))))


def _average(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    value = run.numbers(run(arguments[0], focus))
    some = np.flatnonzero(value.counts)
    total = numerals.quotient(sums(value)[some], Numbers(value.counts[some], 0))
    return Ragged(focus.size, NUMBER, some, total)


def _extreme(pick: Any) -> Function:
    """min or max, of days where the items are days."""

    def function(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
        value = run(arguments[0], focus)
        if value.kind != DATE:
            value = run.numbers(value)
        rows = np.flatnonzero(value.counts)
        if not len(rows):
            return nothing(focus.size, value.kind)
        plain = value.items if value.kind == DATE else value.items.values
        best = pick.reduceat(plain, value.starts[rows])
        return Ragged(
            focus.size, value.kind, rows,
            best if value.kind == DATE else Numbers(best, value.items.scale),
        )  # fmt: skip

    return function


def _count(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    return full(NUMBER, Numbers(run(arguments[0], focus).counts, 0))


def _date(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    return run.dates(run(arguments[0], focus).singles())


def _xs_boolean(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    return run.booleans(run(arguments[0], focus).singles())


def _boolean(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    return full(BOOLEAN, run.truth(arguments[0], focus))


def _not(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    return full(BOOLEAN, ~run.truth(arguments[0], focus))


def _exists(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    found = np.zeros(focus.size, dtype=np.bool_)
    found[run(arguments[0], focus).rows] = True
    return full(BOOLEAN, found)


def _empty(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    return full(BOOLEAN, ~_exists(run, arguments, focus).items)


def _true(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    return full(BOOLEAN, np.ones(focus.size, dtype=np.bool_))


def _false(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    return full(BOOLEAN, np.zeros(focus.size, dtype=np.bool_))


def _same(numbers: Numbers) -> Numbers:
    return numbers


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "number": _one(_same),
        "xs:decimal": _one(_same),
        "xs:double": _one(_same),
        "xs:integer": _integer,
        "xs:date": _date,
        "xs:boolean": _xs_boolean,
        "abs": _one(_absolute),
        "round": _round,
        "floor": _one(numerals.floored),
        "ceiling": _one(numerals.ceiled),
        "sum": _sum,
        "avg": _average,
        "min": _extreme(np.minimum),
        "max": _extreme(np.maximum),
        "count": _count,
        "boolean": _boolean,
        "not": _not,
        "exists": _exists,
        "empty": _empty,
        "true": _true,
        "false": _false,
    }
)
