"""Changes one rule in the text of a rule book and leaves every other byte as it is, comments too.

An entry is plain: key -> text, None, a list or another entry. `spelling.py` writes it as YAML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from gevinst.engines.control.places import Place, RuleFault, read_yaml
from gevinst.engines.control.spelling import spelled

Entry = Mapping[str, Any]
Files = Mapping[str, str]


class NoSuchRule(LookupError):
    """The rule book has no rule of that id and version."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A rule's entry: the file that it stands in, its place there, and the list that it is in."""

    name: str
    place: Place
    rules: Place

    @property
    def start(self) -> int:
        """The entry's first character."""
        return _start(self.place)

    @property
    def end(self) -> int:
        """Behind the entry's last character, before the blank lines and comments that follow."""
        return _trimmed(self.place)

    @property
    def flow(self) -> bool:
        """Whether it is written `{id: …}`."""
        return _flow(self.place)

    @property
    def column(self) -> int:
        """How far its keys are indented."""
        return self.place.column - 1


def rule_entry(files: Files, rule_id: str, version: str) -> dict[str, Any]:
    """The entry of that version of the rule, every value as it is written.

    Raises `NoSuchRule`, `RuleFault` for a file that is no YAML.

    >>> rule_entry({"a.yaml": "rules:\\n  - {id: x, version: 1, valid_to: ~}"}, "x", "1")
    {'id': 'x', 'version': '1', 'valid_to': None}
    """
    found: dict[str, Any] = _plain(_find(files, rule_id, version).place)
    return found


def read_entry(text: str) -> dict[str, Any]:
    r"""The entry that is written there by itself. Raises `RuleFault`.

    >>> read_entry("id: x\ncases: [{when: a}]")
    {'id': 'x', 'cases': [{'when': 'a'}]}
    """
    place = read_yaml(Path("rule"), text)
    place.pairs()
    found: dict[str, Any] = _plain(place)
    return found


def replace_rule(files: Files, rule_id: str, version: str, entry: Entry) -> dict[str, str]:
    """The files with `entry` in the place of that version; what it does not change stays to the byte.

    Raises `NoSuchRule`, `RuleFault` for a file that is no YAML.
    """
    found = _find(files, rule_id, version)
    text = files[found.name]
    written = _written(found, entry)
    return {**files, found.name: text[: found.start] + written + text[found.end :]}


def add_version(files: Files, rule_id: str, version: str, entry: Entry) -> dict[str, str]:
    """The files with `entry` as one more version, behind the one that is named and written as it is.

    Raises as `replace_rule`.
    """
    found = _find(files, rule_id, version)
    text = files[found.name]
    written = _written(found, entry)
    if _flow(found.rules):
        return {**files, found.name: f"{text[: found.end]}, {written}{text[found.end :]}"}
    indent = found.rules.column - 1
    dash = f"\n\n{' ' * indent}-{' ' * (found.column - indent - 1)}"
    line_end = text.find("\n", found.end)
    at = line_end if line_end >= 0 else len(text)
    return {**files, found.name: f"{text[:at]}{dash}{written}{text[at:]}"}


def field_at(
    files: Files, rule_id: str, version: str, fault: RuleFault
) -> tuple[str | int, ...] | None:
    """The path in the entry of what the fault is about.

    `("cases", 0, "when")`, places in lists from 0; `()` for the entry itself, None where the fault is
    outside of it. Raises as `replace_rule`.
    """
    found = _find(files, rule_id, version)
    if found.name != str(fault.file):
        return None
    lines = found.place.source.split("\n")[: fault.line - 1]
    at = sum(len(each) + 1 for each in lines) + fault.column - 1
    return _path(found.place, at) if found.start <= at <= found.end else None


def _path(place: Place, at: int) -> tuple[str | int, ...]:
    parts: list[tuple[str | int, int, Place]] = []
    if isinstance(place.node, yaml.MappingNode):
        parts = [(key.text(), _start(key), value) for key, value in place.keyed()]
    elif isinstance(place.node, yaml.SequenceNode):
        parts = [(number, _start(each), each) for number, each in enumerate(place.items())]
    for part, start, value in parts:
        if start <= at <= _trimmed(value):
            return (part, *_path(value, at))
    return ()


def rule_versions(files: Files, rule_id: str) -> list[str]:
    """The versions of the rule in the order that they are written. Raises `RuleFault`."""
    pairs = [found.place.pairs() for found in _rules(files)]
    found = [_scalar(each.get("version")) for each in pairs if _scalar(each.get("id")) == rule_id]
    return [each for each in found if each is not None]


def next_version(versions: list[str]) -> str:
    """A version number that is none of those, one higher than the last.

    >>> next_version(["1", "2"]), next_version(["1.9"]), next_version(["spring"]), next_version([])
    ('3', '1.10', 'spring-2', '1')
    """
    if not versions:
        return "1"
    head, dot, tail = versions[-1].rpartition(".")
    if tail.isdecimal():
        number = int(tail) + 1
        while f"{head}{dot}{number}" in versions:
            number += 1
        return f"{head}{dot}{number}"
    number = 2
    while f"{versions[-1]}-{number}" in versions:
        number += 1
    return f"{versions[-1]}-{number}"


def _find(files: Files, rule_id: str, version: str) -> _Found:
    for found in _rules(files):
        pairs = found.place.pairs()
        if _scalar(pairs.get("id")) == rule_id and _scalar(pairs.get("version")) == version:
            return found
    raise NoSuchRule(f"no rule {rule_id!r} of version {version!r}")


def _rules(files: Files) -> Iterator[_Found]:
    for name, text in files.items():
        document = read_yaml(Path(name), text)
        rules = document.pairs().get("rules") if document.is_mapping else None
        if rules is not None and not rules.absent:
            yield from (_Found(name, each, rules) for each in rules.items() if each.is_mapping)


def _written(found: _Found, entry: Entry) -> str:
    """The entry, spelled as the one found where they agree."""
    text, first = found.place.source[found.start : found.end], found.start
    for start, end, written in reversed(_edits(found, entry)):
        text = text[: start - first] + written + text[end - first :]
    return text


def _edits(found: _Found, entry: Entry) -> list[tuple[int, int, str]]:
    """From where to where what is written: the values that differ, or the whole where the keys do."""
    keyed = {key.text(): (key, value) for key, value in found.place.keyed()}
    if list(entry.items()) == list(_plain(found.place).items()):
        return []
    if found.flow or [key for key in entry if key in keyed] != list(keyed):
        return [(found.start, found.end, spelled(entry, found.column, flow=found.flow))]
    edits, behind = [], found.start
    for name, value in entry.items():
        if name not in keyed:
            indented = f"\n{' ' * found.column}{spelled({name: value}, found.column)}"
            edits.append((behind, behind, indented))
            continue
        key, place = keyed[name]
        start, behind = _start(key), _trimmed(place)
        if _plain(place) != value:
            edits.append((start, behind, spelled({name: value}, found.column)))
    return edits


def _start(place: Place) -> int:
    return int(place.node.start_mark.index)


def _trimmed(place: Place) -> int:
    """Behind the value's last character."""
    start, end = _start(place), _end(place.node)
    return start + len(place.source[start:end].rstrip())


def _scalar(place: Place | None) -> str | None:
    return place.text() if place and isinstance(place.node, yaml.ScalarNode) else None


def _plain(place: Place) -> Any:
    if isinstance(place.node, yaml.MappingNode):
        return {key: _plain(value) for key, value in place.pairs().items()}
    if isinstance(place.node, yaml.SequenceNode):
        return [_plain(each) for each in place.items()]
    return None if place.absent else place.text()


def _end(node: yaml.Node) -> int:
    """Behind the last value: a block's own end is where the next thing begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _flow(place: Place) -> bool:
    return isinstance(place.node, yaml.CollectionNode) and bool(place.node.flow_style)
