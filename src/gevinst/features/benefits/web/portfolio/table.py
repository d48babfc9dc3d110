"""The sums of the portfolio by a dimension, as a table and a drawing."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gevinst.features.benefits.charts.grouped import GroupBar, grouped_chart
from gevinst.features.benefits.models import Benefit
from gevinst.features.benefits.queries.portfolio.holding import Unit
from gevinst.features.benefits.queries.portfolio.portfolio import Portfolio
from gevinst.features.benefits.queries.portfolio.sums import Sum
from gevinst.features.benefits.web.following.frame import Facts
from gevinst.features.benefits.web.following.realised.figures import percent
from gevinst.features.benefits.web.portfolio.units import DKK, unit_word
from gevinst.shared.templatetags.gevinst import number

BY = {
    "type": gettext_lazy("Type"),
    "tilstand": gettext_lazy("How far"),
    "realisering": gettext_lazy("How it is taken"),
    "ansvarlig": gettext_lazy("Owner"),
    "proces": gettext_lazy("Process"),
}


def _key(by: str, one: Benefit) -> str:
    told = {
        "type": one.get_kind_display(),
        "tilstand": one.get_state_display(),
        "realisering": one.get_mode_display(),
        "ansvarlig": one.owner_name or _("No owner"),
        "proces": one.process.title if one.process else _("No process"),
    }
    return str(told[by])


def sums_table(found: Portfolio, unit: Unit, by: str) -> Facts:
    """The sums of one unit by a dimension: rows, total and drawing."""
    sums = found.sums(unit, lambda one: _key(by, one))
    bars = [
        GroupBar(label, one.expected, one.measured if one.measured_count else None)
        for label, one in sums.items()
    ]
    told = "; ".join(
        f"{bar.label}: {number(bar.expected)} / {number(bar.measured)}" for bar in bars
    )
    words = "" if unit == DKK else unit_word(unit)
    title = f"{_('Expected and measured a year')}: {told}"
    return {
        "rows": [(label, _row(one)) for label, one in sums.items()],
        "total": _row(found.total(unit)),
        "chart": grouped_chart(bars, words, title=title) if bars else "",
    }


def _row(one: Sum) -> Facts:
    return {"sum": one, "rate": percent(one.rate)}
