"""The axes of the drawing of a projection."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import floor, log10

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from gevinst.features.benefits.web.estimates.chart_scale import (
    HEIGHT,
    LEFT,
    LINE,
    RIGHT,
    WIDTH,
    Scale,
)
from gevinst.shared.templatetags.gevinst import number

MOST_LABELS = 12


def axis(scale: Scale, years: Sequence[int], step: float) -> SafeString:
    """Levels with their amounts, and as many years as there is room for."""
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
