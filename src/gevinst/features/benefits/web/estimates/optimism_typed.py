"""What is chosen on the panel of optimism: as sent, else as kept in the case."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, QueryDict

from gevinst.features.benefits.casework.paths import Data, value_at
from gevinst.features.benefits.estimating.uplifts import AREAS, CATEGORIES
from gevinst.features.benefits.web.cases.typed.numbers import shown_number
from gevinst.features.benefits.web.estimates.optimism_areas import Typed, bare, read

HUNDRED = Decimal(100)
TYPED = ("weight", "managed", "evidence")


def typed_of(request: HttpRequest, data: Data) -> Typed:
    """What was sent, else what is kept in the case, else the choices to begin from."""
    sent = request.POST if request.method == "POST" else request.GET
    if "kategori" in sent:
        return _sent(sent)
    held = value_at(data, ("agreements", "optimism"))
    kept: Mapping[str, Any] = held if isinstance(held, dict) else {}
    choice = (str(kept.get("category", "")), str(kept.get("stage", "")))
    areas = kept.get("areas")
    rows = _kept_rows(areas if isinstance(areas, dict) else {})
    return read(choice if choice in CATEGORIES else next(iter(CATEGORIES)), rows)


def _sent(sent: QueryDict) -> Typed:
    category, _dot, stage = sent.get("kategori", "").partition(".")
    choice = (category, stage) if (category, stage) in CATEGORIES else next(iter(CATEGORIES))
    rows = [
        {
            "id": area,
            **{key: sent.get(f"{key}-{area}", "").replace("\x00", "")[:300] for key in TYPED},
        }
        for area in AREAS
    ]
    return read(choice, rows)


def _kept_rows(held: Mapping[str, Any]) -> list[dict[str, str]]:
    rows = []
    for area, weight in AREAS.items():
        each = held.get(area)
        kept: Mapping[str, Any] = each if isinstance(each, dict) else {}
        numbers = {"weight": kept.get("weight", weight), "managed": kept.get("managed", Decimal(0))}
        shares = {
            key: shown_number(bare(Decimal(value) * HUNDRED))
            for key, value in numbers.items()
            if isinstance(value, int | Decimal)
        }
        rows.append({"id": area, **shares, "evidence": str(kept.get("evidence") or "")})
    return rows
