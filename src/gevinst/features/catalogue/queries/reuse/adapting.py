"""What an adopter has to adapt: derived from the copy, the source as it was, and what the authority has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gevinst.features.catalogue.models import (
    Adoption,
    ItSystem,
    Landscape,
    Phase,
    Process,
    Technology,
)

# Notes that somebody here must have read and made the own authority's.
NOTES = ("data_protection", "infrastructure", "policies")
NUMBERS = ("occurrences", "minutes", "employees", "development_hours")
DONE = frozenset({Phase.OPERATION, Phase.DECOMMISSIONED})


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to adapt. `thing` is the id of a system, technology or clause, `name` what it is called.

    Kinds: "system", "technology", "law", "contact", "effort", and those of `NOTES`.
    """

    key: str
    kind: str
    name: str = ""
    thing: int | None = None


def to_adapt(adoption: Adoption) -> list[Item]:
    """What is left to adapt; nothing once the process is in operation, or for what was settled."""
    process = adoption.process
    if process.phase in DONE:
        return []
    settled = set(adoption.settled)
    return [item for item in _items(process, _source_then(adoption)) if item.key not in settled]


def _items(process: Process, then: dict[str, Any]) -> Iterator[Item]:
    used = {*process.systems_used, *process.systems_today}
    yield from _lacking(process.authority_id, "system", used)
    yield from _lacking(process.authority_id, "technology", set(process.technologies))
    for clause in process.legal_clauses.filter(verified_on=None):
        yield Item(f"law:{clause.pk}", "law", clause.text, clause.pk)
    if not process.contact_email and process.contact_id is None:
        yield Item("contact", "contact")
    for name in NOTES:
        said = getattr(process, name)
        if (said and said == then.get(name)) or (name == NOTES[0] and not said):
            yield Item(name, name)
    if any(getattr(process, name) is not None for name in NUMBERS) and all(
        getattr(process, name) == then.get(name) for name in NUMBERS
    ):
        yield Item("effort", "effort")


def _lacking(authority_id: int, kind: str, wanted: set[int]) -> Iterator[Item]:
    """Of the systems (or technologies) wanted, those that the authority is not known to have."""
    model: Any = ItSystem if kind == "system" else Technology
    rows = Landscape.objects.filter(authority=authority_id, **{f"{kind}__in": wanted})
    had = set(rows.values_list(f"{kind}_id", flat=True))
    for one in model.objects.filter(pk__in=wanted - had):
        yield Item(f"{kind}:{one.pk}", kind, one.label, one.pk)


def _source_then(adoption: Adoption) -> dict[str, Any]:
    """The source's notes and numbers as they stood when it was adopted."""
    events = Process.pgh_event_model.objects  # type: ignore[attr-defined]
    found = events.filter(pgh_id=adoption.source_event, pgh_obj_id=adoption.source_id)
    return found.values(*NOTES, *NUMBERS).first() or {}
