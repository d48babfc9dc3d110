"""What an estimate comes to, as a page shows it: value and interval, the table behind, the warnings."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.estimators import Projection
from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.features.benefits.estimate_methods import EXPERIENCE, Inputs, Worked
from gevinst.features.benefits.queries.estimates import Requirement
from gevinst.features.benefits.web.cases.typed import shown_number
from gevinst.features.benefits.web.estimate_chart import projection_chart
from gevinst.features.benefits.web.estimate_words import CANDIDATES, rests_on, told
from gevinst.shared.templatetags.gevinst import number

HUNDRED = 100


def shown_result(
    worked: Worked, inputs: Inputs, required: Requirement | None, of: Assumption
) -> dict[str, Any]:
    """The figures, the notes, and of a projection the candidates with a chart."""
    estimate = worked.estimate
    low, value, high = (shown_number(each) for each in worked.three)
    short = required.falls_short(estimate) if required else None
    notes = list(dict.fromkeys(told(note) for note in estimate.notes))
    source = [(_("Rests on"), rests_on(inputs, worked)), (_("Observations"), number(estimate.n))]
    figures = [
        {
            "label": _("Value"),
            "value": value,
            "unit": of.unit,
            "kind": "estimated",
            "source": source,
        },
        {"label": _("Low"), "value": low, "unit": of.unit},
        {"label": _("High"), "value": high, "unit": of.unit},
        {"label": _("Observations"), "value": number(estimate.n)},
    ]
    return {
        "figures": figures,
        "interval": _interval(worked),
        "notes": notes,
        "short": told(short) if short else "",
        **(_projected(worked.projected, worked, inputs, of) if worked.projected else {}),
    }


def _interval(worked: Worked) -> str:
    """What low and high are, by the method."""
    if worked.projected is not None:
        return _("8 of 10 outcomes lie between low and high, if the course goes on as before.")
    if worked.method == EXPERIENCE:
        return _("Low and high are the lowest and the highest case, scaled.")
    if worked.method == "market":
        return _("Low and high are the lowest and the highest offer, also where they are cut away.")
    if worked.method == "triangulation":
        return _("Low and high reach over all the methods that have a weight.")
    return _("Low and high are the least and the most.")


def _projected(
    projected: Projection, worked: Worked, inputs: Inputs, of: Assumption
) -> dict[str, Any]:
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
