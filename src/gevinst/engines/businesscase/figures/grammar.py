"""What a formula may be written with: the pieces allowed, how long and how deep."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from gevinst.engines.businesscase.figures.formula_error import FormulaError
from gevinst.engines.businesscase.figures.functions import FUNCTIONS, METHODS
from gevinst.engines.businesscase.figures.pieces import column, function_name

LONGEST = 4000
DEEPEST = 60
_PIECES = (
    *(ast.Constant, ast.Name, ast.Load, ast.Store, ast.BinOp, ast.UnaryOp, ast.BoolOp),
    *(ast.Compare, ast.IfExp, ast.Call, ast.keyword, ast.Attribute, ast.Starred),
    *(ast.List, ast.Tuple, ast.Dict, ast.Set, ast.Subscript, ast.Slice),
    *(ast.ListComp, ast.GeneratorExp, ast.SetComp, ast.DictComp, ast.comprehension),
    *(ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow),
    *(ast.UAdd, ast.USub, ast.Not, ast.And, ast.Or),
    *(ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In, ast.NotIn, ast.Is, ast.IsNot),
)
_CONSTANTS = (bool, int, float, str, type(None))
_EXAMPLE = "expected a formula such as visits*minutes/60"


def read(text: str) -> ast.expr:
    """The tree of a text that holds only allowed pieces.

    Raises: FormulaError.
    """
    if not text:
        raise FormulaError(f"there is nothing here; {_EXAMPLE}")
    if len(text) > LONGEST:
        raise FormulaError(f"{len(text)} characters; expected at most {LONGEST}", LONGEST + 1)
    try:
        tree = ast.parse(text, mode="eval").body
    except SyntaxError as error:
        raise FormulaError(f"{error.msg}; {_EXAMPLE}", _fault(error, text)) from None
    except (RecursionError, MemoryError, ValueError):
        raise FormulaError(f"it cannot be read; {_EXAMPLE}") from None
    _check(tree, text)
    return tree


def _fault(error: SyntaxError, text: str) -> int:
    before = text.split("\n")[: (error.lineno or 1) - 1]
    # Where the text simply stops, Python names no place.
    return sum(len(line) + 1 for line in before) + (error.offset or len(text) + 1)


def _check(tree: ast.expr, text: str) -> None:
    calls = set()
    for node, depth in _walk(tree):
        where = column(node, text)
        if depth > DEEPEST:
            raise FormulaError(f"nested too deep; expected at most {DEEPEST} levels", where)
        if not isinstance(node, _PIECES):
            name = type(node).__name__
            raise FormulaError(f"{name} is not part of the language; {_EXAMPLE}", where)
        if isinstance(node, ast.Constant) and not isinstance(node.value, _CONSTANTS):
            raise FormulaError("not a number, a text or true/false; expected one of those", where)
        if isinstance(node, ast.Call):
            calls.add(id(node.func))
            _check_call(node, where)
        if isinstance(node, ast.Attribute) and id(node) not in calls:
            raise FormulaError("a point after a name; expected a number, a name or a call", where)


def _check_call(node: ast.Call, where: int) -> None:
    if any(word.arg is None for word in node.keywords):
        raise FormulaError("** before an argument; expected plain arguments", where)
    name = function_name(node)
    if name is not None:
        if name not in FUNCTIONS:
            known = ", ".join(sorted(FUNCTIONS))
            raise FormulaError(f"no function is called {name}; expected one of {known}", where)
    elif not isinstance(node.func, ast.Attribute) or node.func.attr not in METHODS:
        known = ", ".join(sorted(METHODS))
        raise FormulaError(f"only functions can be called, or a method among {known}", where)


def _walk(tree: ast.AST) -> Iterator[tuple[ast.AST, int]]:
    waiting = [(tree, 1)]
    while waiting:
        node, depth = waiting.pop()
        yield node, depth
        waiting.extend((child, depth + 1) for child in ast.iter_child_nodes(node))
