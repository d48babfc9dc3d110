"""Single sections of a published case, from what the story says of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.readiness.template_parts import (
    Economy,
    FactBox,
    Headline,
    Technology,
)
from gevinst.features.benefits.publishing.told_rows import (
    basis_of,
    decimal_of,
    listed,
    text_of,
    whole,
)


def facts(case: Case, data: Mapping[str, Any]) -> FactBox:
    """The fact box; authorities, technology, field and period are the case's where the story is silent."""
    period = text_of(data, "period")
    return FactBox(
        authorities=tuple(map(str, listed(data.get("authorities")))) or case.authorities,
        inhabitants=whole(data.get("inhabitants")),
        inhabitants_year=whole(data.get("inhabitants_year")),
        technology=text_of(data, "technology") or case.technology,
        professional_field=text_of(data, "professional_field") or case.field_of_work,
        period=period or f"{case.first}-{case.last}",
        contact=text_of(data, "contact"),
    )


def headline(data: Mapping[str, Any]) -> Headline:
    """A figure that the case is known by."""
    return Headline(
        number=text_of(data, "number"),
        label=text_of(data, "label"),
        how_computed=text_of(data, "how_computed"),
        data_points=tuple(map(str, listed(data.get("data_points")))),
        basis=basis_of(data),
    )


def economy(data: Mapping[str, Any]) -> Economy:
    """What the case itself says of its economy."""
    internal = data.get("internal_time")
    return Economy(
        costs=text_of(data, "costs"),
        benefits=text_of(data, "benefits"),
        figure_description=text_of(data, "figure_description"),
        roi=decimal_of(data.get("roi")),
        roi_years=whole(data.get("roi_years")),
        break_even=text_of(data, "break_even"),
        internal_time=internal if isinstance(internal, bool) else None,
    )


def technology(case: Case, data: Mapping[str, Any]) -> Technology:
    """The technology, with its link where that is an address of the web."""
    link = text_of(data, "link")
    safe = link if link.startswith(("https://", "http://")) else ""
    return Technology(text_of(data, "name") or case.technology, text_of(data, "text"), safe)
