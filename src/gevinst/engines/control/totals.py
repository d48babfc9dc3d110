"""Answers of a fact over all its matching rows: sums, extremes, the first and the last.

A total is unknown where any matching row lacks the column; of no row the sum is 0, all else unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import ibis

from gevinst.engines.control.model import TOTALS, Fact, Rule

ORDER = "order"
Table = Any
Column = Any


@dataclass(frozen=True, slots=True)
class Total:
    """`how` (one of `TOTALS`) over a column of the register."""

    how: str
    column: str

    @property
    def name(self) -> str:
        """The answer's name: `sum_amount`."""
        return f"{self.how}_{self.column}"


def carried(column: str) -> str:
    """What a register's column is called among pairs, where other names are ours."""
    return f"value.{column}"


def totals_read(fact: Fact, rules: Sequence[Rule]) -> list[Total]:
    """The totals of the fact that any rule reads: others are not worked out."""
    read = {
        name.attribute
        for rule in rules
        for name in (*rule.asks, *rule.tells)
        if name.owner == fact.name
    }
    declared = [Total(how, column) for column in fact.totals for how in TOTALS]
    return [total for total in declared if total.name in read]


def totalled(pairs: Table, total: Total) -> Column:
    """The total over a group of `pairs` of subject and row: `inside` marks those that match."""
    values = pairs[carried(total.column)]
    complete = pairs.inside.count() == values.count()
    answer = _answer(pairs, values, total.how)
    return ibis.ifelse(complete, answer, ibis.null(answer.type()))


def _answer(pairs: Table, values: Column, how: str) -> Column:
    if how == "sum":
        return values.sum().fill_null(0)
    if how == "first":
        return values.argmin(pairs[ORDER])
    if how == "last":
        return values.argmax(pairs[ORDER])
    return values.min() if how == "min" else values.max()
