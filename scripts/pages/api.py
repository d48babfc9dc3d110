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
Schema = Mapping[str, Any]


def page() -> str:
    """The page."""
    schema = import_module("gevinst.config.api").api.get_openapi_schema()
    rows = [
        [
            f"`{verb.upper()} {path}`",
            operation.get("summary", ""),
            _asked(operation),
            _answers(operation),
        ]
        for path, verbs in schema["paths"].items()
        for verb, operation in verbs.items()
    ]
    parts = [HEAD, table(["Operation", "What it does", "Takes", "Answers"], rows), "\n## Shapes\n"]
    shapes: Schema = schema.get("components", {}).get("schemas", {})
    parts += [_shape(name, shapes[name]) for name in sorted(shapes)]
    return "\n".join(parts)


def _asked(operation: Schema) -> str:
    given = [each["name"] for each in operation.get("parameters", [])]
    content = operation.get("requestBody", {}).get("content", {})
    bodies = [_kind(each.get("schema", {})) for each in content.values()]
    return ", ".join([*map(code, given), *bodies])


def _answers(operation: Schema) -> str:
    return ", ".join(str(status) for status in operation.get("responses", {}))


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
