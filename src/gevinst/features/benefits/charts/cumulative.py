"""The cumulative net year by year, where it turns, and under which reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString

from gevinst.features.benefits.charts.cumulative_words import (
    HEIGHT,
    PLOT,
    ends_of,
    turn_of,
    years_axis,
)
from gevinst.features.benefits.charts.frame import GREY, INK, rows_of, spec
from gevinst.features.benefits.charts.scale import scale_of
from gevinst.shared import charts

DASHES = ([1, 0], [6, 4], [2, 3], [8, 3, 2, 3])


def cumulative_chart(
    years: Sequence[int],
    series: Mapping[str, Sequence[Decimal]],
    *,
    title: str,
    turn: int | None = None,
    turn_words: str = "",
) -> SafeString:
    """Lines of the cumulative net (DKK), labelled with what they end at; `turn` is the break-even year.

    The first line is solid, the others dashed each in its way.
    """
    scale = scale_of(value for values in series.values() for value in values)
    rows = [
        {"x": str(year), "y": scale.of(value), "line": str(at)}
        for at, values in enumerate(series.values())
        for year, value in zip(years, values, strict=True)
    ]
    domain = _domain([scale.of(value) for values in series.values() for value in values])
    ends = [
        (f"{name} {scale.words(values[-1])}".strip(), scale.of(values[-1]))
        for name, values in series.items()
    ]
    lines = _lines(rows, scale.unit, len(series))
    lines["encoding"]["y"]["scale"] = {"domain": domain, "nice": False}
    layers = [_zero(), lines, *ends_of(ends, domain), *turn_of(turn, turn_words, years)]
    return charts.drawing(spec(layers, HEIGHT, PLOT), title=title)


def _domain(values: Sequence[float]) -> list[float]:
    """From the least to the most, 0 among them, with a little air."""
    low, high = min([0.0, *values]), max([0.0, *values])
    air = 0.06 * ((high - low) or 1)
    return [low - air, high + air]


def _zero() -> dict[str, Any]:
    return {
        "data": rows_of([{"y": 0}]),
        "mark": {"type": "rule", "color": INK, "strokeWidth": 1},
        "encoding": {"y": {"field": "y", "type": "quantitative"}},
    }


def _lines(rows: list[dict[str, Any]], unit: str, count: int) -> dict[str, Any]:
    names = [str(at) for at in range(count)]
    dashes = [DASHES[at % len(DASHES)] for at in range(count)]
    inks = [charts.ACCENT, *[GREY] * (count - 1)]
    return {
        "data": rows_of(rows),
        "mark": {"type": "line", "strokeWidth": 2.5, "point": {"size": 30, "filled": True}},
        "encoding": {
            "x": years_axis(),
            "y": {
                "field": "y",
                "type": "quantitative",
                "title": unit,
                "axis": {"format": ",~f", "tickCount": 5},
            },
            "color": {
                "field": "line",
                "type": "nominal",
                "scale": {"domain": names, "range": inks},
                "legend": None,
            },
            "strokeDash": {
                "field": "line",
                "type": "nominal",
                "scale": {"domain": names, "range": dashes},
                "legend": None,
            },
        },
    }
