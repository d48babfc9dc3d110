"""What an estimate comes to, as a page shows it: value and interval, the warnings."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.features.benefits.estimating.inputs import EXPERIENCE, Inputs
from gevinst.features.benefits.estimating.worked import Worked
from gevinst.features.benefits.publishing.units import unit_words
from gevinst.features.benefits.queries.estimates.requirement import Requirement
from gevinst.features.benefits.web.cases.typed.numbers import shown_number
from gevinst.features.benefits.web.estimates.note_told import told
from gevinst.features.benefits.web.estimates.rests_on import rests_on
from gevinst.features.benefits.web.estimates.shown_projection import shown_projection
from gevinst.shared.templatetags.gevinst import number


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
            "unit": unit_words(of.unit),
            "kind": "estimated",
            "source": source,
        },
        {"label": _("Low"), "value": low, "unit": unit_words(of.unit)},
        {"label": _("High"), "value": high, "unit": unit_words(of.unit)},
        {"label": _("Observations"), "value": number(estimate.n)},
    ]
    return {
        "figures": figures,
        "interval": _interval(worked),
        "notes": notes,
        "short": told(short) if short else "",
        **(shown_projection(worked.projected, worked, inputs, of) if worked.projected else {}),
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
