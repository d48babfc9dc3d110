"""What the charts of a business case share: their size, their inks, how a label is broken."""

from __future__ import annotations

import textwrap
from typing import Any, Final

from gevinst.shared.charts import ACCENT, HATCH, OUTLINE

# With axis and labels a chart is about 400 units wide: at 390 px its letters are still 11 px.
WIDTH: Final = 320
ROW: Final = 34
INK, GREY, PALE = "#1a1a1a", "#5c5c5c", "#c9c9c9"
FILLS: Final = {"measured": ACCENT, "estimated": HATCH, "expected": OUTLINE, "cost": PALE}
LABEL: Final = 22


def spec(layers: list[dict[str, Any]], height: int, width: int = WIDTH) -> dict[str, Any]:
    """Layers as one Vega-Lite chart."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": width,
        "height": height,
        "layer": layers,
    }


def rows_of(values: list[dict[str, Any]]) -> dict[str, Any]:
    """Rows as the data of a layer."""
    return {"values": values}


def broken(label: str) -> str:
    """A label on two lines at most, cut off where it is longer."""
    lines = textwrap.wrap(label, LABEL, max_lines=2, placeholder=" …") or [label]
    return "\n".join(lines)


def text_mark(**how: Any) -> dict[str, Any]:
    """Words in a chart."""
    return {"type": "text", "fontSize": 13, "color": INK, **how}


# A label axis of words: no line, no ticks, broken where `broken` says.
WORDS_AXIS: Final = {
    "title": None,
    "domain": False,
    "ticks": False,
    "labelPadding": 6,
    "labelLimit": 160,
    "labelExpr": "split(datum.label, '\\n')",
}
