"""The pieces of a formula as a tree: where one stands, what it says, and the names it leaves free."""

from __future__ import annotations

import ast

MODULES = frozenset({"math", "statistics"})


def column(node: ast.AST, text: str) -> int:
    """Where a piece begins, counted in characters from 1 (Python's parser counts bytes in a line)."""
    line = getattr(node, "lineno", 1)
    before = text.split("\n")[: line - 1]
    here = text.split("\n")[line - 1].encode()[: getattr(node, "col_offset", 0)]
    return sum(len(part) + 1 for part in before) + len(here.decode()) + 1


def source(node: ast.expr, text: str) -> str:
    """The characters a piece was written with."""
    return ast.get_source_segment(text, node) or ""


def free_names(tree: ast.expr) -> frozenset[str]:
    """The names a value must be given for: neither functions nor those a comprehension binds."""
    return frozenset(_free(tree, frozenset()))


def _free(node: ast.AST, bound: frozenset[str]) -> set[str]:
    if isinstance(node, ast.Name):
        return {node.id} - bound
    if isinstance(node, ast.ListComp | ast.GeneratorExp | ast.SetComp | ast.DictComp):
        first = _free(node.generators[0].iter, bound)
        bound |= {
            name.id
            for loop in node.generators
            for name in ast.walk(loop.target)
            if isinstance(name, ast.Name)
        }
        parts = [part for part in ast.iter_child_nodes(node) if part is not node.generators[0]]
        parts += node.generators[0].ifs
        return first.union(*(_free(part, bound) for part in parts))
    parts = list(ast.iter_child_nodes(node))
    if isinstance(node, ast.Call) and function_name(node) is not None:
        parts.remove(node.func)
    return set().union(*(_free(part, bound) for part in parts))


def function_name(node: ast.Call) -> str | None:
    """The function a call names (`sum`, `math.sqrt`); None where it calls a method of a value."""
    if isinstance(node.func, ast.Name):
        return node.func.id
    return node.func.attr if _of_module(node.func) else None  # type: ignore[attr-defined]


def _of_module(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in MODULES
    )
