"""The signs of arithmetic and of comparison in a formula, and what each of them does."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any

from gevinst.engines.businesscase.figures.arithmetic import (
    divide,
    floor_divide,
    multiply,
    power,
    remainder,
)
from gevinst.engines.businesscase.figures.counting_numbers import Number
from gevinst.engines.businesscase.figures.effort import (
    Effort,
)


def add(left: Any, right: Any, _number: Number, effort: Effort) -> Any:
    """A sum, or two lists one after the other."""
    return effort.carry(left + right)


def subtract(left: Any, right: Any, _number: Number, effort: Effort) -> Any:
    """A difference, of numbers or of sets."""
    return effort.carry(left - right)


OPERATORS: dict[type[ast.operator], Callable[[Any, Any, Number, Effort], Any]] = {
    ast.Add: add,
    ast.Sub: subtract,
    ast.Mult: multiply,
    ast.Div: divide,
    ast.FloorDiv: floor_divide,
    ast.Mod: remainder,
    ast.Pow: power,
}
COMPARISONS: dict[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda left, right: left in right,
    ast.NotIn: lambda left, right: left not in right,
    ast.Is: lambda left, right: left is right,
    ast.IsNot: lambda left, right: left is not right,
}
