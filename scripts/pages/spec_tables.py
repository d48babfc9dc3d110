"""The tables that a test file specifies an engine by, read from its text: nothing of the test is run.

A table is a list of rows that a test is parametrized by, written in the decorator or as a constant of the
module. A comment with `|` just above a constant names its columns; else the parameters of the test do.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pages.spec_cells import NUMBERS, cell

FEWEST_ROWS = 2
# Names that are written with capitals in a sentence.
PROPER = {
    **{name: name.capitalize() for name in ("vejle", "kerteminde", "aalborg", "syddjurs")},
    **{name: name.upper() for name in ("iga", "fte", "roi", "npv", "dkk", "yaml")},
}


@dataclass(frozen=True, slots=True)
class SpecTable:
    """A table of a test: what holds, the columns and the cells; `words` explains what cells speak of."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: Mapping[str, str]


@dataclass(frozen=True)
class _Module:
    """A test file: its tree, its lines, its constants and its functions by name."""

    tree: ast.Module
    lines: tuple[str, ...]
    constants: Mapping[str, ast.expr]
    functions: Mapping[str, ast.FunctionDef]
    heads: Mapping[str, tuple[str, ...]]


def tables(path: Path) -> list[SpecTable]:
    """Every table of a test file in the order of its tests; one that several tests use stands once."""
    module = _module(path.read_text(encoding="utf-8"))
    found: dict[str, SpecTable] = {}
    for test in module.functions.values():
        for names, rows, constant in _given(test, module):
            made = _table(test, names, rows, constant, module)
            if made is not None:
                found.setdefault(constant or test.name, made)
    return list(found.values())


def opening(path: Path) -> str:
    """What the file says that it specifies."""
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return said.partition("\n\n")[0]


def _module(text: str) -> _Module:
    tree = ast.parse(text)
    lines = tuple(text.splitlines())
    constants: dict[str, ast.expr] = {}
    heads: dict[str, tuple[str, ...]] = {}
    for node in tree.body:
        for name, value in _assigned(node):
            constants[name] = value
            above = lines[node.lineno - 2].strip() if node.lineno > 1 else ""
            if above.startswith("#") and "|" in above:
                heads[name] = tuple(part.strip() for part in above.lstrip("# ").split("|"))
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    return _Module(tree, lines, constants, functions, heads)


def _assigned(node: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
        yield node.target.id, node.value
    elif isinstance(node, ast.Assign) and len(node.targets) == 1:
        target = node.targets[0]
        if isinstance(target, ast.Name):
            yield target.id, node.value
        elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            for each, value in zip(target.elts, node.value.elts, strict=True):
                if isinstance(each, ast.Name):
                    yield each.id, value


def _given(
    test: ast.FunctionDef, module: _Module
) -> Iterator[tuple[tuple[str, ...], list[ast.expr], str]]:
    """The names, the rows and the constant ("" for none) of each parametrize decorator of a test."""
    for call in test.decorator_list:
        if not isinstance(call, ast.Call) or not ast.unparse(call.func).endswith("parametrize"):
            continue
        names, rows = call.args[0], call.args[1]
        constant = rows.id if isinstance(rows, ast.Name) else ""
        listed = module.constants.get(constant, rows)
        if isinstance(listed, ast.List):
            yield _names(names), listed.elts, constant


def _names(node: ast.expr) -> tuple[str, ...]:
    written = ast.literal_eval(node)
    parts = written.split(",") if isinstance(written, str) else written
    return tuple(part.strip() for part in parts)


def _table(
    test: ast.FunctionDef,
    names: tuple[str, ...],
    rows: Sequence[ast.expr],
    constant: str,
    module: _Module,
) -> SpecTable | None:
    cells = [_cells(row, module) for row in rows]
    if (
        len(names) < FEWEST_ROWS
        or len(rows) < FEWEST_ROWS
        or {len(row) for row in cells} != {len(names)}
    ):
        return None
    head = module.heads.get(constant, ())
    columns = head if len(head) == len(names) else tuple(name.replace("_", " ") for name in names)
    written = tuple(tuple(cell(each) for each in row) for row in cells)
    return SpecTable(title(test), columns, written, _words(rows, module))


def _cells(row: ast.expr, module: _Module) -> list[ast.expr]:
    """The cells of a row; a starred constant stands for all that it holds."""
    parts = row.elts if isinstance(row, ast.Tuple) else [row]
    cells: list[ast.expr] = []
    for part in parts:
        starred = part.value if isinstance(part, ast.Starred) else None
        held = module.constants.get(starred.id) if isinstance(starred, ast.Name) else None
        cells += held.elts if isinstance(held, ast.Tuple) else [part]
    return cells


def title(test: ast.FunctionDef) -> str:
    """A test's name as a sentence.

    >>> title(ast.parse("def test_every_effect_is_counted_once(): ...").body[0])
    'Every effect is counted once'
    """
    words = test.name.removeprefix("test_").split("_")
    told = " ".join(PROPER.get(word, word) for word in words)
    return told[:1].upper() + told[1:]


def _words(rows: Sequence[ast.expr], module: _Module) -> dict[str, str]:
    """The constants and functions of the file that the rows speak of, each with what it stands for."""
    found: dict[str, str] = {}
    waiting = [name for row in rows for name in _spoken_of(row)]
    while waiting:
        name = waiting.pop(0)
        if name in found:
            continue
        if name in module.constants:
            found[name] = cell(module.constants[name])
            waiting += _spoken_of(module.constants[name])
        elif name in module.functions:
            found[name] = (ast.get_docstring(module.functions[name]) or "").partition("\n\n")[0]
    return {name: words for name, words in found.items() if words.strip("`") not in {"", name}}


def _spoken_of(node: ast.expr) -> list[str]:
    names = [each.id for each in ast.walk(node) if isinstance(each, ast.Name)]
    return [name for name in names if name not in NUMBERS]
