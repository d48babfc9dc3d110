"""The formula language of case files in Excel's own: what has no counterpart is refused, never guessed."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from typing import Any, Final

from gevinst.engines.businesscase.figures.formula import Formula
from gevinst.features.benefits.reporting.workbook.formula_claims import (
    comparison,
    either,
    logical,
    unary,
)
from gevinst.features.benefits.reporting.workbook.formula_functions import function
from gevinst.features.benefits.reporting.workbook.formula_signs import (
    ATOM,
    COMPARE,
    Untranslatable,
    Write,
    binary,
)

# From a name of the formula to the cell or the name that it stands for.
Refer = Callable[[str], str]


def excel(formula: Formula, refer: Refer, within: int = COMPARE) -> str:
    """The formula as Excel writes it, without the equals sign; in brackets where it binds less than `within`.

    Raises: Untranslatable.

    >>> from gevinst.engines.businesscase.figures.formula import parse
    >>> excel(parse("-a**2 + max(b, 3) // 2"), str.upper)
    '(-(A^2))+INT(MAX(B,3)/2)'
    """

    def write(node: ast.expr, within: int) -> str:
        text, binds = _piece(node, refer, write)
        return f"({text})" if binds < within else text

    return write(formula.tree, within)


def _piece(node: ast.expr, refer: Refer, write: Write) -> tuple[str, int]:
    """A piece with how strongly it holds together."""
    if isinstance(node, ast.BinOp):
        return binary(node, write)
    if isinstance(node, ast.Name):
        return refer(node.id), ATOM
    rule = _RULES.get(type(node))
    if rule is None:
        raise Untranslatable(f"Excel has no counterpart of {type(node).__name__}")
    return rule(node, write), ATOM


def _constant(node: ast.Constant, _write: Write) -> str:
    value = node.value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return repr(value)
    raise Untranslatable(f"{value!r} is not a number")


_RULES: Final[Mapping[type[ast.expr], Callable[[Any, Write], str]]] = {
    ast.Constant: _constant,
    ast.UnaryOp: unary,
    ast.Compare: comparison,
    ast.BoolOp: logical,
    ast.IfExp: either,
    ast.Call: function,
}
