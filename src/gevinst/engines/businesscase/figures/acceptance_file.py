"""Reading a file of checks: what a check must have, what may be left out, and what is never looked at."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.published import Published
from gevinst.engines.businesscase.figures.reading import read as read_figure
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
    given = {word: each.get(word) for word in _GIVEN}
    return Entry(key, str(each.get("case") or ""), check, given)


_GIVEN = ("reproduces", "how", "computed", "computed_interval", "power", "deviation")


def as_check(each: Mapping[str, Any]) -> Check:
    """The check of one object of the file; its verdict and computed value are not looked at."""
    inputs: dict[str, Any] = dict(each.get("inputs") or {})
    intervals = {
        name: _interval(ends)
        for name, ends in (each.get("input_intervals") or {}).items()
        if _is_pair(ends) and not isinstance(inputs.get(name), list)
    }
    published, tolerance = _published(each.get("published"), each.get("tolerance"))
    return Check(
        formula=str(each.get("formula") or ""),
        inputs=inputs,
        published=published,
        tolerance=tolerance,
        intervals=intervals,
        assumptions=_assumptions(each.get("assumptions")),
        circular=bool(each.get("circular")),
        figure=str(each.get("figure") or ""),
        unit=str(each.get("unit") or ""),
    )


def _published(published: Any, tolerance: Any) -> tuple[Any, Any]:
    """Where no tolerance is given, half a unit of the last printed digit is."""
    if isinstance(published, str):
        published, own = _from_text(published)
        return published, own if tolerance is None else tolerance
    if tolerance is None:
        return published, _half_unit(published)
    return published, tolerance


def _from_text(text: str) -> tuple[Any, Any]:
    try:
        figure = read_figure(text)
    except ValueError:
        return text, 0
    assert isinstance(figure, Published)
    return figure.value, figure.last_digit / 2


def _half_unit(published: Any) -> Any:
    if isinstance(published, list):
        return [_half_unit(part) for part in published]
    if isinstance(published, Decimal):
        return Decimal("0.5").scaleb(int(published.as_tuple().exponent))
    return 0


def _interval(ends: Any) -> Interval:
    low, high = (Decimal(str(end)) for end in ends)
    return Interval(min(low, high), max(low, high))


def _is_pair(ends: Any) -> bool:
    return isinstance(ends, list) and len(ends) == 2 and None not in ends  # noqa: PLR2004


def _assumptions(given: Any) -> tuple[str, ...]:
    if isinstance(given, str):
        return (given,) if given else ()
    return tuple(str(each) for each in given or ())
