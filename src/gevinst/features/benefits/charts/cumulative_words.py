"""What is written on the lines of the cumulative net: their ends, and the year in which it turns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gevinst.features.benefits.charts.frame import GREY, rows_of, text_mark

HEIGHT = 200
PLOT = 270
APART = 16


def years_axis() -> dict[str, Any]:
    """The years along the chart, those left out that have no room."""
    axis = {"labelAngle": 0, "labelOverlap": "greedy", "labelSeparation": 4}
    return {"field": "x", "type": "ordinal", "title": None, "axis": axis}


def ends_of(ends: Sequence[tuple[str, float]], domain: Sequence[float]) -> list[dict[str, Any]]:
    """What each line ends at, right of it, no two closer than a line of words."""
    low, high = domain
    wanted = sorted((HEIGHT * (high - value) / (high - low), words) for words, value in ends)
    layers, last = [], -float(APART)
    for height, words in wanted:
        last = max(height, last + APART)
        layers.append(
            {
                "data": rows_of([{"words": words}]),
                "mark": text_mark(align="left", dx=4, fontWeight="bold"),
                "encoding": {
                    "x": {"value": PLOT},
                    "y": {"value": last},
                    "text": {"field": "words"},
                },
            }
        )
    return layers


def turn_of(turn: int | None, words: str, years: Sequence[int]) -> list[dict[str, Any]]:
    """A mark at the year of break-even, its words on the side where there is room."""
    if turn is None:
        return []
    late = years.index(turn) > len(years) / 2
    data = rows_of([{"x": str(turn), "words": words}])
    return [
        {
            "data": data,
            "mark": {"type": "rule", "color": GREY, "strokeDash": [3, 3]},
            "encoding": {"x": years_axis()},
        },
        {
            "data": data,
            "mark": text_mark(
                align="right" if late else "left", dx=-6 if late else 6, baseline="top"
            ),
            "encoding": {"x": years_axis(), "y": {"value": 2}, "text": {"field": "words"}},
        },
    ]
