"""The tornado: what the total net becomes when one assumption is low or high, the widest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from gevinst.features.benefits.charts.frame import (
    INK,
    ROW,
    WIDTH,
    WORDS_AXIS,
    broken,
    rows_of,
    spec,
    text_mark,
)
from gevinst.features.benefits.charts.scale import scale_of
from gevinst.shared import charts

ROOM = 0.22


@dataclass(frozen=True, slots=True)
class TornadoBar:
    """One assumption: the net (DKK) where it is low and where it is high."""

    label: str
    at_low: float
    at_high: float


def tornado_chart(bars: Sequence[TornadoBar], base: float, *, title: str) -> SafeString:
    """The bars from top to bottom; the end of the low assumption is hatched, that of the high one solid."""
    scale = scale_of([base, *(end for bar in bars for end in (bar.at_low, bar.at_high))])
    rows, words = [], []
    for bar in bars:
        label = broken(bar.label)
        for end, fill in ((bar.at_low, charts.HATCH), (bar.at_high, charts.ACCENT)):
            rows.append({"label": label, "from": scale.of(base), "to": scale.of(end), "fill": fill})
        for end in (min(bar.at_low, bar.at_high), max(bar.at_low, bar.at_high)):
            words.append({"label": label, "x": scale.of(end), "words": scale.words(end)})
    ends = [scale.of(end) for bar in bars for end in (base, bar.at_low, bar.at_high)]
    y = {
        "field": "label",
        "type": "nominal",
        "sort": [broken(bar.label) for bar in bars],
        "axis": WORDS_AXIS,
    }
    layers = [
        {
            "data": rows_of(rows),
            "mark": {"type": "bar", "height": 18, "stroke": charts.ACCENT, "strokeWidth": 1},
            "encoding": {
                "y": y,
                "x": _x(scale.unit, _domain(ends)),
                "x2": {"field": "to"},
                "fill": {"field": "fill", "type": "nominal", "scale": None, "legend": None},
            },
        },
        {
            "data": rows_of([{"x": scale.of(base)}]),
            "mark": {"type": "rule", "color": INK, "strokeWidth": 1.5},
            "encoding": {"x": {"field": "x", "type": "quantitative"}},
        },
        *[_ends(words[side::2], y, side) for side in (0, 1)],
    ]
    return charts.drawing(spec(layers, ROW * len(bars), WIDTH - 60), title=title)


def _x(unit: str, domain: list[float]) -> dict[str, Any]:
    return {
        "field": "from",
        "type": "quantitative",
        "title": unit,
        "axis": {"format": ",~f", "tickCount": 4},
        "scale": {"domain": domain, "nice": False},
    }


def _ends(rows: list[dict[str, Any]], y: dict[str, Any], side: int) -> dict[str, Any]:
    how = {"align": "left", "dx": 5} if side else {"align": "right", "dx": -5}
    return {
        "data": rows_of(rows),
        "mark": text_mark(**how),
        "encoding": {
            "y": y,
            "x": {"field": "x", "type": "quantitative"},
            "text": {"field": "words"},
        },
    }


def _domain(ends: Sequence[float]) -> list[float]:
    """From the least to the most with room for words at both ends."""
    low, high = min(ends), max(ends)
    room = ROOM * ((high - low) or abs(high) or 1)
    return [low - room, high + room]
