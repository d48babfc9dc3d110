"""Markdown as the pages need it: tables, with what would break a cell escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; a cell is anything that has a text.

    >>> print(table(["a", "b"], [["1|2", None]]))
    | a | b |
    |---|---|
    | 1\\|2 |  |
    """
    lines = [_row(head), "|" + "---|" * len(head), *(_row(row) for row in rows)]
    return "\n".join(lines)


def _row(cells: Sequence[object]) -> str:
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return " ".join(text.split()).replace("|", "\\|")


def code(value: object) -> str:
    """The value in code type; nothing for nothing."""
    text = "" if value is None else str(value)
    return f"`{text}`" if text else ""
