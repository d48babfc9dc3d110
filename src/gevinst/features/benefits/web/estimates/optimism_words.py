"""The words of uplifts and of the levels of a reference class."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from gevinst.features.benefits.estimating.uplifts import BENEFIT, DURATION, INVESTMENT, OPERATION

CHOICES = {
    ("it-system", "stage-1"): gettext_lazy("IT system: first idea (stage 1)"),
    ("it-system", "stage-3"): gettext_lazy("IT system: ready for a decision (stage 3)"),
    ("average", "outline"): gettext_lazy("Average of large public projects"),
}
WHATS = {
    INVESTMENT: gettext_lazy("Cost of the project"),
    OPERATION: gettext_lazy("Cost of operation"),
    DURATION: gettext_lazy("Duration"),
    BENEFIT: gettext_lazy("Benefit (shortfall)"),
}
LEVELS = ("p50", "p80", "p95", "cap")
LEVEL_WORDS = {
    "p50": "P50",
    "p80": "P80",
    "p95": "P95",
    "cap": gettext_lazy("the cap"),
}
