"""The drawing of a projection: past years, the years projected, and the interval they lie in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from gevinst.features.benefits.estimate_methods import Worked
from gevinst.shared.charts import ACCENT
from gevinst.shared.templatetags.gevinst import number

WIDTH, HEIGHT = 620, 220
LEFT, RIGHT, TOP, BOTTOM = 84, 16, 16, 34
INK, LINE, BAND = "#1a1a1a", "#dcdcdc", "#cfe3e1"
TICKS = 4
ROUND = (1, 2, 5, 10)
MOST_LABELS = 12


@dataclass(frozen=True, slots=True)
class _Scale:
    """From years and amounts to places in the drawing."""

    first: int
    last: int
    low: float
    high: float

    def x(self, year: int) -> float:
        """Where a year stands."""
        share = (year - self.first) / max(self.last - self.first, 1)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, amount: float) -> float:
        """Where an amount stands; the larger the higher."""
        share = (amount - self.low) / ((self.high - self.low) or 1)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def projection_chart(history: Mapping[int, Decimal], worked: Worked, title: str) -> SafeString:
    """Past years as dots, the projected ones as rings on the 80 % interval; `title` is what is read aloud."""
    series = {year: (each.low, each.value, each.high) for year, each in worked.series.items()}
    amounts = [*history.values(), *(end for three in series.values() for end in three)]
    years = sorted({*history, *series})
    least, most = min(0.0, *map(float, amounts)), max(0.0, *map(float, amounts))
    step = _step(most - least)
    scale = _Scale(years[0], years[-1], floor(least / step) * step, ceil(most / step) * step)
    known = [(year, float(history[year])) for year in sorted(history)]
    told = [
        (year, float(low), float(value), float(high))
        for year, (low, value, high) in sorted(series.items())
    ]
    likely = [(year, value) for year, _low, value, _high in told]
    parts = [
        _axis(scale, years, step),
        _band(scale, [(year, low, high) for year, low, _value, high in told]),
        _path(scale, known, dashed=False),
        _path(scale, [*known[-1:], *likely], dashed=True),
        _dots(scale, known, ACCENT),
        _dots(scale, likely, "#fff"),
    ]
    return _drawing(title, parts)


def _drawing(title: str, parts: Sequence[SafeString]) -> SafeString:
    inner = format_html_join("", "{}", ((part,) for part in parts))
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{}" viewBox="0 0 {} {}" '
        'width="{}" height="{}" font-family="IBM Plex Sans, sans-serif" font-size="13" fill="{}">{}</svg>',
        title, WIDTH, HEIGHT, WIDTH, HEIGHT, INK, inner,
    )  # fmt: skip


def _step(span: float) -> float:
    """The round step nearest above a fourth of the span."""
    rough = (span or 1.0) / TICKS
    size = 10.0 ** floor(log10(rough))
    return next(size * each for each in ROUND if size * each >= rough)


def _axis(scale: _Scale, years: Sequence[int], step: float) -> SafeString:
    every = max(1, -(-len(years) // MOST_LABELS))
    count = round((scale.high - scale.low) / step)
    levels = [scale.low + step * n for n in range(count + 1)]
    places = max(0, -floor(log10(step)))
    return format_html(
        "{}{}",
        format_html_join(
            "",
            '<path d="M{} {}H{}" stroke="' + LINE + '"/><text x="{}" y="{}" text-anchor="end">{}</text>',
            (
                (LEFT, scale.y(level), WIDTH - RIGHT, LEFT - 8, scale.y(level) + 4,
                 number(Decimal(repr(level)), places))
                for level in levels
            ),
        ),
        format_html_join(
            "",
            '<text x="{}" y="{}" text-anchor="middle">{}</text>',
            ((scale.x(year), HEIGHT - 10, str(year)) for year in years[::every]),
        ),
    )  # fmt: skip


def _band(scale: _Scale, ends: Sequence[tuple[int, float, float]]) -> SafeString:
    """The interval as a surface; of one year a bar."""
    if len(ends) == 1:
        ((year, low, high),) = ends
        x, top, bottom = scale.x(year), scale.y(high), scale.y(low)
        return format_html(
            '<rect x="{}" y="{}" width="12" height="{}" fill="{}"/>',
            round(x - 6, 1), top, max(round(bottom - top, 1), 1), BAND,
        )  # fmt: skip
    over = [(scale.x(year), scale.y(high)) for year, _low, high in ends]
    under = [(scale.x(year), scale.y(low)) for year, low, _high in reversed(ends)]
    points = " ".join(f"{x},{y}" for x, y in [*over, *under])
    return format_html('<polygon points="{}" fill="{}"/>', points, BAND)


def _path(scale: _Scale, points: Sequence[tuple[int, float]], *, dashed: bool) -> SafeString:
    placed = " ".join(f"{scale.x(year)},{scale.y(amount)}" for year, amount in points)
    dash = "5 4" if dashed else "none"
    return format_html(
        '<polyline points="{}" fill="none" stroke="{}" stroke-width="2" stroke-dasharray="{}"/>',
        placed, ACCENT, dash,
    )  # fmt: skip


def _dots(scale: _Scale, points: Sequence[tuple[int, float]], fill: str) -> SafeString:
    return format_html_join(
        "",
        '<circle cx="{}" cy="{}" r="4" fill="'
        + fill
        + '" stroke="'
        + ACCENT
        + '" stroke-width="2"/>',
        ((scale.x(year), scale.y(amount)) for year, amount in points),
    )
