"""The cumulative net year by year, where it turns, and under which reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString

from gevinst.features.benefits.charts.frame import GREY, INK, rows_of, spec, text_mark
from gevinst.features.benefits.charts.scale import scale_of
from gevinst.shared import charts

HEIGHT, PLOT, APART = 200, 270, 16
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
    layers = [_zero(), lines, *_ends(ends, domain), *_turn(turn, turn_words, years)]
    return charts.drawing(spec(layers, HEIGHT, PLOT), title=title)


def _domain(values: Sequence[float]) -> list[float]:
    """From the least to the most, 0 among them, with a little air."""
    low, high = min([0.0, *values]), max([0.0, *values])
    air = 0.06 * ((high - low) or 1)
    return [low - air, high + air]


def _x() -> dict[str, Any]:
    axis = {"labelAngle": 0, "labelOverlap": "greedy", "labelSeparation": 4}
    return {"field": "x", "type": "ordinal", "title": None, "axis": axis}


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
            "x": _x(),
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


def _ends(ends: Sequence[tuple[str, float]], domain: Sequence[float]) -> list[dict[str, Any]]:
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


def _turn(turn: int | None, words: str, years: Sequence[int]) -> list[dict[str, Any]]:
    """A mark at the year of break-even, its words on the side where there is room."""
    if turn is None:
        return []
    late = years.index(turn) > len(years) / 2
    data = rows_of([{"x": str(turn), "words": words}])
    return [
        {
            "data": data,
            "mark": {"type": "rule", "color": GREY, "strokeDash": [3, 3]},
            "encoding": {"x": _x()},
        },
        {
            "data": data,
            "mark": text_mark(
                align="right" if late else "left", dx=-6 if late else 6, baseline="top"
            ),
            "encoding": {"x": _x(), "y": {"value": 2}, "text": {"field": "words"}},
        },
    ]
