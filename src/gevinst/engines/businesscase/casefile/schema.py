"""The shape of a case file as a JSON schema, and its faults in words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, cast

from jsonschema import Draft202012Validator, TypeChecker, ValidationError
from jsonschema.validators import extend

from gevinst.engines.businesscase.casefile.document import CaseFault, Document

_NAMES = {
    "object": "keys with values",
    "array": "a list",
    "string": "a text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "nothing",
}


@cache
def schema() -> dict[str, Any]:
    """The JSON schema (draft 2020-12) of a case file."""
    text = (files("gevinst.engines.businesscase.casefile") / "schema.json").read_text("utf-8")
    return dict(json.loads(text))


def faults(document: Document) -> Iterator[CaseFault]:
    """What is wrong with the shape of a document, in the order of the file."""
    found = [_deepest(error) for error in _validator().iter_errors(document.data)]
    said = [(error, document.fault(_words(error), _path(error))) for error in found]
    yield from sorted((fault for _, fault in said), key=lambda fault: (fault.line, fault.column))


@cache
def _validator() -> Any:
    checker = Draft202012Validator.TYPE_CHECKER.redefine("number", _is_number)
    made: Any = cast(Any, extend)(Draft202012Validator, type_checker=checker)
    return made(schema())


def _is_number(checker: TypeChecker, value: object) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _deepest(error: ValidationError) -> ValidationError:
    while error.context:
        error = max(error.context, key=lambda inner: len(inner.absolute_path))
    return error


def _path(error: ValidationError) -> tuple[str | int, ...]:
    path = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        return (*path, *_unknown(error)[:1])
    return path


def _unknown(error: ValidationError) -> list[str]:
    return [key for key in _instance(error) if key not in _known(error)]


def _known(error: ValidationError) -> dict[str, Any]:
    whole: Any = error.schema
    return dict(whole.get("properties", {}))


def _instance(error: ValidationError) -> Any:
    return error.instance


def _words(error: ValidationError) -> str:
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
    return f"{', '.join(_unknown(error))} is not known here; expected one of {', '.join(_known(error))}"


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
