"""The places of the estimation diagram in words."""

from __future__ import annotations

from functools import cache

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.model.diagram import categories
from gevinst.engines.businesscase.model.taxonomy import offered
from gevinst.features.benefits.web.cases.words.choices import Words

PLACES: Words = {
    "project": _("Project"),
    "operation": _("Operation"),
    "benefit": _("Benefit"),
    "risk": _("Risk"),
    "resources": _("resources"),
    "acquisition": _("acquisition"),
    "integrations": _("integrations"),
    "system": _("operation of the system"),
    "maintenance": _("maintenance and support"),
    "licences": _("licences"),
    "budget": _("budget and productivity"),
    "socioeconomic": _("socio-economic"),
    "quality": _("quality"),
    "internal": _("own staff"),
    "external": _("supplier"),
    "hardware": _("hardware"),
    "running": _("running"),
    "lease": _("lease"),
    "training": _("training"),
    "data-work": _("data work"),
    "communication": _("communication"),
    "change-management": _("change management"),
    "decommissioning": _("decommissioning"),
    "exit": _("exit"),
    "cybersecurity": _("cybersecurity"),
    "gdpr-counsel": _("GDPR counsel"),
    "time": _("time"),
}


def place_words(code: str) -> str:
    """A place of the estimation diagram in words: "Project: acquisition, supplier"."""
    area, *rest = code.split(".")
    words = ", ".join(str(PLACES.get(part, part.replace("-", " "))) for part in rest)
    return f"{PLACES.get(area, area)}: {words}" if words else str(PLACES.get(area, area))


def places(areas: tuple[str, ...]) -> list[tuple[str, str]]:
    """The places of these areas of the diagram, each category before what is offered in it."""
    return list(_places(areas, get_language() or "da"))


@cache
def _places(areas: tuple[str, ...], language: str) -> tuple[tuple[str, str], ...]:
    codes = [
        code
        for category in categories()
        if category.split(".")[0] in areas
        for code in (category, *(f"{category}.{each}" for each in offered(category)))
    ]
    return tuple((code, place_words(code)) for code in codes)
