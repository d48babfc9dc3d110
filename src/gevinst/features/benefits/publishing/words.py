"""The words of published cases: sections, dimensions, verdicts, statuses, and what a case lacks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.readiness.grade import Basis
from gevinst.engines.businesscase.readiness.template import Section

Words = Mapping[str, str | Promise]

SECTIONS: Final[Words] = {
    Section.FACTS: _("Authority and facts"),
    Section.SCORE: _("Assessment on three dimensions"),
    Section.ABOUT: _("What the case is about"),
    Section.BENEFITS: _("What was gained"),
    Section.ECONOMY: _("The economy"),
    Section.LESSONS: _("What it takes"),
    Section.TECHNOLOGY: _("The technology"),
    Section.START: _("Get started"),
}
BASES: Final[Words] = {
    Basis.MEASURED: pgettext_lazy("effect", "Measured"),
    Basis.EXPECTED: pgettext_lazy("effect", "Expected"),
}
STATUSES: Final[Words] = {
    "measured": pgettext_lazy("effect", "Measured"),
    "partly": pgettext_lazy("effect", "Partly measured"),
    "expected": pgettext_lazy("effect", "Expected"),
    "estimated": pgettext_lazy("effect", "Estimated"),
    "reported": pgettext_lazy("effect", "Reported"),
    "realised": pgettext_lazy("effect", "Realised"),
    "sustained": pgettext_lazy("effect", "Sustained"),
    "decided": pgettext_lazy("effect", "Decided"),
    "assumed": pgettext_lazy("effect", "Assumed"),
    "idea": pgettext_lazy("effect", "Idea"),
    "lapsed": pgettext_lazy("effect", "Lapsed"),
}
KINDS: Final[Words] = {
    "physical": _("Physical solution"),
    "digital": _("Digital solution"),
}


def word(words: Words, code: object) -> str:
    """The word of a code; the code itself where it has none."""
    return str(words.get(str(code), code))


def status_kind(status: str) -> str:
    """How a figure of this status is drawn: measured solid, estimated hatched, expected outlined.

    >>> status_kind("realised"), status_kind("partly"), status_kind("expected"), status_kind("reported")
    ('measured', 'estimated', 'expected', '')
    """
    if status in ("measured", "realised", "sustained"):
        return "measured"
    if status in ("estimated", "partly", "assumed"):
        return "estimated"
    return "expected" if status in ("expected", "idea", "decided") else ""


def language() -> str:
    """The language in force, "da" or "en"."""
    return "en" if (get_language() or "da").startswith("en") else "da"
