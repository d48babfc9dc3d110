"""Writes values of a rule book as YAML, in the way the rule books are written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml

SHORT = 80
TEXT, MAPPING = "tag:yaml.org,2002:str", "tag:yaml.org,2002:map"
# What is no text to YAML either; all else is quoted where it would be read as something other than text.
DATES, NUMBERS, TRUTHS = ("valid_from", "valid_to"), ("order", "case"), ("otherwise", "wait")


class _Entry(dict[str, Any]):
    """A mapping whose keys stand on lines of their own, however short it is."""


class _Dumper(yaml.SafeDumper):
    """Lists are indented below their keys; a short mapping of single values stands in one line."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Never without indent."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        """The same value twice is written twice."""
        return True


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    """In quotation marks where it needs them."""
    plain = dumper.analyze_scalar(text).allow_flow_plain
    resolved = dumper.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    free = plain and resolved == TEXT
    return dumper.represent_scalar(TEXT, text, style=None if free else '"')


def _mapping(dumper: _Dumper, data: dict[str, Any]) -> yaml.MappingNode:
    """In one line where it is short and its values are single ones."""
    if dumper.default_flow_style:
        return dumper.represent_mapping(MAPPING, data, flow_style=True)
    single = not any(isinstance(each, dict | list) for each in data.values())
    short = single and sum(len(f"{key}: {each}, ") for key, each in data.items()) < SHORT
    flow = short and not isinstance(data, _Entry)
    return dumper.represent_mapping(MAPPING, data, flow_style=flow)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(dict, _mapping)
_Dumper.add_representer(_Entry, _mapping)


def spelled(entry: Mapping[str, Any], column: int, *, flow: bool = False) -> str:
    """The entry as YAML: its first line where it stands, the others indented by `column`.

    With `flow` it is one line in braces.

    >>> print(spelled({"id": "x", "valid_from": "2026-01-01", "version": "2", "name": {"da": "a"}}, 2))
    id: x
      valid_from: 2026-01-01
      version: "2"
      name: {da: a}
    """
    written = yaml.dump(
        _Entry(_typed(entry, "")),
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=flow,
        width=float("inf"),
    )
    first, *others = written.rstrip("\n").split("\n")
    return "\n".join([first, *(f"{' ' * column}{line}" if line else line for line in others)])


def _typed(value: Any, key: str) -> Any:
    if isinstance(value, Mapping):
        return {str(name): _typed(each, str(name)) for name, each in value.items()}
    if isinstance(value, list | tuple):
        made = [_typed(each, "") for each in value]
        return [_Entry(each) if isinstance(each, dict) else each for each in made]
    return value if value is None else _scalar(str(value), key)


def _scalar(text: str, key: str) -> Any:
    """The value whose plain spelling is that text, where the key has such; else the text."""
    if key in TRUTHS and text in ("true", "false"):
        return text == "true"
    if key in NUMBERS and text.isdecimal() and str(int(text)) == text:
        return int(text)
    return _day(text) if key in DATES else text


def _day(text: str) -> Any:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return day if day.isoformat() == text else text
