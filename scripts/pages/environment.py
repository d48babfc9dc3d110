"""Which environment variables the code reads: found in the source, not remembered."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src/gevinst"
OURS = re.compile(r"GEVINST_[A-Z0-9_]+")
READERS = {"get", "setdefault", "pop", "getenv", "update"}


def variables(source: Path = SOURCE) -> dict[str, list[str]]:
    """Variable -> the files that read it, both sorted; tests are left out."""
    found: dict[str, set[str]] = {}
    for path in sorted(source.rglob("*.py")):
        if "tests" in path.relative_to(source).parts:
            continue
        for name in read_by(path.read_text(encoding="utf-8")):
            found.setdefault(name, set()).add(path.relative_to(source).as_posix())
    return {name: sorted(found[name]) for name in sorted(found)}


def read_by(text: str) -> set[str]:
    """The variables that a module names.

    >>> sorted(read_by('import os; a = os.environ["A"]; b = os.getenv("B", "GEVINST_C"); "D"'))
    ['A', 'B', 'GEVINST_C']
    """
    tree = ast.parse(text)
    literals = {node.value for node in ast.walk(tree) if _is_text(node)}
    return {name for name in literals if OURS.fullmatch(name)} | set(_asked(tree))


def _asked(tree: ast.AST) -> Iterator[str]:
    constants = _constants(tree)
    for node in ast.walk(tree):
        for argument in _arguments(node):
            value = constants.get(argument.id, "") if isinstance(argument, ast.Name) else ""
            name = argument.value if _is_text(argument) else value
            if name:
                yield name


def _arguments(node: ast.AST) -> list[ast.expr]:
    """What a node asks the environment for: `environ[x]`, `environ.get(x)`, `x in environ`, `envvar=x`."""
    if isinstance(node, ast.Subscript) and _is_environ(node.value):
        return [node.slice]
    if isinstance(node, ast.Compare) and any(map(_is_environ, node.comparators)):
        return [node.left]
    if isinstance(node, ast.keyword) and node.arg == "envvar":
        return [node.value]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
        asks = _is_environ(node.func.value) or node.func.attr == "getenv"
        return node.args[:1] if asks and node.func.attr in READERS else []
    return []


def _constants(tree: ast.AST) -> dict[str, str]:
    return {
        target.id: node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and _is_text(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _is_environ(node: ast.AST) -> bool:
    return (isinstance(node, ast.Attribute) and node.attr == "environ") or (
        isinstance(node, ast.Name) and node.id == "environ"
    )


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
