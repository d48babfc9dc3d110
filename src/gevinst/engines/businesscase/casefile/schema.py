"""The shape of a case file as a JSON schema, and its faults in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, cast

from jsonschema import Draft202012Validator, TypeChecker, ValidationError
from jsonschema.validators import extend

from gevinst.engines.businesscase.casefile.document import CaseFault, Document
from gevinst.engines.businesscase.casefile.schema_words import fault_words, unknown_keys


@cache
def schema() -> dict[str, Any]:
    """The JSON schema (draft 2020-12) of a case file."""
    text = (files("gevinst.engines.businesscase.casefile") / "schema.json").read_text("utf-8")
    return dict(json.loads(text))


def faults(document: Document) -> Iterator[CaseFault]:
    """What is wrong with the shape of a document, in the order of the file."""
    found = [_deepest(error) for error in _validator().iter_errors(document.data)]
    said = [(error, document.fault(fault_words(error), _path(error))) for error in found]
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
        return (*path, *unknown_keys(error)[:1])
    return path
