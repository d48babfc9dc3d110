"""A warning with its facts in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.notes import Note
from gevinst.features.benefits.web.estimates.method_words import CANDIDATES, FAMILIES
from gevinst.features.benefits.web.estimates.note_words import NOTES
from gevinst.shared.templatetags.gevinst import number

SHARES: Final = {"residual_cv", "limit", "index", "managed"}


def told(note: Note, areas: Mapping[str, Any] | None = None) -> str:
    """A note in the reader's language; what has no words here as the engine says it."""
    words = NOTES.get(note.code)
    if words is None:
        return note.message
    return str(words) % {
        name: _fact(name, value, areas or {}) for name, value in note.facts.items()
    }


def _fact(name: str, value: Any, areas: Mapping[str, Any]) -> str:
    known: Mapping[str, Mapping[str, Any]] = {
        "area": areas,
        "method": {**FAMILIES, **CANDIDATES},
        "required": FAMILIES,
    }
    if name in known:
        return str(known[name].get(value, value)).lower()
    if name == "shares":
        return ", ".join(f"P{number(each * 100)}" for each in value)
    return _plain_fact(name, value)


def _plain_fact(name: str, value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(each) for each in value)
    if value is None or (isinstance(value, Decimal) and not value.is_finite()):
        return _("more than all")
    if name in SHARES:
        return f"{number(value * 100)} %"
    return number(value, 1 if name == "times" else 0) if isinstance(value, Decimal) else str(value)
