"""What was expected against what came, year by year: outlined beside solid."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString

from gevinst.features.benefits.charts.frame import FILLS, rows_of, spec, text_mark
from gevinst.features.benefits.charts.scale import scale_of
from gevinst.shared import charts

HEIGHT = 190
EXPECTED, MEASURED = "expected", "measured"


def realised_chart(
    expected: Mapping[int, Decimal], realised: Mapping[int, Decimal], *, title: str
) -> SafeString:
    """Two columns a year (DKK), each with its amount over it."""
    scale = scale_of([*expected.values(), *realised.values()])
    rows = [
        {
            "x": str(year),
            "y": scale.of(value),
            "kind": kind,
            "fill": FILLS[kind],
            "words": scale.words(value),
        }
        for kind, series in ((EXPECTED, expected), (MEASURED, realised))
        for year, value in series.items()
    ]
    x = {"field": "x", "type": "ordinal", "title": None, "axis": {"labelAngle": 0}}
    offset = {"field": "kind", "type": "nominal", "sort": [EXPECTED, MEASURED]}
    y: dict[str, Any] = {
        "field": "y",
        "type": "quantitative",
        "title": scale.unit,
        "axis": {"format": ",~f", "tickCount": 4},
    }
    bars = {
        "mark": {"type": "bar", "stroke": charts.ACCENT, "strokeWidth": 1},
        "encoding": {
            "x": x,
            "xOffset": offset,
            "y": y,
            "fill": {"field": "fill", "type": "nominal", "scale": None, "legend": None},
        },
    }
    words = {
        "mark": text_mark(dy=-8, fontSize=12),
        "encoding": {"x": x, "xOffset": offset, "y": y, "text": {"field": "words"}},
    }
    return charts.drawing({**spec([bars, words], HEIGHT), "data": rows_of(rows)}, title=title)
