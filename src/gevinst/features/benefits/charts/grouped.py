"""What was expected against what is measured, group by group: outlined above solid, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils.safestring import SafeString

from gevinst.features.benefits.charts.frame import (
    FILLS,
    WORDS_AXIS,
    broken,
    rows_of,
    spec,
    text_mark,
)
from gevinst.features.benefits.charts.scale import Scale, scale_of
from gevinst.shared import charts

ROW, ENDS = 52, 1.25
EXPECTED, MEASURED = "expected", "measured"


class GroupBar(NamedTuple):
    """A group with what was expected and what is measured; None where nothing is."""

    label: str
    expected: Decimal
    measured: Decimal | None


def grouped_chart(bars: Sequence[GroupBar], unit: str, *, title: str) -> SafeString:
    """Two bars a group, each with its value; `unit` "" counts in DKK, in the scale that suits."""
    values = [value for bar in bars for value in (bar.expected, bar.measured) if value is not None]
    scale = Scale(Decimal(1), unit) if unit else scale_of(values)
    rows = [row for bar in bars for row in _rows(bar, scale)]
    y = {
        "field": "label",
        "type": "nominal",
        "sort": [broken(bar.label) for bar in bars],
        "axis": WORDS_AXIS,
    }
    offset = {"field": "kind", "type": "nominal", "sort": [EXPECTED, MEASURED]}
    most = max((row["x"] for row in rows), default=0.0)
    x: dict[str, Any] = {
        "field": "x",
        "type": "quantitative",
        "title": scale.unit,
        "scale": {"domain": [0, most * ENDS or 1]},
        "axis": {"format": ",~f", "tickCount": 4},
    }
    placed = {"y": y, "yOffset": offset, "x": x}
    fill = {"field": "fill", "type": "nominal", "scale": None, "legend": None}
    drawn = {
        "mark": {"type": "bar", "stroke": charts.ACCENT, "strokeWidth": 1},
        "encoding": {**placed, "fill": fill},
    }
    words = {
        "mark": text_mark(align="left", dx=4, fontSize=12),
        "encoding": {**placed, "text": {"field": "words"}},
    }
    height = ROW * max(len(bars), 1)
    return charts.drawing({**spec([drawn, words], height), "data": rows_of(rows)}, title=title)


def _rows(bar: GroupBar, scale: Scale) -> list[dict[str, Any]]:
    held = [(EXPECTED, bar.expected), (MEASURED, bar.measured)]
    return [
        {
            "label": broken(bar.label),
            "x": scale.of(value),
            "kind": kind,
            "fill": FILLS[kind],
            "words": scale.words(value),
        }
        for kind, value in held
        if value is not None
    ]
