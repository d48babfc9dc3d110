"""`api.md`: the operations of the REST API, from its OpenAPI description."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from pages.markdown import code, table

HEAD = """# The REST API

The full description is served as OpenAPI. How to get a token and call it:
[call the API](../how-to/call-the-api.md).
"""
REFUSED = """
## Refusals

A refusal is a problem document (`application/problem+json`) with one of these codes. What a room alone can
refuse has a code of its own and answers 422.

"""
FIRST_REFUSAL = 400
Schema = Mapping[str, Any]


def page() -> str:
    """The page."""
    schema = import_module("gevinst.config.api").api.get_openapi_schema()
    rows = [
        _operation(f"{verb.upper()} {path}", operation)
        for path, verbs in schema["paths"].items()
        for verb, operation in verbs.items()
    ]
    refusals = import_module("gevinst.config.reference").REFUSED
    parts = [HEAD, table(["Operation", "What it does", "Takes", "Gives"], rows), REFUSED]
    parts[-1] += table(["Code", "Status"], [[code(name), status] for name, status in refusals])
    parts.append("\n## Shapes\n")
    shapes: Schema = schema.get("components", {}).get("schemas", {})
    parts += [_shape(name, shapes[name]) for name in sorted(shapes)]
    return "\n".join(parts)


def _operation(name: str, operation: Schema) -> list[str]:
    given = [code(each["name"]) for each in operation.get("parameters", [])]
    taken = ", ".join([*given, *_kinds(operation.get("requestBody", {}))])
    good = [
        facts for status, facts in operation["responses"].items() if int(status) < FIRST_REFUSAL
    ]
    gives = ", ".join(kind for facts in good for kind in _kinds(facts))
    return [code(name), operation.get("description", ""), taken, gives]


def _kinds(carrier: Schema) -> list[str]:
    """What a request or an answer carries; bytes where it is no JSON."""
    return [
        _kind(each.get("schema", {})) if "json" in media else "bytes"
        for media, each in carrier.get("content", {}).items()
    ]


def _shape(name: str, shape: Schema) -> str:
    needed = shape.get("required", [])
    rows = [
        [code(field), _kind(facts), "yes" if field in needed else "", facts.get("description", "")]
        for field, facts in shape.get("properties", {}).items()
    ]
    fields = table(["Field", "Kind", "Always", "Meaning"], rows) if rows else _kind(shape)
    return f"### {name}\n\n{shape.get('description', '')}\n\n{fields}\n"


def _kind(facts: Schema) -> str:
    if "$ref" in facts:
        return str(facts["$ref"]).rpartition("/")[2]
    choices = [*facts.get("anyOf", []), *facts.get("allOf", [])]
    if choices:
        return " or ".join(_kind(each) for each in choices)
    if "enum" in facts:
        return ", ".join(map(code, facts["enum"]))
    if facts.get("type") == "array":
        return f"list of {_kind(facts.get('items', {}))}"
    return str(facts.get("format") or facts.get("type") or "anything")
