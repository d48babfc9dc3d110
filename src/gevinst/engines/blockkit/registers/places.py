"""YAML with the place of every value, so that a fault names file, line, column and what was expected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from gevinst.engines.blockkit.contract import RegisterFault, Text

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True, slots=True)
class Place:
    """A YAML value and where it stands."""

    file: Path
    node: yaml.Node

    def fault(self, da: str, en: str) -> RegisterFault:
        """The fault about this value."""
        mark = self.node.start_mark
        return _fault(self.file, mark.line, mark.column, Text(da, en))

    def is_mapping(self) -> bool:
        """Whether keys stand here."""
        return isinstance(self.node, yaml.MappingNode)

    def value(self) -> str | None:
        """The value as text; None for an empty one."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.fault("én værdi ventet", "expected one value")
        return None if self.node.tag == NULL else str(self.node.value)

    def text(self) -> str:
        """The value, which is not empty."""
        value = self.value()
        if not value:
            raise self.fault("en tekst ventet, fandt ingenting", "expected a text, found nothing")
        return value

    def whole(self, lowest: int = 1) -> int:
        """The value as a whole number of at least `lowest`."""
        text = self.text()
        if not text.isdecimal() or int(text) < lowest:
            raise self.fault(
                f"et helt tal på mindst {lowest} ventet, fandt {text!r}",
                f"expected a whole number of at least {lowest}, found {text!r}",
            )
        return int(text)

    def choice(self, allowed: Iterable[str]) -> str:
        """The value, which is one of `allowed`."""
        text, known = self.text(), tuple(allowed)
        if text not in known:
            listed = ", ".join(known)
            raise self.fault(
                f"en af {listed} ventet, fandt {text!r}",
                f"expected one of {listed}, found {text!r}",
            )
        return text

    def items(self) -> list[Place]:
        """The elements of a list; a single value counts as a list of one."""
        if isinstance(self.node, yaml.ScalarNode):
            return [self]
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.fault("en liste ventet", "expected a list")
        return [Place(self.file, child) for child in self.node.value]

    def pairs(self) -> dict[str, tuple[Place, Place]]:
        """Key -> (the key's place, the value) of a mapping, in the order written."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.fault("nøgler med værdier ventet", "expected keys with values")
        found: dict[str, tuple[Place, Place]] = {}
        for key, value in self.node.value:
            place, name = Place(self.file, key), str(key.value)
            if name in found:
                raise place.fault(f"{name!r} står her to gange", f"{name!r} stands here twice")
            found[name] = (place, Place(self.file, value))
        return found

    def record(self, allowed: Iterable[str], required: Iterable[str] = ()) -> Mapping[str, Place]:
        """The values by key, all keys among `allowed` and none of `required` left out."""
        pairs, known = self.pairs(), tuple(allowed)
        listed = ", ".join(known)
        for name, (place, _) in pairs.items():
            if name not in known:
                raise place.fault(
                    f"ukendt nøgle {name!r}; ventet: {listed}",
                    f"unknown key {name!r}; expected {listed}",
                )
        for name in required:
            if name not in pairs:
                raise self.fault(f"nøglen {name!r} mangler", f"the key {name!r} is missing")
        return {name: value for name, (_, value) in pairs.items()}


def read_yaml(file: Path) -> Place:
    """The document in `file`. Raises `RegisterFault`."""
    try:
        node = yaml.compose(file.read_text(encoding="utf-8-sig"), LOADER)
    except yaml.MarkedYAMLError as broken:
        mark, problem = broken.problem_mark, str(broken.problem)
        line, column = (mark.line, mark.column) if mark else (0, 0)
        raise _fault(file, line, column, Text(problem, problem)) from broken
    except (OSError, ValueError, yaml.YAMLError) as broken:
        reason = str(broken).splitlines()[0]
        da, en = f"filen kan ikke læses: {reason}", f"the file cannot be read: {reason}"
        raise _fault(file, 0, 0, Text(da, en)) from broken
    if node is None:
        raise _fault(file, 0, 0, Text("filen er tom", "the file is empty"))
    return Place(file, node)


def _fault(file: Path, line: int, column: int, said: Text) -> RegisterFault:
    """Lines and columns are counted from 1."""
    where = f"{file.name}:{line + 1}:{column + 1}"
    return RegisterFault(file.name, Text(f"{where}: {said.da}", f"{where}: {said.en}"))
