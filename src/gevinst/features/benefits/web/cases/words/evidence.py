"""The words for how a value is known and how it may vary."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.web.cases.words.choices import Words

STATUSES: Words = {
    "assumed": _("Assumed"),
    "idea": _("Idea"),
    "expected": _("Expected"),
    "estimated": _("Estimated"),
    "decided": _("Decided"),
    "reported": _("Reported"),
    "measured": _("Measured"),
    "realised": _("Realised"),
    "sustained": _("Sustained"),
    "lapsed": _("Lapsed"),
}
GRADES: Words = {
    "": _("Not stated"),
    "A": _("A: accounts or log"),
    "B": _("B: own measurement"),
    "C": _("C: projection"),
    "D": _("D: staff's estimate"),
    "E": _("E: expert or supplier"),
}
METHODS: Words = {
    "": _("Not stated"),
    "measurement": _("Measurement"),
    "log": _("Read from a log"),
    "accounts": _("From the accounts"),
    "projection": _("Projection"),
    "experience": _("Experience from other cases"),
    "market": _("Market analysis"),
    "three_point": _("Three-point estimate"),
    "triangulation": _("Several methods together"),
    "expert": _("Expert's judgement"),
    "goal_seek": _("Worked out backwards"),
}
DISTRIBUTIONS: Words = {
    "triangular": _("Triangle: the likely counts most"),
    "pert": _("Rounded about the likely"),
    "uniform": _("All alike between low and high"),
    "normal": _("Bell curve"),
    "discrete": _("Exactly one of the three"),
    "fixed": _("Does not vary"),
}
