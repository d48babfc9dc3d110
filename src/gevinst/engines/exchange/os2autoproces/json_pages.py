"""The processes in a saved answer of the API: one page, several, one process, or one a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from gevinst.engines.exchange.processes import FileFault

Found = tuple[str, Any]


def items(content: bytes) -> list[Found]:
    """Each process with its place. Raises `FileFault`: "not-json", "no-processes".

    >>> items(b'{"_embedded": {"processes": [{"id": 1}]}}')
    [('record 1', {'id': 1})]
    """
    found = list(_processes(_parsed(content)))
    if not found and not _empty_page(_parsed(content)):
        raise FileFault("no-processes", "_embedded.processes")
    return [(f"record {number}", one) for number, one in enumerate(found, start=1)]


def _parsed(content: bytes) -> Any:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise FileFault("not-json", f"byte {fault.start + 1}") from fault
    try:
        return json.loads(text, parse_float=str)
    except json.JSONDecodeError as fault:
        lines = _lines(text)
        if lines is None:
            where = f"line {fault.lineno}, column {fault.colno}"
            raise FileFault("not-json", where) from fault
        return lines
    except RecursionError as fault:
        raise FileFault("not-json", "nested too deep") from fault


def _lines(text: str) -> list[Any] | None:
    """One value a line; None where that is not what it is."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 2:  # noqa: PLR2004
        return None
    try:
        return [json.loads(line, parse_float=str) for line in lines]
    except ValueError:
        return None


def _processes(found: Any) -> Iterator[Any]:
    if isinstance(found, list):
        for one in found:
            if isinstance(one, dict) and "_embedded" in one and "title" not in one:
                yield from _processes(one)
            else:
                yield one
    elif isinstance(found, dict):
        embedded = found.get("_embedded")
        if isinstance(embedded, dict) and isinstance(embedded.get("processes"), list):
            yield from embedded["processes"]
        elif isinstance(found.get("content"), list):
            yield from found["content"]
        elif "title" in found or "shortDescription" in found:
            yield found


def _empty_page(found: Any) -> bool:
    return isinstance(found, dict) and ("page" in found or "_embedded" in found)
