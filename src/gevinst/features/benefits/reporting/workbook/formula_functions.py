"""The functions of the formula language in Excel's own."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from gevinst.engines.businesscase.figures.pieces import function_name
from gevinst.features.benefits.reporting.workbook.formula_signs import (
    ATOM,
    Untranslatable,
    Write,
    binary,
    call,
)

Own = Callable[[Sequence[ast.expr], Write], str]

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


def function(node: ast.Call, write: Write) -> str:
    """A call as Excel's. Raises: Untranslatable."""
    name = function_name(node)
    if name is None or node.keywords:
        raise Untranslatable("Excel has no counterpart of a method or a named argument")
    own = _OWN.get((name, len(node.args)))
    if own is not None:
        return own(node.args, write)
    if name in _PLAIN:
        return call(_PLAIN[name], _numbers(name, node.args), write)
    raise Untranslatable(f"Excel has no counterpart of {name}")


def _numbers(name: str, arguments: Sequence[ast.expr]) -> Sequence[ast.expr]:
    """The numbers of a call: its arguments, or the pieces of the one list that it has."""
    if len(arguments) == 1 and isinstance(arguments[0], ast.List | ast.Tuple):
        arguments = arguments[0].elts
    elif name in ("sum", "fsum", "prod", "mean", "median"):
        raise Untranslatable(f"{name} needs a list that is written out")
    if name in _SINGLE and len(arguments) != 1:
        raise Untranslatable(f"{name} takes one number")
    return arguments


def _raised(arguments: Sequence[ast.expr], write: Write) -> str:
    return f"({binary(ast.BinOp(arguments[0], ast.Pow(), arguments[1]), write)[0]})"


def _rounded(name: str) -> Own:
    def told(arguments: Sequence[ast.expr], write: Write) -> str:
        places = arguments[1] if len(arguments) > 1 else ast.Constant(0)
        return call(name, [arguments[0], places], write)

    return told


def _named(name: str) -> Own:
    return lambda arguments, write: call(name, arguments, write)


def _as_it_is(arguments: Sequence[ast.expr], write: Write) -> str:
    return write(arguments[0], ATOM)


# Functions that need more than another name, by how many arguments they have.
_OWN: Final[Mapping[tuple[str, int], Own]] = {
    ("float", 1): _as_it_is,
    ("Decimal", 1): _as_it_is,
    ("half_up", 1): _rounded("ROUND"),
    ("half_up", 2): _rounded("ROUND"),
    ("trunc", 1): _rounded("TRUNC"),
    ("trunc", 2): _rounded("TRUNC"),
    ("int", 1): _rounded("TRUNC"),
    ("ceil", 1): lambda arguments, write: f"(-INT(-{_as_it_is(arguments, write)}))",
    ("pow", 2): _raised,
    ("log", 1): _named("LN"),
    ("log", 2): _named("LOG"),
}
