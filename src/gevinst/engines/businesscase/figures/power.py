"""How much a hit proves: a formula that could have given almost anything proves little.

The measure is the half width the hit had to fall within, as a share of the figure: the tolerance, or,
where only the roundings of the inputs make it a hit, the interval they give.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from decimal import Context, Decimal, localcontext
from enum import StrEnum
from typing import Any

from gevinst.engines.businesscase.figures.interval import Interval

STRONG = Decimal("0.011")
MEDIUM = Decimal("0.035")
_ROUNDING = frozenset({"half_up", "trunc", "round", "floor", "ceil", "int", "float", "abs"})
_CHOOSING = frozenset({"min", "max", "sorted", "len", "list", "tuple"})


class Power(StrEnum):
    """Strong up to 1.1 % of the figure, medium up to 3.5 %, else weak; or nothing is tested at all."""

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"
    IDENTITY = "identity_or_rounding"


def power_of(
    tree: ast.expr, published: Any, tolerance: Any, swept: Sequence[Interval] = ()
) -> Power:
    """The power of a check; `swept` only where the hit rests on it."""
    if is_identity(tree, published):
        return Power.IDENTITY
    return strength(published, tolerance, swept)


def strength(published: Any, tolerance: Any, swept: Sequence[Interval] = ()) -> Power:
    """How narrow the hit was, whatever the formula; `swept` only where the hit rests on it."""
    figures = published if isinstance(published, list | tuple) else [published]
    if not all(_is_number(figure) for figure in figures):
        return Power.WEAK
    sizes = [abs(Decimal(str(figure))) for figure in figures]
    if not sizes or not all(sizes):
        return Power.WEAK
    margins = [each.width / 2 for each in swept] or _margins(tolerance, len(sizes))
    with localcontext(Context(prec=50)):
        share = max(margin / size for margin, size in zip(margins, sizes, strict=False))
    return Power.STRONG if share <= STRONG else Power.MEDIUM if share <= MEDIUM else Power.WEAK


def is_identity(tree: ast.expr, published: Any) -> bool:
    """Whether a formula only repeats its inputs: rounds one, picks among them, or adds up to zero.

    >>> is_identity(ast.parse("half_up(x, 0)", mode="eval").body, 340)
    True
    >>> is_identity(ast.parse("half_up(100*(a/b-1), 0)", mode="eval").body, 18)
    False
    """
    if _only(tree, _CHOOSING | _ROUNDING):
        return True
    zero = _is_number(published) and not published
    return zero and _only(tree, _CHOOSING | _ROUNDING | {"sum"}, signs=(ast.Add, ast.Sub))


def _only(node: ast.expr, functions: frozenset[str], signs: tuple[type, ...] = ()) -> bool:
    parts: list[ast.expr]
    if isinstance(node, ast.Name | ast.Constant):
        return True
    if isinstance(node, ast.List | ast.Tuple):
        parts = node.elts
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        if node.func.id not in functions:
            return False
        parts = node.args
    elif isinstance(node, ast.BinOp) and isinstance(node.op, signs):
        parts = [node.left, node.right]
    elif isinstance(node, ast.UnaryOp | ast.Subscript):
        parts = [node.operand if isinstance(node, ast.UnaryOp) else node.value]
    else:
        return False
    return all(_only(part, functions, signs) for part in parts)


def _margins(tolerance: Any, number: int) -> list[Decimal]:
    given = tolerance if isinstance(tolerance, list | tuple) else [tolerance] * number
    return [Decimal(str(margin or 0)) for margin in given] or [Decimal(0)]


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)
