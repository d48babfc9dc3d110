"""YAML with the place of every value, so that a fault can name file, line and what was expected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class RuleFault(ValueError):
    """A rule file that cannot be used: the message names file, line and what was expected."""

    def __init__(self, file: Path, line: int, message: str) -> None:
        super().__init__(f"{file}:{line}: {message}")
        self.file = file
        self.line = line


@dataclass(frozen=True, slots=True)
class Place:
    """A YAML value and where it stands."""

    file: Path
    node: yaml.Node

    @property
    def line(self) -> int:
        """The line, counted from 1."""
        return int(self.node.start_mark.line) + 1

    def fault(self, message: str) -> RuleFault:
        """The fault to raise about this value."""
        return RuleFault(self.file, self.line, message)

    def text(self) -> str:
        """The value as text; "" for an empty one."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.fault("expected one value, found a list or a mapping")
        return "" if self.node.tag == "tag:yaml.org,2002:null" else str(self.node.value)

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
        return [Place(self.file, child) for child in self.node.value]

    def pairs(self) -> dict[str, Place]:
        """Key -> value of a mapping, in the order written."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.fault("expected a mapping")
        return dict(self._unrepeated(self.node))

    def _unrepeated(self, node: yaml.MappingNode) -> Iterator[tuple[str, Place]]:
        seen = set()
        for key, value in node.value:
            if key.value in seen:
                raise Place(self.file, key).fault(f"{key.value!r} stands here twice")
            seen.add(key.value)
            yield str(key.value), Place(self.file, value)

    def record(self, required: Iterable[str], optional: Iterable[str] = ()) -> dict[str, Place]:
        """A mapping with all of `required` and nothing beyond `optional`."""
        pairs, needed, allowed = self.pairs(), tuple(required), set(optional)
        missing = [key for key in needed if key not in pairs]
        if missing:
            raise self.fault(f"expected the key {missing[0]!r}")
        for key, place in pairs.items():
            if key not in needed and key not in allowed:
                expected = ", ".join((*needed, *sorted(allowed)))
                raise place.fault(f"unknown key {key!r}; expected {expected}")
        return pairs


def read_yaml(file: Path) -> Place:
    """The document in `file`. Raises `RuleFault`."""
    try:
        node = yaml.compose(file.read_text(encoding="utf-8"), LOADER)
    except yaml.MarkedYAMLError as broken:
        mark = broken.problem_mark
        raise RuleFault(file, mark.line + 1 if mark else 1, str(broken.problem)) from broken
    if node is None:
        raise RuleFault(file, 1, "expected a mapping, found an empty file")
    return Place(file, node)
