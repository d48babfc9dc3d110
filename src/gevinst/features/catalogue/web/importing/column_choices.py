"""The columns of a CSV file with the fields that each may be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from gevinst.features.catalogue.actions.importing.columns import TARGETS
from gevinst.features.catalogue.notices.values import label

# Fields of the file's own that have no field of a process.
OWN = frozenset({
    "id", "authority", "other_contact", "other_systems", "legal_clause", "legal_clause_verified_on",
    "internal_links",
})  # fmt: skip


class Column(NamedTuple):
    """A column: its number, its heading, an example, and (field, name, chosen) of each choice."""

    number: int
    heading: str
    example: str
    choices: list[tuple[str, str, bool]]


def column_rows(
    headings: Sequence[str], examples: Sequence[str], chosen: dict[str, str]
) -> list[Column]:
    """The columns in their order. `chosen` maps fields to headings."""
    field_of = {heading: field for field, heading in chosen.items()}
    names = sorted(((field, _name(field)) for field in TARGETS), key=lambda one: one[1].casefold())
    return [
        Column(
            number,
            heading,
            example,
            [(field, name, field_of.get(heading) == field) for field, name in names],
        )
        for number, (heading, example) in enumerate(zip(headings, examples, strict=True))
        if heading
    ]


def _name(field: str) -> str:
    words = {
        "id": _("Id in your list"),
        "authority": _("Authority"),
        "other_contact": _("Other contact"),
        "other_systems": _("Other systems of today"),
        "legal_clause": _("Legal clause"),
        "legal_clause_verified_on": _("Legal clause last verified"),
        "internal_links": _("Internal links"),
    }
    return words[field] if field in OWN else label(field).capitalize()
