"""Claims in Excel: comparisons, not, and, or, and the choice between two values."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Final

from gevinst.features.benefits.reporting.workbook.formula_signs import (
    ADD,
    ATOM,
    Untranslatable,
    Write,
    call,
)

_COMPARE: Final[Mapping[type[ast.cmpop], str]] = {
    ast.Eq: "=",
    ast.NotEq: "<>",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}


def comparison(node: ast.Compare, write: Write) -> str:
    """Sides compared, each with the next. Raises: Untranslatable."""
    sides = [node.left, *node.comparators]
    parts = []
    for sign, left, right in zip(node.ops, sides, sides[1:], strict=False):
        if type(sign) not in _COMPARE:
            raise Untranslatable(f"Excel has no counterpart of {type(sign).__name__}")
        parts.append(f"{write(left, ADD)}{_COMPARE[type(sign)]}{write(right, ADD)}")
    return f"({parts[0]})" if len(parts) == 1 else f"AND({','.join(parts)})"


def unary(node: ast.UnaryOp, write: Write) -> str:
    """Not, minus or plus."""
    if isinstance(node.op, ast.Not):
        return call("NOT", [node.operand], write)
    # In brackets: Excel's minus binds more than its power does.
    inner = write(node.operand, ATOM)
    return f"(-{inner})" if isinstance(node.op, ast.USub) else f"({inner})"


def logical(node: ast.BoolOp, write: Write) -> str:
    """And, or: of claims only, for of numbers they give one of them. Raises: Untranslatable."""
    if not all(_is_claim(each) for each in node.values):
        raise Untranslatable("Excel has no counterpart of and, or between numbers")
    return call("AND" if isinstance(node.op, ast.And) else "OR", node.values, write)


def _is_claim(node: ast.expr) -> bool:
    if isinstance(node, ast.BoolOp):
        return all(_is_claim(each) for each in node.values)
    negated = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    constant = isinstance(node, ast.Constant) and isinstance(node.value, bool)
    return negated or constant or isinstance(node, ast.Compare)


def either(node: ast.IfExp, write: Write) -> str:
    """One value or the other, as a claim holds or not."""
    return call("IF", [node.test, node.body, node.orelse], write)
