"""The formula language of case files in Excel's own: what has no counterpart is refused, never guessed."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from gevinst.engines.businesscase.figures.formula import Formula
from gevinst.engines.businesscase.figures.pieces import function_name

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
    if isinstance(node, ast.BinOp):
        return _binary(node, refer)
    rule = _RULES.get(type(node))
    if rule is None:
        raise Untranslatable(f"Excel has no counterpart of {type(node).__name__}")
    return rule(node, refer), ATOM


def _constant(node: ast.Constant, _refer: Refer) -> str:
    value = node.value
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


def _logical(node: ast.BoolOp, refer: Refer) -> str:
    """And, or: of claims only, for of numbers they give one of them."""
    if not all(_is_claim(each) for each in node.values):
        raise Untranslatable("Excel has no counterpart of and, or between numbers")
    return _call("AND" if isinstance(node.op, ast.And) else "OR", node.values, refer)


def _is_claim(node: ast.expr) -> bool:
    if isinstance(node, ast.BoolOp):
        return all(_is_claim(each) for each in node.values)
    negated = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    constant = isinstance(node, ast.Constant) and isinstance(node.value, bool)
    return negated or constant or isinstance(node, ast.Compare)


def _either(node: ast.IfExp, refer: Refer) -> str:
    return _call("IF", [node.test, node.body, node.orelse], refer)


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
    own = _OWN.get((name, len(node.args)))
    if own is not None:
        return own(node.args, refer)
    if name in _PLAIN:
        return _call(_PLAIN[name], _numbers(name, node.args), refer)
    raise Untranslatable(f"Excel has no counterpart of {name}")


def _raised(arguments: Sequence[ast.expr], refer: Refer) -> str:
    return f"({_binary(ast.BinOp(arguments[0], ast.Pow(), arguments[1]), refer)[0]})"


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


def _rounded(name: str) -> Callable[[Sequence[ast.expr], Refer], str]:
    return lambda arguments, refer: _rounding(name, arguments, refer)


def _named(name: str) -> Callable[[Sequence[ast.expr], Refer], str]:
    return lambda arguments, refer: _call(name, arguments, refer)


def _as_it_is(arguments: Sequence[ast.expr], refer: Refer) -> str:
    return _written(arguments[0], refer, ATOM)


# Functions that need more than another name, by how many arguments they have.
_OWN: Final[Mapping[tuple[str, int], Callable[[Sequence[ast.expr], Refer], str]]] = {
    ("float", 1): _as_it_is,
    ("Decimal", 1): _as_it_is,
    ("half_up", 1): _rounded("ROUND"),
    ("half_up", 2): _rounded("ROUND"),
    ("trunc", 1): _rounded("TRUNC"),
    ("trunc", 2): _rounded("TRUNC"),
    ("int", 1): _rounded("TRUNC"),
    ("ceil", 1): lambda arguments, refer: f"(-INT(-{_as_it_is(arguments, refer)}))",
    ("pow", 2): _raised,
    ("log", 1): _named("LN"),
    ("log", 2): _named("LOG"),
}
_RULES: Final[Mapping[type[ast.expr], Callable[[Any, Refer], str]]] = {
    ast.Constant: _constant,
    ast.Name: lambda node, refer: refer(node.id),
    ast.UnaryOp: _unary,
    ast.Compare: _comparison,
    ast.BoolOp: _logical,
    ast.IfExp: _either,
    ast.Call: _function,
}
