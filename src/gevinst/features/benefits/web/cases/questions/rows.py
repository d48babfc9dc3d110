"""Rows of the guided questions: fields side by side, and an assumption with its range."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from gevinst.features.benefits.web.cases.editing.fields import Field, Fields, Row


def side_by_side(*fields: Field, title: str = "") -> Row:
    """A row of fields that is always there."""
    return Row("", title, fields, drop=False)


def with_range(make: Fields, name: str, label: str) -> list[Field]:
    """Likely, lowest and highest of an assumption; only what it comes to where it is not a plain value."""
    path = f"assumptions.{name}"
    given: Any = (make.data.get("assumptions") or {}).get(name)
    if isinstance(given, dict) and ("formula" in given or "by_year" in given):
        key, kind = ("formula", "formula") if "formula" in given else ("by_year", "series")
        return [make.one(f"{path}.{key}", label, kind)]
    return [
        make.one(f"{path}.value", label, "number"),
        make.one(f"{path}.low", _("Lowest"), "number"),
        make.one(f"{path}.high", _("Highest"), "number"),
    ]
