"""The formula language of case files in Excel's own: what has no counterpart is refused, never guessed."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from gevinst.engines.businesscase.figures.formula import Formula
from gevinst.engines.businesscase.figures.grammar import function_name

# From a name of the formula to the cell or the name that it stands for.
Refer = Callable[[str], str]

COMPARE, ADD, MULTIPLY, POWER, ATOM = range(5)
_BINARY: Final[Mapping[type[ast.operator], tuple[str, int]]] = {
    ast.Add: ("+", ADD),
    ast.Sub: ("-", ADD),
    ast.Mult: ("*", MULTIPLY),
    ast.Div: ("/", MULTIPLY),
    ast.Pow: ("^", POWER),
}
_COMPARE: Final[Mapping[type[ast.cmpop], str]] = {
    ast.Eq: "=",
    ast.NotEq: "<>",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
# Functions of one or more numbers, or of one list of numbers.
_PLAIN: Final[Mapping[str, str]] = {
    "abs": "ABS",
    "fabs": "ABS",
    "min": "MIN",
    "max": "MAX",
    "sum": "SUM",
    "fsum": "SUM",
    "prod": "PRODUCT",
    "mean": "AVERAGE",
    "median": "MEDIAN",
    "sqrt": "SQRT",
    "exp": "EXP",
    "log10": "LOG10",
    "floor": "INT",
}
_SINGLE: Final = frozenset({"abs", "fabs", "sqrt", "exp", "log10", "floor"})
_ROUNDING: Final[Mapping[str, str]] = {"half_up": "ROUND", "trunc": "TRUNC"}


class Untranslatable(ValueError):
    """A piece of a formula that Excel has no counterpart for."""


def excel(formula: Formula, refer: Refer, within: int = COMPARE) -> str:
    """The formula as Excel writes it, without the equals sign; in brackets where it binds less than `within`.

    Raises: Untranslatable.

    >>> from gevinst.engines.businesscase.figures.formula import parse
    >>> excel(parse("-a**2 + max(b, 3) // 2"), str.upper)
    '(-(A^2))+INT(MAX(B,3)/2)'
    """
    return _written(formula.tree, refer, within)


def _written(node: ast.expr, refer: Refer, within: int) -> str:
    text, binds = _piece(node, refer)
    return f"({text})" if binds < within else text


def _piece(node: ast.expr, refer: Refer) -> tuple[str, int]:
    """A piece with how strongly it holds together."""
    match node:
        case ast.Constant():
            return _constant(node.value), ATOM
        case ast.Name():
            return refer(node.id), ATOM
        case ast.BinOp():
            return _binary(node, refer)
        case ast.UnaryOp():
            return _unary(node, refer), ATOM
        case ast.Compare():
            return _comparison(node, refer), ATOM
        case ast.BoolOp():
            name = "AND" if isinstance(node.op, ast.And) else "OR"
            return _call(name, node.values, refer), ATOM
        case ast.IfExp():
            return _call("IF", [node.test, node.body, node.orelse], refer), ATOM
        case ast.Call():
            return _function(node, refer), ATOM
    raise Untranslatable(f"Excel has no counterpart of {type(node).__name__}")


def _constant(value: object) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return repr(value)
    raise Untranslatable(f"{value!r} is not a number")


def _binary(node: ast.BinOp, refer: Refer) -> tuple[str, int]:
    if isinstance(node.op, ast.FloorDiv):
        over = ast.BinOp(node.left, ast.Div(), node.right)
        return f"INT({_written(over, refer, COMPARE)})", ATOM
    if isinstance(node.op, ast.Mod):
        return _call("MOD", [node.left, node.right], refer), ATOM
    sign, binds = _BINARY[type(node.op)]
    # Excel reads powers from the left, so both sides of one are put in brackets.
    left = _written(node.left, refer, binds + (binds == POWER))
    right = _written(node.right, refer, binds + 1)
    return f"{left}{sign}{right}", binds


def _unary(node: ast.UnaryOp, refer: Refer) -> str:
    if isinstance(node.op, ast.Not):
        return _call("NOT", [node.operand], refer)
    # In brackets: Excel's minus binds more than its power does.
    inner = _written(node.operand, refer, ATOM)
    return f"(-{inner})" if isinstance(node.op, ast.USub) else f"({inner})"


def _comparison(node: ast.Compare, refer: Refer) -> str:
    sides = [node.left, *node.comparators]
    parts = []
    for sign, left, right in zip(node.ops, sides, sides[1:], strict=False):
        if type(sign) not in _COMPARE:
            raise Untranslatable(f"Excel has no counterpart of {type(sign).__name__}")
        told = _COMPARE[type(sign)]
        parts.append(f"{_written(left, refer, ADD)}{told}{_written(right, refer, ADD)}")
    return f"({parts[0]})" if len(parts) == 1 else f"AND({','.join(parts)})"


def _function(node: ast.Call, refer: Refer) -> str:
    name = function_name(node)
    if name is None or node.keywords:
        raise Untranslatable("Excel has no counterpart of a method or a named argument")
    if name in ("float", "Decimal") and len(node.args) == 1:
        return _written(node.args[0], refer, ATOM)
    if name in _ROUNDING:
        return _rounding(_ROUNDING[name], node.args, refer)
    if name == "int" and len(node.args) == 1:
        return _rounding("TRUNC", node.args, refer)
    if name == "ceil" and len(node.args) == 1:
        return f"(-INT(-{_written(node.args[0], refer, ATOM)}))"
    if name == "pow" and len(node.args) == 2:  # noqa: PLR2004
        return f"({_binary(ast.BinOp(node.args[0], ast.Pow(), node.args[1]), refer)[0]})"
    if name == "log":
        return _call("LN" if len(node.args) == 1 else "LOG", node.args, refer)
    if name in _PLAIN:
        return _call(_PLAIN[name], _numbers(name, node.args), refer)
    raise Untranslatable(f"Excel has no counterpart of {name}")


def _rounding(name: str, arguments: Sequence[ast.expr], refer: Refer) -> str:
    places = arguments[1] if len(arguments) > 1 else ast.Constant(0)
    return _call(name, [arguments[0], places], refer)


def _numbers(name: str, arguments: Sequence[ast.expr]) -> Sequence[ast.expr]:
    """The numbers of a call: its arguments, or the pieces of the one list that it has."""
    if len(arguments) == 1 and isinstance(arguments[0], ast.List | ast.Tuple):
        arguments = arguments[0].elts
    elif name in ("sum", "fsum", "prod", "mean", "median"):
        raise Untranslatable(f"{name} needs a list that is written out")
    if name in _SINGLE and len(arguments) != 1:
        raise Untranslatable(f"{name} takes one number")
    return arguments


def _call(name: str, arguments: Sequence[ast.expr], refer: Refer) -> str:
    return f"{name}({','.join(_written(each, refer, COMPARE) for each in arguments)})"
