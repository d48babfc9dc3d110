"""Headline figures, kept as text, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gevinst.features.benefits.web.cases.results.return_figures import percent
from gevinst.shared.templatetags.gevinst import dkk, number

FIGURES: Mapping[str, Promise] = {
    "net": gettext_lazy("Net over the years"),
    "roi": gettext_lazy("Return (ROI)"),
    "break_even": gettext_lazy("Break-even"),
    "payback": gettext_lazy("Paid back in"),
    "npv": gettext_lazy("Present value"),
    "hours": gettext_lazy("Hours freed a year"),
    "fte": gettext_lazy("Full-time staff"),
}


def figure_words(name: str, value: str | None) -> str:
    """A headline figure, kept as text, as it is shown."""
    if value is None:
        return _("never") if name in ("break_even", "payback") else "–"
    return value if name == "break_even" else SHOWN[name](Decimal(value))


SHOWN: Mapping[str, Callable[[Decimal], str]] = {
    "net": lambda value: dkk(value, 0),
    "npv": lambda value: dkk(value, 0),
    "roi": percent,
    "payback": lambda value: _("%(n)s years") % {"n": number(value, 1)},
    "hours": lambda value: number(value, 0),
    "fte": lambda value: number(value, 1),
}
