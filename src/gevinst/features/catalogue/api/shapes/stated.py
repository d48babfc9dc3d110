"""What of a payload counts as stated."""

from __future__ import annotations

from typing import Any

from gevinst.features.catalogue.api.shapes.sent import ProcessChange
from gevinst.features.catalogue.models import Process

# Levels and the run period are texts that are empty where nothing is stated.
EMPTIED = frozenset(
    field.name
    for field in Process._meta.concrete_fields
    if field.choices and getattr(field, "blank", False)
)
CLEARED = frozenset(field.name for field in Process._meta.concrete_fields if field.null)


def stated(payload: ProcessChange) -> dict[str, Any]:
    """Field to value of what was sent; null empties what can be empty, and is nothing elsewhere."""
    sent: dict[str, Any] = payload.model_dump(exclude_unset=True)
    facts: dict[str, Any] = {
        name: "" if value is None and name in EMPTIED else value for name, value in sent.items()
    }
    facts = {name: value for name, value in facts.items() if value is not None or name in CLEARED}
    if "legal_clauses" in facts:
        facts["legal_clauses"] = [_filled(clause) for clause in facts["legal_clauses"]]
    return facts


def _filled(clause: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in clause.items() if value is not None}
