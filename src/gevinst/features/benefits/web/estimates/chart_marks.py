"""The marks in the drawing of a projection: the interval, the courses, the years."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from gevinst.features.benefits.web.estimates.chart_scale import BAND, Scale
from gevinst.shared.charts import ACCENT


def band(scale: Scale, ends: Sequence[tuple[int, float, float]]) -> SafeString:
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


def path(scale: Scale, points: Sequence[tuple[int, float]], *, dashed: bool) -> SafeString:
    """A course through the years; dashed where it is projected."""
    placed = " ".join(f"{scale.x(year)},{scale.y(amount)}" for year, amount in points)
    dash = "5 4" if dashed else "none"
    return format_html(
        '<polyline points="{}" fill="none" stroke="{}" stroke-width="2" stroke-dasharray="{}"/>',
        placed, ACCENT, dash,
    )  # fmt: skip


def dots(scale: Scale, points: Sequence[tuple[int, float]], fill: str) -> SafeString:
    """A dot for each year."""
    return format_html_join(
        "",
        '<circle cx="{}" cy="{}" r="4" fill="'
        + fill
        + '" stroke="'
        + ACCENT
        + '" stroke-width="2"/>',
        ((scale.x(year), scale.y(amount)) for year, amount in points),
    )
