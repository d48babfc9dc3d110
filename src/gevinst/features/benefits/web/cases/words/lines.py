"""The words for what a cost or a benefit lets one choose from."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.web.cases.words.choices import Words

DRIVERS: Words = {
    "amount": _("An amount a year"),
    "time": _("Number × minutes × DKK an hour"),
    "hours": _("Hours × DKK an hour"),
    "staffing": _("Full-time staff × DKK a year"),
    "volume": _("Number × price"),
    "tiered": _("Number at a price that falls with the number"),
    "history": _("What was spent, carried on"),
}
TERMS: Words = {
    "amount": _("DKK a year"),
    "units": _("How many"),
    "minutes": _("Minutes each"),
    "periods": _("Periods a year"),
    "rate": _("DKK an hour"),
    "hours": _("Hours a year"),
    "fte": _("Full-time staff"),
    "cost": _("DKK a year each"),
    "effective": _("Effective hours each"),
    "price": _("DKK each"),
    "growth": _("Growth a year (0.05 is 5 %)"),
    "step": _("DKK more each year"),
}
SCENARIOS: Words = {
    "0": _("Without the solution (0)"),
    "1": _("With the solution (1)"),
    "both": _("In both"),
}
MODES: Words = {
    "budget_cut": _("The budget is cut"),
    "reallocated_time": _("The time is spent on other work"),
    "capacity": _("More citizens or cases by the same staff"),
    "avoided_growth": _("Growth that does not come"),
    "temp_staff_reduction": _("Fewer temporary staff"),
    "quality": _("Better quality; no money is moved"),
}
BEHAVIOURS: Words = {
    "fixed": _("Fixed"),
    "variable": _("Follows a number"),
    "step": _("Goes in steps"),
}
