"""How much of what may happen an amount covers: a rising curve with marks on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from gevinst.features.benefits.charts.frame import GREY, rows_of, spec, text_mark
from gevinst.features.benefits.charts.scale import scale_of
from gevinst.shared import charts

HEIGHT, LINE = 180, 16


def coverage_chart(
    curve: Sequence[tuple[Decimal, Decimal]], marks: Mapping[str, Decimal], *, title: str
) -> SafeString:
    """Share of outcomes (0-1) over amounts (DKK) as steps; each mark is a line with its amount beside it."""
    scale = scale_of(amount for amount, _share in curve)
    rows = [{"x": scale.of(amount), "y": float(share * 100)} for amount, share in curve]
    most = max(row["x"] for row in rows)
    x = {
        "field": "x",
        "type": "quantitative",
        "title": scale.unit,
        "axis": {"format": ",~f", "tickCount": 5},
    }
    y = {
        "field": "y",
        "type": "quantitative",
        "title": _("per cent of the outcomes"),
        "scale": {"domain": [0, 100]},
        "axis": {"format": ",~f", "tickCount": 5},
    }
    line = {
        "data": rows_of(rows),
        "mark": {
            "type": "line",
            "interpolate": "step-after",
            "color": charts.ACCENT,
            "strokeWidth": 2.5,
        },
        "encoding": {"x": x, "y": y},
    }
    layers: list[dict[str, Any]] = [line]
    for at, (name, value) in enumerate(marks.items()):
        held = scale.of(value)
        late = bool(most) and held > most / 2
        told = rows_of([{"x": held, "words": f"{name}: {scale.words(value)}"}])
        across = {"field": "x", "type": "quantitative"}
        layers += [
            {
                "data": told,
                "mark": {"type": "rule", "color": GREY, "strokeDash": [3, 3]},
                "encoding": {"x": across},
            },
            {
                "data": told,
                "mark": text_mark(align="right" if late else "left", dx=-5 if late else 5),
                "encoding": {
                    "x": across,
                    "y": {"value": HEIGHT - LINE * (3 - at)},
                    "text": {"field": "words"},
                },
            },
        ]
    return charts.drawing(spec(layers, HEIGHT), title=title)
