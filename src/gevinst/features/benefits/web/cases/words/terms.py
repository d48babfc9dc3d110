"""What parts and fields of a case file are called."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from gevinst.features.benefits.web.cases.words.evidence import GRADES, STATUSES
from gevinst.features.benefits.web.cases.words.lines import DRIVERS, MODES, SCENARIOS, TERMS

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
