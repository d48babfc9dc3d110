"""From scenario 0 to scenario 1: what each line takes away or adds, over all years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString

from gevinst.features.benefits.charts.frame import (
    FILLS,
    INK,
    ROW,
    WIDTH,
    WORDS_AXIS,
    broken,
    rows_of,
    spec,
    text_mark,
)
from gevinst.features.benefits.charts.scale import Scale, scale_of
from gevinst.shared import charts

TOTAL = "total"


@dataclass(frozen=True, slots=True)
class WaterfallStep:
    """One step (DKK): `kind` is measured, estimated, expected, cost, or `total` for a sum so far."""

    label: str
    amount: Decimal
    kind: str


def waterfall_chart(steps: Sequence[WaterfallStep], *, title: str) -> SafeString:
    """The steps from top to bottom, each beginning where the one above ended; totals begin at 0."""
    placed = _placed(steps)
    scale = scale_of(end for _step, begin, end in placed for end in (begin, end))
    rows = [_row(at, step, begin, end, scale) for at, (step, begin, end) in enumerate(placed)]
    reach = max((abs(row["to"]) for row in rows), default=1.0)
    order = [row["label"] for row in rows]
    y = {"field": "label", "type": "nominal", "sort": order, "axis": WORDS_AXIS}
    x = {
        "field": "from",
        "type": "quantitative",
        "title": scale.unit,
        "axis": {"format": ",~f", "tickCount": 4},
        "scale": {"domain": _domain(rows, reach)},
    }
    bars = {
        "data": rows_of(rows),
        "mark": {"type": "bar", "height": 20, "stroke": charts.ACCENT, "strokeWidth": 1},
        "encoding": {"y": y, "x": x, "x2": {"field": "to"}, "fill": _fill()},
    }
    words = {
        "data": rows_of(rows),
        "mark": text_mark(align="left", dx=5),
        "encoding": {
            "y": y,
            "x": {"field": "most", "type": "quantitative"},
            "text": {"field": "words"},
        },
    }
    zero = {
        "data": rows_of([{"x": 0}]),
        "mark": {"type": "rule", "color": INK},
        "encoding": {"x": {"field": "x", "type": "quantitative"}},
    }
    return charts.drawing(spec([bars, zero, words], ROW * len(rows), WIDTH - 60), title=title)


def _placed(
    steps: Sequence[WaterfallStep],
) -> list[tuple[WaterfallStep, Decimal, Decimal]]:
    at, found = Decimal(0), []
    for step in steps:
        begin = Decimal(0) if step.kind == TOTAL else at
        at = begin + step.amount
        found.append((step, begin, at))
    return found


def _row(
    at: int, step: WaterfallStep, begin: Decimal, end: Decimal, scale: Scale
) -> dict[str, Any]:
    sign = "+" if step.amount > 0 and step.kind != TOTAL else ""
    return {
        # The number keeps two steps of one title apart; it is too small to be seen.
        "label": broken(step.label) + "\u200b" * at,
        "from": scale.of(begin),
        "to": scale.of(end),
        "most": scale.of(max(begin, end)),
        "words": f"{sign}{scale.words(step.amount)}",
        "fill": FILLS["measured"] if step.kind == TOTAL else FILLS[step.kind],
    }


def _domain(rows: Sequence[dict[str, Any]], reach: float) -> list[float]:
    """From the least to the most, with room for words on the right."""
    ends = [row[key] for row in rows for key in ("from", "to")]
    low, high = min([0.0, *ends]), max([0.0, *ends])
    return [low, high + 0.28 * ((high - low) or reach or 1)]


def _fill() -> dict[str, Any]:
    return {"field": "fill", "type": "nominal", "scale": None, "legend": None}
