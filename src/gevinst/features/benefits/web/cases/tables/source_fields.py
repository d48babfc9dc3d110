"""Fields of the tables that several rows have: the source, and a choice that may be left open."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from gevinst.features.benefits.web.cases.editing.fields import Field, Fields
from gevinst.features.benefits.web.cases.words.choices import Words, options


def source_fields(make: Fields, path: str) -> list[Field]:
    """Where it is from: a text, or the parts of a source that is spelled out."""
    name, *rest = path.split(".")
    holder: Any = make.data.get(name)
    for step in rest:
        holder = holder[int(step)] if isinstance(holder, list) else (holder or {}).get(step)
    if isinstance(holder, dict) and isinstance(holder.get("source"), dict):
        return [
            make.one(f"{path}.source.document", _("Source")),
            make.one(f"{path}.source.anchor", _("Where in it")),
        ]
    return [make.one(f"{path}.source", _("Source"))]


def optional(choices: Words) -> list[tuple[str, str]]:
    """The choices, with one that says nothing first."""
    return [("", "–"), *options(choices)]
