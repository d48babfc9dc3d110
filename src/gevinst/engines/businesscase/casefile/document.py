"""A YAML (or JSON) document with exact numbers and the place of every value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_BYTES = 2_000_000
TAG = "tag:yaml.org,2002:"

Path = tuple[str | int, ...]


class CaseFault(ValueError):
    """A case that cannot be used: where (`path`, `line`, `column`, counted from 1) and what was expected."""

    def __init__(self, reason: str, path: Path = (), line: int = 0, column: int = 0) -> None:
        where = ".".join(str(step) for step in path)
        super().__init__(f"line {line}, {where}: {reason}" if where else f"line {line}: {reason}")
        self.reason, self.path, self.line, self.column = reason, path, line, column


@dataclass(frozen=True, slots=True)
class Document:
    """The plain values of a document (numbers are int or Decimal) and the nodes that they stand in."""

    data: Any
    root: yaml.Node | None

    def fault(self, reason: str, path: Sequence[str | int] = ()) -> CaseFault:
        """The fault to raise about the value at that path, or about the nearest value around it."""
        line, column = self.place(path)
        return CaseFault(reason, tuple(path), line, column)

    def place(self, path: Sequence[str | int]) -> tuple[int, int]:
        """Line and column, counted from 1, of the value at that path or of the nearest one around it."""
        node = self.root
        for step in path:
            inner = _child(node, step)
            if inner is None:
                break
            node = inner
        mark = node.start_mark if node is not None else None
        return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def parsed(text: str) -> Document:
    """The document of a text.

    Raises: CaseFault for what is not YAML, is too long, repeats a key or uses an alias.
    """
    if len(text.encode()) > MAX_BYTES:
        raise CaseFault(f"the file is longer than {MAX_BYTES} bytes", line=1)
    try:
        root = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise CaseFault(f"not YAML: {error.problem}", line=line, column=column) from error
    except yaml.YAMLError as error:
        raise CaseFault(f"not YAML: {error}", line=1) from error
    return Document(_plain(root, (), set()), root)


def _plain(node: yaml.Node | None, path: Path, above: set[int]) -> Any:
    if node is None:
        return None
    if id(node) in above:
        raise _at(node, path, "an alias that contains itself")
    above = above | {id(node)}
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, above)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(each, (*path, at), above) for at, each in enumerate(node.value)]
    return _scalar(node)


def _mapping(node: yaml.MappingNode, path: Path, above: set[int]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _at(key, path, "expected a plain key")
        if key.value in found:
            raise _at(key, path, f"{key.value!r} stands here twice")
        found[key.value] = _plain(value, (*path, key.value), above)
    return found


def _scalar(node: yaml.Node) -> Any:
    kind, text = node.tag.removeprefix(TAG), str(node.value)
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() in ("true", "yes", "on")
    if kind in ("int", "float"):
        return _number(text)
    return text


def _number(text: str) -> int | Decimal | str:
    plain = text.replace("_", "")
    try:
        value = Decimal(plain)
    except ArithmeticError:
        return text
    if not value.is_finite():
        return text
    return int(value) if plain.lstrip("+-").isdigit() else value


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step]  # type: ignore[no-any-return]
    return None


def _at(node: yaml.Node, path: Path, reason: str) -> CaseFault:
    return CaseFault(reason, path, node.start_mark.line + 1, node.start_mark.column + 1)
