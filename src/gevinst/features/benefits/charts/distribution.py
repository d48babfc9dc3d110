"""How far the total net may lie: a histogram of simulations with P10, P50 and P90."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from gevinst.engines.businesscase.uncertainty import Bin
from gevinst.features.benefits.charts.frame import GREY, INK, rows_of, spec, text_mark
from gevinst.features.benefits.charts.scale import scale_of
from gevinst.shared import charts

HEIGHT, HEAD = 170, 34
LINE = 15


def distribution_chart(
    bins: Sequence[Bin], marks: Mapping[str, float], *, title: str
) -> SafeString:
    """Bars of the bins, those below 0 outlined; `marks` (P10 …) stand as lines with their values (DKK)."""
    scale = scale_of([*(each.low for each in bins), *(each.high for each in bins)])
    rows = [
        {
            "from": scale.of(each.low),
            "to": scale.of(each.high),
            "n": each.count,
            "fill": charts.OUTLINE if each.high <= 0 else charts.HATCH,
        }
        for each in bins
    ]
    most = max(each.count for each in bins)
    told = [
        {"x": scale.of(value), "words": f"{name} {scale.words(value)}", "top": -LINE * at - 6}
        for at, (name, value) in enumerate(marks.items())
    ]
    x = {
        "field": "from",
        "type": "quantitative",
        "title": scale.unit,
        "axis": {"format": ",~f", "tickCount": 5},
        "scale": {"zero": False, "nice": False},
    }
    bars = {
        "data": rows_of(rows),
        "mark": {"type": "bar", "stroke": charts.ACCENT, "strokeWidth": 1},
        "encoding": {
            "x": x,
            "x2": {"field": "to"},
            "y": {
                "field": "n",
                "type": "quantitative",
                "title": _("simulations"),
                "axis": {"format": ",~f", "tickCount": 3},
                "scale": {"domain": [0, most]},
            },
            "y2": {"datum": 0},
            "fill": {"field": "fill", "type": "nominal", "scale": None, "legend": None},
        },
    }
    lines = [
        layer
        for each in told
        for layer in (
            {
                "data": rows_of([each]),
                "mark": {
                    "type": "rule",
                    "color": INK if str(each["words"]).startswith("P50") else GREY,
                },
                "encoding": {
                    "x": {"field": "x", "type": "quantitative"},
                    "y": {"value": each["top"]},
                    "y2": {"value": HEIGHT},
                },
            },
            {
                "data": rows_of([each]),
                "mark": text_mark(align="left", dx=4, dy=-1, baseline="top"),
                "encoding": {
                    "x": {"field": "x", "type": "quantitative"},
                    "y": {"value": each["top"]},
                    "text": {"field": "words"},
                },
            },
        )
    ]
    return charts.drawing(spec([bars, *lines], HEIGHT), title=title)
