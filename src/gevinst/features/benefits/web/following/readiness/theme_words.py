"""The themes of the readiness check in words, keyed by the codes of the engine's `themes.yaml`."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

# Theme code -> its title.
THEMES: Final = {
    "anchoring": _("Organisational anchoring"),
    "technology": _("Maturity and character of the technology"),
    "competences": _("Organisational and technical competences"),
    "citizens": _("Competences of citizens"),
    "security": _("Information and data security"),
    "financing": _("Financing"),
}
# Theme code -> what it is about.
ABOUTS: Final = {
    "anchoring": _("Somebody leads the change, and those who do the work want it."),
    "technology": _("The technology is ripe enough, fits the need and gets the data it lives on."),
    "competences": _("Those who build know the work, and those who use the solution can use it."),
    "citizens": _(
        "The citizens the solution is for can and will use it. Left out where no citizen uses it."
    ),
    "security": _("Only the data that is needed, used lawfully and kept safe."),
    "financing": _("It is agreed before the start who pays and who gains."),
}
# Sub-theme code -> its title.
SUBTHEMES: Final = {
    "anchoring.management": _("Backing from management and clear roles"),
    "anchoring.ownership": _("The professional field owns the solution"),
    "technology.fit": _("The technology makes sense to staff and users"),
    "technology.data": _("The work with data is not underestimated"),
    "competences.team": _("The team knows the professional field"),
    "competences.training": _("Staff get training and support"),
    "citizens.start": _("Start with those who are willing"),
    "citizens.support": _("Citizens get support"),
    "security.data": _("The right data is collected"),
    "security.experts": _("Experts on data protection and cybersecurity"),
    "financing.plan": _("The plan is there before the start"),
    "financing.operation": _("Operation is paid for"),
}
