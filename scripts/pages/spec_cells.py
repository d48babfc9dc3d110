"""A value of a test's table as a reader writes it: keys and numbers bare, without Python's quotes."""

from __future__ import annotations

import ast
from collections.abc import Callable
from copy import deepcopy
from typing import Any

# What a test calls to make an exact number of a text.
NUMBERS = frozenset({"D", "Decimal"})
# What Markdown would take for a mark.
MARKED = frozenset("*<[{_")
BARE = {"None": "–", "True": "yes", "False": "no"}


def cell(node: ast.expr) -> str:
    """A value for the cell of a table: text and numbers bare, `None` as a dash, the rest as code.

    >>> [cell(ast.parse(text, mode="eval").body) for text in ("'a b'", "D('1.5')", "None", "-3")]
    ['a b', '1.5', '–', '-3']
    >>> cell(ast.parse("{'driver': 'time', 'units': D('2')}", mode="eval").body)
    '`driver: time, units: 2`'
    """
    if isinstance(node, ast.Constant):
        return _constant(node.value)
    text = said(node)
    if isinstance(node, ast.Dict) and node.keys:
        text = text[1:-1]
    bare = text.removeprefix("-").replace(".", "").isdigit()
    return text if bare else f"`{text}`"


def _constant(value: object) -> str:
    if not isinstance(value, str):
        return BARE.get(str(value), str(value))
    if not value.isprintable():
        # A sign that cannot be seen is told as it is written in the test.
        return f"`{value!r}`"
    return f"`{value}`" if set(value) & MARKED else value


def said(node: ast.expr) -> str:
    """A value within a cell.

    >>> said(ast.parse("[{**OLD, 'amount': 130}, cost('same', 'both')]", mode="eval").body)
    '[{…OLD, amount: 130}, cost(same, both)]'
    """
    return WORDS.get(type(node), _expression)(node)


def _listed(node: Any) -> str:
    return f"[{', '.join(map(said, node.elts))}]"


def _tuple(node: Any) -> str:
    return f"({', '.join(map(said, node.elts))})"


def _dict(node: Any) -> str:
    pairs = zip(node.keys, node.values, strict=True)
    return "{" + ", ".join(_pair(key, value) for key, value in pairs) + "}"


def _pair(key: ast.expr | None, value: ast.expr) -> str:
    return f"…{said(value)}" if key is None else f"{said(key)}: {said(value)}"


def _call(node: Any) -> str:
    named = [
        f"{each.arg}={said(each.value)}" if each.arg else f"…{said(each.value)}"
        for each in node.keywords
    ]
    parts = [*map(said, node.args), *named]
    name = said(node.func)
    return parts[0] if name in NUMBERS and len(parts) == 1 else f"{name}({', '.join(parts)})"


def _attribute(node: Any) -> str:
    """The member of a class (`Severity.ERROR`) by its own name, else the expression."""
    of_class = isinstance(node.value, ast.Name) and node.value.id[:1].isupper()
    return str(node.attr) if of_class else _expression(node)


def _expression(node: Any) -> str:
    return ast.unparse(_Numbers().visit(deepcopy(node)))


class _Numbers(ast.NodeTransformer):
    """`Decimal("1.5")` as 1.5 anywhere in an expression."""

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        named = isinstance(node.func, ast.Name) and node.func.id in NUMBERS
        if named and len(node.args) == 1 and isinstance(node.args[0], ast.Constant):
            return ast.Name(id=str(node.args[0].value), ctx=ast.Load())
        return node


WORDS: dict[type[ast.expr], Callable[[Any], str]] = {
    ast.Constant: lambda node: str(node.value),
    ast.Starred: lambda node: f"…{said(node.value)}",
    ast.Lambda: lambda node: said(node.body),
    ast.List: _listed,
    ast.Set: _listed,
    ast.Tuple: _tuple,
    ast.Dict: _dict,
    ast.Call: _call,
    ast.Attribute: _attribute,
}
