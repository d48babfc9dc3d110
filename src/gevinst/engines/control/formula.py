"""A condition's syntax tree as an Ibis column; unknown values make unknown answers, as in SQL."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import reduce
from typing import Any

import ibis

from gevinst.engines.control.expression import Call, Expression, Literal, Name

HALF_CENT = Decimal("0.005")
Column = Any


def formula(tree: Expression, scope: Mapping[str, Column]) -> Column:
    """The column that `tree` says, its names looked up in `scope` as `owner.attribute`."""
    if isinstance(tree, Literal):
        return ibis.literal(tree.value)
    if isinstance(tree, Name):
        return scope[str(tree)]
    return OPERATIONS[tree.name](*(formula(operand, scope) for operand in tree.operands))


def always_known(tree: Expression) -> bool:
    """Whether the answer is true or false whatever is unknown: it asks just that."""
    return isinstance(tree, Call) and tree.name in ("missing", "present")


def _days_between(first: Column, last: Column) -> Column:
    return last.delta(first, unit="day")


def _add_days(day: Column, days: Column) -> Column:
    # A date plus an interval is a timestamp in SQL, whatever Ibis says.
    return (day.cast("timestamp") + days.as_interval("D")).date()


def _quotient_rounds_to(total: Column, divisor: Column, result: Column) -> Column:
    """`total / divisor`, rounded half up to two decimals, is exactly `result`.

    Without division, which would leave the exact decimals: the remainder is under half a cent of the
    divisor, or just half with the result on the far side of it.
    """
    product = result * divisor
    remainder, half = (total - product).abs(), divisor.abs() * HALF_CENT
    upwards = (remainder == half) & (product.abs() > total.abs())
    return ibis.ifelse(divisor == 0, ibis.null("boolean"), (remainder < half) | upwards)


def _all_known(choose: Callable[..., Column]) -> Callable[..., Column]:
    """`choose`, unknown where any operand is: SQL's LEAST and GREATEST pass over what is unknown."""

    def chosen(*values: Column) -> Column:
        known = reduce(operator.and_, [value.notnull() for value in values])
        answer = choose(*values)
        return ibis.ifelse(known, answer, ibis.null(answer.type()))

    return chosen


OPERATIONS: Mapping[str, Callable[..., Column]] = {
    "or": operator.or_,
    "and": operator.and_,
    "not": lambda value: value == ibis.literal(False),  # `NOT x IS NULL` would be NOT (x IS NULL)
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "in": lambda value, *among: value.isin(among),
    "between": lambda value, low, high: (value >= low) & (value <= high),
    "missing": lambda value: value.isnull(),
    "present": lambda value: value.notnull(),
    "abs": lambda value: value.abs(),
    "add_days": _add_days,
    "days_between": _days_between,
    "edit_distance": lambda one, other: one.levenshtein(other),
    "if_missing": ibis.coalesce,
    "length": lambda value: value.length(),
    "max": _all_known(ibis.greatest),
    "min": _all_known(ibis.least),
    "quotient_rounds_to": _quotient_rounds_to,
    "starts_with": lambda value, start: value.startswith(start),
}
