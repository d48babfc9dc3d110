"""What a projection comes to, as a page shows it: the chart, the years, the candidates."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.estimators import Projection
from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.features.benefits.estimating.inputs import Inputs
from gevinst.features.benefits.estimating.worked import Worked
from gevinst.features.benefits.web.cases.typed.numbers import shown_number
from gevinst.features.benefits.web.estimates.chart import projection_chart
from gevinst.features.benefits.web.estimates.method_words import CANDIDATES
from gevinst.shared.templatetags.gevinst import number

HUNDRED = 100


def shown_projection(
    projected: Projection, worked: Worked, inputs: Inputs, of: Assumption
) -> dict[str, Any]:
    """The chart with its table, and every candidate with how well it foretells."""
    history = {int(year): Decimal(amount) for year, amount in inputs["history"].items()}
    title = _("Past years and projection of %(title)s") % {"title": of.title or of.name}
    known = [(year, shown_number(amount), "", "") for year, amount in sorted(history.items())]
    told_ = [
        (year, number(each.value, _places(each.value)), number(each.low, _places(each.value)),
         number(each.high, _places(each.value)))
        for year, each in sorted(worked.series.items())
    ]  # fmt: skip
    return {
        "chart": projection_chart(history, worked, title),
        "chart_title": title,
        "years": [*known, *told_],
        "candidates": [_candidate(projected, each) for each in projected.candidates],
        "why": _why(projected, inputs),
    }


def _places(value: Decimal) -> int:
    return 0 if abs(value) >= HUNDRED else 2


def _candidate(projected: Projection, each: Any) -> dict[str, str | bool]:
    return {
        "name": str(CANDIDATES[each.method]),
        "chosen": each is projected.chosen,
        "rmse": "–" if each.loo_rmse is None else number(each.loo_rmse, _places(each.loo_rmse)),
        "r2": "–" if each.r2 is None else number(each.r2, 2),
        "mape": _percent(each.mape),
        "cv": _percent(each.residual_cv),
    }


def _percent(share: Decimal | None) -> str:
    return "–" if share is None else f"{number(share * HUNDRED, 1)} %"


def _why(projected: Projection, inputs: Inputs) -> str:
    name = str(CANDIDATES[projected.chosen.method])
    if inputs.get("use"):
        return _("You chose it: %(name)s.") % {"name": name}
    return _(
        "Chosen: %(name)s. Where one year is left out and foretold from the others, it misses least."
    ) % {"name": name}
