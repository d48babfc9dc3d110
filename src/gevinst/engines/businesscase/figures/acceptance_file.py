"""Reading a file of checks: what a check must have, what may be left out, and what is never looked at."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from gevinst.engines.businesscase.figures.acceptance_entry import GIVEN, as_check
from gevinst.engines.businesscase.figures.verdict import Check


@dataclass(frozen=True, slots=True)
class Entry:
    """A check, and apart from it what the file says it should come to (None where it says nothing)."""

    key: str
    case: str
    check: Check
    given: Mapping[str, Any]


def read(path: Path) -> list[Entry]:
    """The checks of a file, numbers kept exactly as printed.

    Raises: ValueError saying which check is wrong and what was expected; OSError.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except json.JSONDecodeError as error:
        message = f"{path.name}, line {error.lineno}: {error.msg}; expected a JSON object"
        raise ValueError(message) from None
    checks = content.get("checks") if isinstance(content, dict) else content
    if not isinstance(checks, list):
        raise ValueError(f'{path.name}: no checks; expected a list under "checks"')
    return [_entry(path.name, number, each) for number, each in enumerate(checks, 1)]


def _entry(file: str, number: int, each: Any) -> Entry:
    if not isinstance(each, dict):
        raise ValueError(f"{file}, check {number}: {each!r}; expected an object with a formula")
    key = str(each.get("id") or f"check {number}")
    try:
        check = as_check(each)
    except (ValueError, ArithmeticError, TypeError) as error:
        raise ValueError(f"{file}, {key}: {error}") from None
    given = {word: each.get(word) for word in GIVEN}
    return Entry(key, str(each.get("case") or ""), check, given)
