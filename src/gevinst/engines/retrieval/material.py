"""Documents and questions from files of JSON lines, plain or gzipped."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gevinst.engines.retrieval.measure import Query


class Unreadable(Exception):
    """A file is not there or does not hold what it should; the text says which line and why."""


def documents(path: Path) -> dict[str, str]:
    """The texts of lines {"id", "text"}, by id. Raises: Unreadable."""
    texts: dict[str, str] = {}
    for place, line in _lines(path):
        key, text = _given(line, "id", place), _given(line, "text", place)
        if not isinstance(text, str):
            raise Unreadable(f'{place}: "text" is not a text')
        if str(key) in texts:
            raise Unreadable(f"{place}: the id {key} stands there twice")
        texts[str(key)] = text
    return texts


def queries(path: Path, known: dict[str, str]) -> list[Query]:
    """The questions of lines {"query", "relevant"}, `relevant` being an id or several. Raises: Unreadable."""
    found = []
    for place, line in _lines(path):
        text, relevant = _given(line, "query", place), _given(line, "relevant", place)
        ids = frozenset(map(str, relevant if isinstance(relevant, list) else [relevant]))
        if not ids or not ids <= known.keys():
            raise Unreadable(f'{place}: "relevant" names no document, or one that is not there')
        found.append(Query(str(text), ids))
    return found


def _given(line: dict[str, Any], name: str, place: str) -> Any:
    if line.get(name) is None:
        raise Unreadable(f'{place}: "{name}" is missing')
    return line[name]


def _lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    count = 0
    try:
        with (
            gzip.open(path, "rt", encoding="utf-8")
            if path.suffix == ".gz"
            else path.open(encoding="utf-8") as file
        ):
            for number, text in enumerate(file, start=1):
                if text.strip():
                    count += 1
                    yield f"{path.name} line {number}", _object(text, f"{path.name} line {number}")
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as fault:
        raise Unreadable(f"{path.name} cannot be read: {fault}") from fault
    if not count:
        raise Unreadable(f"{path.name} is empty")


def _object(text: str, place: str) -> dict[str, Any]:
    try:
        line = json.loads(text)
    except json.JSONDecodeError as fault:
        raise Unreadable(f"{place}: no JSON ({fault.msg})") from fault
    if not isinstance(line, dict):
        raise Unreadable(f"{place}: no JSON object")
    return line
