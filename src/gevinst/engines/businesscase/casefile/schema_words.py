"""The faults of a case file's shape in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from jsonschema import ValidationError

_NAMES = {
    "object": "keys with values",
    "array": "a list",
    "string": "a text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "nothing",
}


def unknown_keys(error: ValidationError) -> list[str]:
    """Keys that the schema does not know where they stand."""
    return [key for key in _instance(error) if key not in _known(error)]


def _known(error: ValidationError) -> dict[str, Any]:
    whole: Any = error.schema
    return dict(whole.get("properties", {}))


def _instance(error: ValidationError) -> Any:
    return error.instance


def fault_words(error: ValidationError) -> str:
    """What was expected and what was found instead."""
    wanted, value = cast(Any, error.validator_value), _instance(error)
    worded = WORDS.get(str(error.validator))
    return worded(wanted, value, error) if worded else str(error.message)


def _wrong_type(wanted: Any, value: Any, error: ValidationError) -> str:
    kinds = [wanted] if isinstance(wanted, str) else wanted
    return f"expected {' or '.join(_NAMES[kind] for kind in kinds)}, found {_shown(value)}"


def _not_listed(wanted: Any, value: Any, error: ValidationError) -> str:
    return f"expected one of {', '.join(str(each) for each in wanted)}, found {_shown(value)}"


def _left_out(wanted: Any, value: Any, error: ValidationError) -> str:
    return f"{', '.join(key for key in wanted if key not in value)} is missing here"


def _not_known(wanted: Any, value: Any, error: ValidationError) -> str:
    return f"{', '.join(unknown_keys(error))} is not known here; expected one of {', '.join(_known(error))}"


WORDS: Mapping[str, Callable[[Any, Any, ValidationError], str]] = {
    "type": _wrong_type,
    "enum": _not_listed,
    "required": _left_out,
    "additionalProperties": _not_known,
    "const": lambda wanted, value, error: f"expected {wanted}, found {_shown(value)}",
    "pattern": lambda wanted, value, error: f"{_shown(value)} does not have the form {wanted}",
    "minimum": lambda wanted, value, error: f"expected at least {wanted}, found {_shown(value)}",
    "maximum": lambda wanted, value, error: f"expected at most {wanted}, found {_shown(value)}",
}


def _shown(value: object) -> str:
    kinds = {dict: "keys with values", list: "a list", type(None): "nothing"}
    return kinds.get(type(value), f"{value!s:.60}")
