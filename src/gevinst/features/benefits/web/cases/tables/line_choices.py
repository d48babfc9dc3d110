"""What a line is chosen from: places of the diagram, and other lines."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.features.benefits.casework.paths import Data, rows
from gevinst.features.benefits.web.cases.editing.fields import Field, Fields
from gevinst.features.benefits.web.cases.words.places import place_words, places


def place_field(make: Fields, path: str, line: Data, areas: tuple[str, ...]) -> Field:
    """The place in the estimation diagram; one of the authority's own is among those to choose from."""
    known, own = places(areas), str(line.get("place", ""))
    if own and own not in dict(known):
        known = [*known, (own, place_words(own))]
    label = _("Place in the estimation diagram")
    return make.one(f"{path}.place", label, "select", choices=known)


def lines_of(data: Data, scenarios: tuple[str, ...], but: Data) -> list[tuple[str, str]]:
    """Key and title of the costs of these scenarios, other than one."""
    return [
        (str(row.get("id", "")), str(row.get("title") or row.get("id", "")))
        for row in rows(data, "costs")
        if str(row.get("scenario")) in scenarios and row is not but
    ]
