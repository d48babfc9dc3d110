"""YAML with the place of every value, so that a fault can name file, line, column and what was expected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NULL = "tag:yaml.org,2002:null"


class RuleFault(ValueError):
    """A rule file that cannot be used: the message names file, line, column and what was expected."""

    def __init__(self, file: Path, line: int, column: int, message: str) -> None:
        super().__init__(f"{file}:{line}:{column}: {message}")
        self.file, self.line, self.column = file, line, column
        self.reason = message


@dataclass(frozen=True, slots=True)
class Place:
    """A YAML value and where it stands; `source` is the text of the whole file."""

    file: Path
    node: yaml.Node
    source: str

    @property
    def line(self) -> int:
        """The line, counted from 1."""
        return int(self.node.start_mark.line) + 1

    @property
    def column(self) -> int:
        """The column, counted from 1."""
        return int(self.node.start_mark.column) + 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    def fault(self, message: str, at: int | None = None) -> RuleFault:
        """The fault to raise about this value, or about its character number `at`, counted from 1."""
        if at is None:
            return RuleFault(self.file, self.line, self.column, message)
        return RuleFault(self.file, *self._position(at), message)

    def _position(self, at: int) -> tuple[int, int]:
        """Line and column of a character of the text: found by counting what is not space, since a text
        may be quoted and folded over several lines."""
        before = self.text()[: at - 1]
        index = _start_of_text(self.source, self.node)
        for _ in "".join(before.split()):
            index = _next_written(self.source, index) + 1
        index = _next_written(self.source, index) if at <= len(self.text()) else index
        return _position(self.source, index)

    @property
    def absent(self) -> bool:
        """Whether nothing is written: `~`, `null` or no value."""
        return bool(self.node.tag == NULL)

    def text(self) -> str:
        """The value as text; "" for an empty one."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.fault("expected one value, found a list or a mapping")
        return "" if self.absent else str(self.node.value)

    def plain(self) -> str:
        """The value in one line, a list or a mapping with its parts in order."""
        if isinstance(self.node, yaml.SequenceNode):
            return ", ".join(each.plain() for each in self.items())
        if isinstance(self.node, yaml.MappingNode):
            return ", ".join(f"{key}: {each.plain()}" for key, each in self.pairs().items())
        return " ".join(self.text().split())

    def choice(self, allowed: Iterable[str]) -> str:
        """The value, which is one of `allowed`."""
        value, known = self.text(), tuple(allowed)
        if value not in known:
            raise self.fault(f"expected one of {', '.join(known)}, found {value!r}")
        return value

    def items(self) -> list[Place]:
        """The elements of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.fault("expected a list")
        return [self._of(child) for child in self.node.value]

    @property
    def is_mapping(self) -> bool:
        """Whether keys and values stand here."""
        return isinstance(self.node, yaml.MappingNode)

    def pairs(self) -> dict[str, Place]:
        """Key -> value of a mapping, in the order written."""
        return {key.text(): value for key, value in self.keyed()}

    def keyed(self) -> list[tuple[Place, Place]]:
        """Keys and values of a mapping, in the order written, each with its place."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.fault("expected a mapping")
        return list(self._unrepeated(self.node))

    def _unrepeated(self, node: yaml.MappingNode) -> Iterator[tuple[Place, Place]]:
        seen = set()
        for key, value in node.value:
            place = self._of(key)
            if place.text() in seen:
                raise place.fault(f"{place.text()!r} stands here twice")
            seen.add(place.text())
            yield place, self._of(value)

    def _of(self, node: yaml.Node) -> Place:
        return Place(self.file, node, self.source)

    def record(self, required: Iterable[str], optional: Iterable[str] = ()) -> dict[str, Place]:
        """A mapping with all of `required` and nothing beyond `optional`."""
        keyed, needed, allowed = self.keyed(), tuple(required), set(optional)
        pairs = {key.text(): value for key, value in keyed}
        missing = [key for key in needed if key not in pairs]
        if missing:
            raise self.fault(f"expected the key {missing[0]!r}")
        for key, _ in keyed:
            if key.text() not in needed and key.text() not in allowed:
                expected = ", ".join((*needed, *sorted(allowed)))
                raise key.fault(f"unknown key {key.text()!r}; expected {expected}")
        return pairs


def read_yaml(file: Path, source: str) -> Place:
    """The document in `source`, the text of `file`. Raises `RuleFault`."""
    try:
        node = yaml.compose(source, LOADER)
    except yaml.MarkedYAMLError as broken:
        mark = broken.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise RuleFault(file, line, column, str(broken.problem)) from broken
    except yaml.reader.ReaderError as broken:
        place = _position(source, source.find(chr(broken.character)))
        raise RuleFault(file, *place, f"{broken.reason}") from broken
    if node is None:
        raise RuleFault(file, 1, 1, "expected a mapping, found an empty file")
    return Place(file, node, source)


def _position(source: str, index: int) -> tuple[int, int]:
    """Line and column of a character, counted from 1."""
    return source.count("\n", 0, index) + 1, index - source.rfind("\n", 0, index)


def _start_of_text(source: str, node: Any) -> int:
    """Behind the quote, or behind the line that opens a block of text."""
    start = int(node.start_mark.index)
    if node.style in ("|", ">"):
        return source.index("\n", start)
    return start + bool(node.style)


def _next_written(source: str, index: int) -> int:
    while index < len(source) and source[index].isspace():
        index += 1
    return index
