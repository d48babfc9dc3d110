"""How pieces of a formula hold together in Excel: signs, how strongly they bind, calls, what is refused."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import Final

# From a piece, and how strongly it must hold together, to its text.
Write = Callable[[ast.expr, int], str]

COMPARE, ADD, MULTIPLY, POWER, ATOM = range(5)
_BINARY: Final[Mapping[type[ast.operator], tuple[str, int]]] = {
    ast.Add: ("+", ADD),
    ast.Sub: ("-", ADD),
    ast.Mult: ("*", MULTIPLY),
    ast.Div: ("/", MULTIPLY),
    ast.Pow: ("^", POWER),
}


class Untranslatable(ValueError):
    """A piece of a formula that Excel has no counterpart for."""


def binary(node: ast.BinOp, write: Write) -> tuple[str, int]:
    """Two sides and the sign between them, with how strongly it binds."""
    if isinstance(node.op, ast.FloorDiv):
        over = ast.BinOp(node.left, ast.Div(), node.right)
        return f"INT({write(over, COMPARE)})", ATOM
    if isinstance(node.op, ast.Mod):
        return call("MOD", [node.left, node.right], write), ATOM
    sign, binds = _BINARY[type(node.op)]
    # Excel reads powers from the left, so both sides of one are put in brackets.
    left = write(node.left, binds + (binds == POWER))
    right = write(node.right, binds + 1)
    return f"{left}{sign}{right}", binds


def call(name: str, arguments: Sequence[ast.expr], write: Write) -> str:
    """A function of Excel with its arguments."""
    return f"{name}({','.join(write(each, COMPARE) for each in arguments)})"
