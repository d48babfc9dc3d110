"""What differs between two versions of a business case, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gevinst.features.benefits.queries.cases.difference import CaseChange, difference
from gevinst.features.benefits.web.cases.choices import (
    DRIVERS,
    GRADES,
    MODES,
    SCENARIOS,
    STATUSES,
    TERMS,
    place_words,
)
from gevinst.features.benefits.web.cases.shown import percent
from gevinst.features.benefits.web.cases.typed import shown_number
from gevinst.shared.templatetags.gevinst import dkk, number

PARTS: Mapping[str, Promise] = {
    "assumptions": gettext_lazy("Assumption"),
    "costs": gettext_lazy("Cost"),
    "benefits": gettext_lazy("Benefit"),
    "risks": gettext_lazy("Risk"),
    "quality": gettext_lazy("Quality"),
    "readings": gettext_lazy("Reading"),
    "transfers": gettext_lazy("Transfer"),
    "published": gettext_lazy("Published figure"),
    "price_levels": gettext_lazy("Price level"),
    "title": gettext_lazy("Title"),
    "summary": gettext_lazy("Summary"),
    "years": gettext_lazy("Years"),
    "operation_from": gettext_lazy("In operation from"),
    "price_year": gettext_lazy("Prices of"),
    "parties": gettext_lazy("Parties"),
    "perspective": gettext_lazy("Whose net counts"),
    "baseline": gettext_lazy("Without the solution"),
    "origin": gettext_lazy("Break-even is counted"),
    "discount": gettext_lazy("Discount rate as of"),
    "field_of_work": gettext_lazy("Field of work"),
    "technology": gettext_lazy("Technology"),
}
FIELDS: Mapping[str, Promise | str] = {
    "title": gettext_lazy("name"),
    "value": gettext_lazy("value"),
    "low": gettext_lazy("lowest"),
    "high": gettext_lazy("highest"),
    "unit": gettext_lazy("unit"),
    "source": gettext_lazy("source"),
    "evidence": gettext_lazy("how known"),
    "status": gettext_lazy("status"),
    "formula": gettext_lazy("formula"),
    "growth": gettext_lazy("growth"),
    "scenario": gettext_lazy("scenario"),
    "place": gettext_lazy("place"),
    "mode": gettext_lazy("how it is taken"),
    "relieves": gettext_lazy("relieves the cost"),
    "owner": gettext_lazy("who answers for it"),
    "probability": gettext_lazy("probability"),
    "consequence.low": gettext_lazy("costs at least"),
    "consequence.likely": gettext_lazy("likely costs"),
    "consequence.high": gettext_lazy("costs at most"),
    "when.at": gettext_lazy("in the year"),
    "when.from": gettext_lazy("from"),
    "when.to": gettext_lazy("to"),
    "from": gettext_lazy("first year"),
    "to": gettext_lazy("last year"),
    "amount.driver": gettext_lazy("the amount is"),
    **{f"amount.{name}": words for name, words in TERMS.items()},
}
CODES: Mapping[str, Mapping[str, Promise | str]] = {
    "mode": MODES,
    "evidence": GRADES,
    "status": STATUSES,
    "scenario": SCENARIOS,
    "amount.driver": DRIVERS,
}
YEARS = ("", "from", "to", "when.at", "when.from", "when.to")
FIGURES: Mapping[str, Promise] = {
    "net": gettext_lazy("Net over the years"),
    "roi": gettext_lazy("Return (ROI)"),
    "break_even": gettext_lazy("Break-even"),
    "payback": gettext_lazy("Paid back in"),
    "npv": gettext_lazy("Present value"),
    "hours": gettext_lazy("Hours freed a year"),
    "fte": gettext_lazy("Full-time staff"),
}


def told_difference(before: str, after: str, on: date) -> dict[str, Any]:
    """The changes as sentences, and the headline figures before and after."""
    found = difference(before, after, on)
    was, is_ = (any(pair[side] for pair in found.figures.values()) for side in (0, 1))
    return {
        "sentences": [sentence(change) for change in found.changes],
        "figures": [
            (FIGURES[name], _figure(name, then, was), _figure(name, now, is_), then != now)
            for name, (then, now) in found.figures.items()
        ],
    }


def _figure(name: str, value: str | None, known: bool) -> str:
    """The figure in words; a dash where the whole case comes to nothing."""
    return figure_words(name, value) if known else "–"


def sentence(change: CaseChange) -> str:
    """One change: "Assumption “Minutes”: value from 12 to 10"."""
    part = str(PARTS.get(change.part, change.part.replace("_", " ")))
    name = change.title or change.name
    about = f"{part} “{name}”" if name else part
    facts = {
        "about": about,
        "field": FIELDS.get(change.field, change.field.replace("_", " ")),
        "before": value_words(change.field, change.before),
        "after": value_words(change.field, change.after),
    }
    if change.name and not change.field:
        came = _("%(about)s is new.") if change.before is None else _("%(about)s is taken away.")
        return came % facts
    if not change.field:
        return _("%(about)s: from %(before)s to %(after)s.") % facts
    return _("%(about)s: %(field)s from %(before)s to %(after)s.") % facts


def value_words(field: str, value: Any) -> str:
    """A value of the case file in words."""
    if value is None or value == []:
        return _("nothing")
    if field == "probability" and isinstance(value, int | Decimal):
        return percent(Decimal(value), 0)
    if field in CODES or field == "place":
        return str(CODES[field].get(str(value), value)) if field in CODES else place_words(value)
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    return str(value) if field in YEARS else shown_number(value)


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
