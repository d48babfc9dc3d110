"""Charts as SVG, drawn on the server: measured is solid, estimated hatched, expected outlined.

Drawing the same data again costs nothing. The SVG has no style attribute and no script, so that the
policy lets it through; a page always puts the numbers beside it as a table.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

MEASURED, ESTIMATED, EXPECTED = "measured", "estimated", "expected"
KINDS = (MEASURED, ESTIMATED, EXPECTED)
ACCENT = "#0b5c58"
# More bars than this get no numbers of their own: they would run into each other.
FEW, WIDEST = 6, 72
NUMBERED = 14
# Colours that stand for a pattern until the SVG is done.
HATCH, OUTLINE = "#0b5c59", "#fffffe"
_FONT = "IBM Plex Sans, sans-serif"
_AXIS = {"labelFontSize": 13, "titleFontSize": 13, "titleFontWeight": "normal"}
_INK = {"labelColor": "#1a1a1a", "titleColor": "#1a1a1a", "gridColor": "#dcdcdc"}
LOOK = {"font": _FONT, "axis": {**_AXIS, **_INK}, "view": {"stroke": None}}
_NOISE = re.compile(r'\s(?:aria-[a-z]+|role|style|class|tabindex)="[^"]*"')


class Bar(NamedTuple):
    """One bar: where on the axis, how tall, which kind, and the day it stands for, if it is one."""

    label: str
    value: Decimal | int
    kind: str = MEASURED
    at: date | None = None


def columns(bars: Sequence[Bar], *, title: str, unit: str) -> SafeString:
    """Upright bars in the order given, kinds stacked; `title` is what a screen reader says."""
    language = "en-GB" if (get_language() or "da").startswith("en") else "da-DK"
    rows = [{"x": b.label, "y": float(b.value), "kind": b.kind} for b in bars]
    return _labelled(_drawn(json.dumps(rows), unit, language), title)


def drawing(spec: Mapping[str, Any], *, title: str) -> SafeString:
    """A Vega-Lite chart of one's own in the look of the house; `title` is what a screen reader says.

    A mark coloured `HATCH` is hatched, one coloured `OUTLINE` is drawn as an outline.
    """
    language = "en-GB" if (get_language() or "da").startswith("en") else "da-DK"
    return _labelled(_of_spec(json.dumps(spec), language), title)


def _labelled(svg: str, title: str) -> SafeString:
    head = f'<svg role="img" aria-label="{escape(title)}"'
    return mark_safe(svg.replace("<svg", head, 1))  # noqa: S308 - own drawing, title escaped


@lru_cache(maxsize=512)
def _drawn(rows: str, unit: str, language: str) -> str:
    import vl_convert

    spec = _spec(json.loads(rows), unit)
    drawn = vl_convert.vegalite_to_svg(spec, format_locale=_formats(language))
    return _clean(drawn, hashlib.sha256(f"{rows}{unit}{language}".encode()).hexdigest()[:8])


@lru_cache(maxsize=512)
def _of_spec(spec: str, language: str) -> str:
    import vl_convert

    drawn = vl_convert.vegalite_to_svg(
        {**json.loads(spec), "background": None, "config": LOOK}, format_locale=_formats(language)
    )
    return _clean(drawn, hashlib.sha256(f"{spec}{language}".encode()).hexdigest()[:8])


@cache
def _formats(language: str) -> dict[str, Any]:
    import vl_convert

    danish = language.startswith("da")
    formats: dict[str, Any] = vl_convert.get_format_locale("da-DK" if danish else "en-GB")
    return formats


def _spec(rows: list[dict[str, Any]], unit: str) -> dict[str, Any]:
    import altair as alt

    order = list(dict.fromkeys(row["x"] for row in rows))
    fills = alt.Scale(domain=list(KINDS), range=[ACCENT, HATCH, OUTLINE])
    # The year stands below the month.
    words = alt.Axis(labelAngle=0, labelOverlap=True, labelExpr="split(datum.label, ' ')")
    drawn = alt.Chart({"values": rows}).encode(
        x=alt.X("x:O", sort=order, scale=alt.Scale(domain=order), title=None, axis=words),
        y=alt.Y("sum(y):Q", title=unit, axis=alt.Axis(format=",~f", tickCount=5)),
    )
    # A column alone would otherwise fill the drawing.
    width: dict[str, Any] = {"size": WIDEST} if len(order) < FEW else {}
    bars = (
        drawn.transform_filter("datum.y > 0")
        .mark_bar(stroke=ACCENT, strokeWidth=1, **width)
        .encode(
            color=alt.Color("kind:N", scale=fills, legend=None),
            order=alt.Order("kind:N", sort="descending"),
        )
    )
    chart = alt.layer(bars, _numbers(drawn)) if len(order) <= NUMBERED else bars
    spec: dict[str, Any] = chart.properties(width=620, height=220).to_dict()
    return {**spec, "config": LOOK, "background": None}


def _numbers(drawn: Any) -> Any:
    """What each column comes to, written over it; nothing over an empty one."""
    import altair as alt

    sums = drawn.transform_aggregate(y="sum(y)", groupby=["x"]).transform_filter("datum.y > 0")
    return sums.mark_text(dy=-8, fontSize=13, color="#1a1a1a").encode(
        text=alt.Text("y:Q", format=",.0f")
    )


def _clean(svg: str, name: str) -> str:
    """Without what the policy stops and what repeats the label; with the pattern of estimates."""
    hatch = (
        f'<defs><pattern id="hatch-{name}" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/>'
        f'<rect width="2.5" height="6" fill="{ACCENT}"/></pattern></defs>'
    )
    bare = _NOISE.sub("", svg).replace(HATCH, f"url(#hatch-{name})").replace(OUTLINE, "#fff")
    start = bare.index(">", bare.index("<svg")) + 1
    return f"{bare[bare.index('<svg') : start]}{hatch}{bare[start:]}"
