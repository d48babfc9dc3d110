"""The drawing of a projection: past years, the years projected, and the interval they lie in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import ceil, floor

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from gevinst.features.benefits.estimating.worked import Worked
from gevinst.features.benefits.web.estimates.chart_axis import axis
from gevinst.features.benefits.web.estimates.chart_marks import band, dots, path
from gevinst.features.benefits.web.estimates.chart_scale import (
    HEIGHT,
    INK,
    WIDTH,
    Scale,
    round_step,
)
from gevinst.shared.charts import ACCENT


def projection_chart(history: Mapping[int, Decimal], worked: Worked, title: str) -> SafeString:
    """Past years as dots, the projected ones as rings on the 80 % interval; `title` is what is read aloud."""
    series = {year: (each.low, each.value, each.high) for year, each in worked.series.items()}
    amounts = [*history.values(), *(end for three in series.values() for end in three)]
    years = sorted({*history, *series})
    least, most = min(0.0, *map(float, amounts)), max(0.0, *map(float, amounts))
    step = round_step(most - least)
    scale = Scale(years[0], years[-1], floor(least / step) * step, ceil(most / step) * step)
    known = [(year, float(history[year])) for year in sorted(history)]
    told = [
        (year, float(low), float(value), float(high))
        for year, (low, value, high) in sorted(series.items())
    ]
    likely = [(year, value) for year, _low, value, _high in told]
    parts = [
        axis(scale, years, step),
        band(scale, [(year, low, high) for year, low, _value, high in told]),
        path(scale, known, dashed=False),
        path(scale, [*known[-1:], *likely], dashed=True),
        dots(scale, known, ACCENT),
        dots(scale, likely, "#fff"),
    ]
    return _drawing(title, parts)


def _drawing(title: str, parts: Sequence[SafeString]) -> SafeString:
    inner = format_html_join("", "{}", ((part,) for part in parts))
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{}" viewBox="0 0 {} {}" '
        'width="{}" height="{}" font-family="IBM Plex Sans, sans-serif" font-size="13" fill="{}">{}</svg>',
        title, WIDTH, HEIGHT, WIDTH, HEIGHT, INK, inner,
    )  # fmt: skip
