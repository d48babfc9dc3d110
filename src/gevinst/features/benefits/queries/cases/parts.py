"""The parts of a case file brought to a form in which two can be held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

MISSING: Any = None


def flat(data: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Every value by its dotted name."""
    for key, value in data.items():
        if isinstance(value, dict) and value:
            yield from flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def whole(value: Any) -> Any:
    """An assumption that is a number alone is its value."""
    return value if isinstance(value, dict) else {"value": value}


def by_id(things: Any) -> dict[str, Any]:
    """Things of a list by their id, else by their place."""
    rows = things if isinstance(things, list) else []
    return {
        str(each.get("id", at)) if isinstance(each, dict) else str(at): each
        for at, each in enumerate(rows)
    }


def mapping(value: Any) -> dict[str, Any]:
    """The mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def title_of(value: Any) -> str:
    """The title of a thing; "" where it has none."""
    return str(value.get("title", "")) if isinstance(value, dict) else ""
