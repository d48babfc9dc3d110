"""The words of terms, kinds of effects and notes on costs, by the engine's codes."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

TERMS = {
    "": gettext_lazy("Amount, DKK"),
    "units": gettext_lazy("How many"),
    "minutes": gettext_lazy("Minutes each"),
    "periods": gettext_lazy("Times a year"),
    "rate": gettext_lazy("DKK an hour"),
    "hours": gettext_lazy("Hours"),
    "fte": gettext_lazy("Full-time staff"),
    "cost": gettext_lazy("DKK each full-time a year"),
    "price": gettext_lazy("DKK each"),
}
KINDS = {
    "gain": gettext_lazy("Gain"),
    "operation": gettext_lazy("Cost of operation"),
    "project": gettext_lazy("Cost of the project"),
}
COST_NOTES = {
    "draw-without-overrun": gettext_lazy(
        "The risk pool has paid more for a line than it overran by."
    ),
    "pool-overdrawn": gettext_lazy(
        "More is drawn from the risk pool than it holds. Find who pays the rest."
    ),
}
