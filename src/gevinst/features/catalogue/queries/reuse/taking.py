"""What a copy takes from its source, by how much of it is reused."""

from __future__ import annotations

from collections.abc import Collection

from gevinst.features.catalogue.fields import GROUPS, NOT_COPIED
from gevinst.features.catalogue.models import Adoption

# What tells what the process is; without it a copy would not be one.
IDEA = frozenset({*GROUPS["what"], "domains", "kle", "form", "kla"}) - {"links"}
# What can be chosen when parts are reused.
PARTS = (
    "systems",
    "effort",
    "suitability",
    "result",
    "implementation",
    "openness",
    "law",
    "blocks",
)
NAMED = ("title", "summary")  # every process has these; `actions.create` asks for them by name


def taken(extent: str, parts: Collection[str] = ()) -> frozenset[str]:
    """The names of the fields that a copy of this extent has from its source.

    `parts` are names of `PARTS`, heard for the extent "parts" only. Never a field of `NOT_COPIED`.
    """
    if extent == Adoption.Extent.IDEA:
        return IDEA - NOT_COPIED
    chosen = PARTS if extent == Adoption.Extent.WHOLE else parts
    fields = {name for group in chosen for name in GROUPS.get(group, ())}
    return (IDEA | {"links"} | fields) - NOT_COPIED


def takes(part: str, extent: str, parts: Collection[str] = ()) -> bool:
    """Whether such a copy takes the legal clauses ("law") or the building blocks ("blocks")."""
    return extent == Adoption.Extent.WHOLE or (extent == Adoption.Extent.PARTS and part in parts)
