"""Charts on paper: one in the middle, or two by two, each with its numbers in words."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from gevinst.features.benefits.charts.case_chart import CaseChart
from gevinst.features.benefits.reporting.case_parts import Part


def more_charts(charts: Sequence[CaseChart]) -> list[Part]:
    """The charts after the first, two by two; nothing where there is only one."""
    title, found = _("Where the money comes from and how sure it is"), charts[1:]
    if not found:
        return []
    rows = [
        {"title": each.caption, "picture": at, "alt": alt(each), "note": each.note}
        for at, each in enumerate(found, 1)
    ]
    return [{"kind": "charts", "title": title, "rows": rows, "note": ""}]


def chart_part(title: str, found: CaseChart, picture: int, width: int = 62) -> Part:
    """One chart in the middle of the page, `width` per cent of it wide."""
    return {
        "kind": "chart",
        "title": title,
        "picture": picture,
        "alt": alt(found),
        "width": width,
        "note": found.note,
    }


def alt(found: CaseChart) -> str:
    """A chart in words: what it shows and its numbers."""
    told = "; ".join(": ".join((row[0], ", ".join(row[1:]))) for row in found.rows)
    return f"{found.caption} ({', '.join(found.head[1:])}). {told}"
