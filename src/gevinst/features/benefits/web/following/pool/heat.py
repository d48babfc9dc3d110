"""The heat map of the risks: bands of chance and cost, and the risks that lie in each."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from django.utils.translation import gettext_lazy, pgettext

from gevinst.engines.businesscase.risk import HeatMap
from gevinst.features.benefits.web.following.frame import Facts
from gevinst.shared.templatetags.gevinst import number

HEATS = {
    "low": gettext_lazy("Low"),
    "medium": gettext_lazy("Medium"),
    "high": gettext_lazy("High"),
}


def heat_table(found: HeatMap, titles: dict[str, str]) -> Facts:
    """The map as rows of cells with the titles of their risks, likeliest first."""
    chances, costs = (
        _bands([p * 100 for p in found.probabilities], " %"),
        _bands(found.consequences, ""),
    )
    rows = [
        (
            chances[row[0].probability - 1],
            [(cell.heat, HEATS[cell.heat], [titles[name] for name in cell.risks]) for cell in row],
        )
        for row in found.rows
    ]
    return {"costs": costs, "rows": rows}


def _bands(bounds: Any, unit: str) -> list[str]:
    told = [number(bound) + unit for bound in bounds]
    first, last = pgettext("band", "below %s") % told[0], pgettext("band", "from %s") % told[-1]
    return [first, *(f"{low} – {high}" for low, high in pairwise(told)), last]
