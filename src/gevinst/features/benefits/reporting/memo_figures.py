"""What a case comes to, as the six cards of a memo."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.features.benefits.charts.case_chart import money
from gevinst.features.benefits.publishing.sections import years_words
from gevinst.features.benefits.queries.cases.rates import discount, yearly
from gevinst.features.benefits.reporting.case_parts import (
    Part,
)
from gevinst.shared.templatetags.gevinst import day, number


def figures_part(result: Result, on: date) -> list[Part]:
    """What the case comes to, as six cards."""
    roi, turn, payback = result.roi(), result.break_even(), result.payback()
    held = discount(result.case, on)
    hours, fte = yearly(result, on)
    never = _("not within the years")
    cards = [
        (_("Net over the years"), money(result.total)),
        (_("ROI"), "–" if roi is None else f"{number(100 * roi, 1)} %"),
        (_("Earned back"), never if turn is None else str(turn.year)),
        (_("Payback"), years_words(payback)),
        (_("Present value"), money(result.npv(held.rates))),
        (
            _("Hours freed a year"),
            _("%(hours)s (%(fte)s FTE)") % {"hours": number(hours), "fte": number(fte, 1)},
        ),
    ]
    rows = [{"value": value, "label": label, "word": "", "kind": ""} for label, value in cards]
    told = _("Present value by the rates that held %(day)s. Source: %(source)s") % {
        "day": day(held.since),
        "source": held.source,
    }
    return [{"kind": "cards", "title": "", "rows": rows, "columns": 3, "note": told}]
