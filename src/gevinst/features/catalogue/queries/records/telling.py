"""One process as a record: plain values under the names of its fields."""

from __future__ import annotations

from typing import Any

from gevinst.engines.identifiers import mask_all
from gevinst.features.catalogue.fields import CHANGEABLE, GROUPS, INTERNAL
from gevinst.features.catalogue.models import Process, Standing
from gevinst.features.catalogue.queries.records.gathering import Gathered
from gevinst.features.catalogue.queries.records.hanging import authority_facts

Record = dict[str, Any]
NAMED = ("systems_today", "systems_used", "technologies", "units")
PEOPLE = frozenset({"owner", "contact", "reporter"})
# In the order of the groups, so that files have their columns as pages have their fields.
PLAIN = tuple(
    name
    for group in GROUPS.values()
    for name in group
    if name in CHANGEABLE and name not in {*NAMED, *PEOPLE}
)
STANDING = (
    "adopters", "followers", "comments", "hours_expected", "hours_measured", "amount_measured",
    "suitability", "readiness", "refreshed_at",
)  # fmt: skip


def told(row: Process, known: Gathered) -> Record:
    """The record of `row`, of which `known` has what hangs on it; internal fields null where not readable."""
    own = row.pk in known.internal
    facts = {name: _plain(row, name) if own or name not in INTERNAL else None for name in PLAIN}
    return {
        "id": row.pk,
        "authority": authority_facts(row.authority),
        **facts,
        **_named(row, known),
        "people": known.people.get(row.pk, []),
        "legal_clauses": known.legal_clauses.get(row.pk, []),
        "blocks": known.blocks.get(row.pk, []),
        "parts": known.parts.get(row.pk, []),
        "part_of": known.part_of.get(row.pk, []),
        "reuses": known.reuses.get(row.pk, []),
        "reused_by": known.reused_by.get(row.pk, []),
        "attachments": known.attachments.get(row.pk, []),
        "origins": known.origins.get(row.pk, []),
        "standing": _standing(known.standing.get(row.pk)),
        "created_at": row.created_at,
        "changed_at": row.changed_at,
    }


def _plain(row: Process, name: str) -> Any:
    return _masked(getattr(row, name))


def _masked(value: Any) -> Any:
    """Person numbers hidden in a text, and in the texts of a list or a mapping."""
    if isinstance(value, str):
        return mask_all(value)
    if isinstance(value, list):
        return [_masked(each) for each in value]
    if isinstance(value, dict):
        return {key: _masked(each) for key, each in value.items()}
    return value


def _named(row: Process, known: Gathered) -> Record:
    """What is held by ids, with names; an id of what is gone is left out."""
    books = (known.systems, known.systems, known.technologies, known.units)
    return {
        name: [book[key] for key in getattr(row, name) if key in book]
        for name, book in zip(NAMED, books, strict=True)
    }


def _standing(standing: Standing | None) -> Record:
    """As told last; as for a new process where nothing was told yet."""
    held = standing or Standing()
    return {name: getattr(held, name) for name in STANDING}
