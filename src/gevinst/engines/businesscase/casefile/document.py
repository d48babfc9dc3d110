"""A YAML (or JSON) document with exact numbers and the place of every value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

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


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step]  # type: ignore[no-any-return]
    return None
