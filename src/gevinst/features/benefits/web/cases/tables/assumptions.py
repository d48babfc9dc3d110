"""The table of assumptions: low, likely, high, unit, how each is known."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from gevinst.features.benefits.web.cases.editing.fields import Fields, Row, Section
from gevinst.features.benefits.web.cases.tables.source_fields import optional, source_fields
from gevinst.features.benefits.web.cases.words.choices import options
from gevinst.features.benefits.web.cases.words.evidence import (
    DISTRIBUTIONS,
    GRADES,
    METHODS,
    STATUSES,
)


def assumptions(make: Fields) -> list[Section]:
    """Every assumption: low, likely, high, unit, how it is known; the rest folded."""
    named = make.data.get("assumptions")
    found = [_assumption(make, name, each) for name, each in (named or {}).items()]
    return [
        Section(
            _("Assumptions"),
            _(
                "Each value once, with its range and where it is from. Lines and formulas use the key."
            ),
            found,
            add="assumptions",
            add_words=_("Add an assumption"),
            id="assumptions",
        )
    ]


def _assumption(make: Fields, name: str, given: Any) -> Row:
    path = f"assumptions.{name}"
    one = make.one
    title = given.get("title") if isinstance(given, dict) else ""
    return Row(
        path,
        str(title or name),
        [
            one(f"{path}.title", _("Name")),
            one(f"{path}.low", _("Lowest"), "number"),
            one(f"{path}.value", _("Likely"), "number"),
            one(f"{path}.high", _("Highest"), "number"),
            one(f"{path}.unit", _("Unit")),
            one(f"{path}.evidence", _("How known"), "select", choices=options(GRADES)),
            *source_fields(make, path),
        ],
        [
            one(f"{path}.by_year", _("By year (2026: 10; 2027: 12)"), "series"),
            one(f"{path}.growth", _("Growth a year, per cent"), "percent"),
            one(f"{path}.formula", _("Formula")),
            one(f"{path}.distribution", _("Spread"), "select",
                choices=optional(DISTRIBUTIONS)),
            one(f"{path}.status", _("Status"), "select", choices=optional(STATUSES)),
            one(f"{path}.method", _("Method"), "select", choices=options(METHODS)),
            one(f"{path}.n", _("Observations"), "whole"),
        ],
        path=path,
    )  # fmt: skip
