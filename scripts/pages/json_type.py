"""What a JSON schema says of a value, in a few words of a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pages.markdown import code

NAMES = {
    "string": "text",
    "number": "number",
    "integer": "whole number",
    "boolean": "true or false",
    "array": "list",
    "object": "keys",
    "null": "null",
}


def told(schema: Mapping[str, Any]) -> str:
    """The type of a value: its words, or the names of a type.

    >>> told({"enum": ["a", "b"]}), told({"type": "array", "items": {"type": "string"}})
    ('`a`, `b`', 'list of text')
    >>> told({"type": "number", "minimum": 0, "maximum": 1})
    'number, 0-1'
    """
    if "enum" in schema:
        return ", ".join(code(each) for each in dict.fromkeys(map(str, schema["enum"])) if each)
    if "const" in schema:
        return code(schema["const"])
    kinds = schema.get("type", "object")
    words = [_named(kind, schema) for kind in ([kinds] if isinstance(kinds, str) else kinds)]
    return " or ".join(words) + _limits(schema)


def _named(kind: str, schema: Mapping[str, Any]) -> str:
    if kind == "array" and schema.get("items", {}).get("type") in NAMES:
        return f"list of {NAMES[schema['items']['type']]}"
    if kind == "object" and "19|20" in str(schema.get("propertyNames", "")):
        return "number by year"
    return NAMES[kind]


def _limits(schema: Mapping[str, Any]) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is None:
        return ""
    return f", at least {low}" if high is None else f", {low}-{high}"


def unlike(part: Mapping[str, Any], other: Mapping[str, Any]) -> Mapping[str, Any]:
    """The part without the keys that the other says the same of.

    >>> unlike({"properties": {"a": 1, "b": 2}}, {"properties": {"a": 1}})["properties"]
    {'b': 2}
    """
    known = other["properties"]
    own = {key: each for key, each in part["properties"].items() if known.get(key) != each}
    return {**part, "properties": own}
