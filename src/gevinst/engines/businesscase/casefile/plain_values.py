"""Values as JSON can hold them: exact numbers as text, notes with their facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.indicators.break_even import BreakEven
from gevinst.engines.businesscase.notes import Note


def note_json(note: Note) -> dict[str, Any]:
    """A finding with its code, its sentence in both languages and its facts."""
    facts = {name: plain(value) for name, value in note.facts.items()}
    return {
        "code": note.code,
        "message_da": note.danish,
        "message_en": note.message,
        "facts": facts,
    }


def plain(value: object) -> Any:
    """A value as JSON can hold it: numbers with decimals as text."""
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return value if isinstance(value, int | bool | None) else str(value)


def turn(found: BreakEven | None) -> dict[str, Any] | None:
    """A break-even with its year."""
    if found is None:
        return None
    return {"year": found.year, "period": found.period, "years": str(found.years)}


def texts(series: Iterable[Decimal]) -> list[str]:
    """Numbers as text."""
    return [str(value) for value in series]


def text(value: Decimal | None) -> str | None:
    """A number as text; None stays None."""
    return None if value is None else str(value)
