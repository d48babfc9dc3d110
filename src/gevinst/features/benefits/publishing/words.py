"""The words of published cases: sections, dimensions, verdicts, statuses, and what a case lacks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.checks import CODES, Severity
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.proof import Finding
from gevinst.engines.businesscase.readiness.grade import Basis, Dimension
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
DIMENSIONS: Final[Words] = {
    Dimension.TIME: pgettext_lazy("dimension", "Time"),
    Dimension.ECONOMY: pgettext_lazy("dimension", "Economy"),
    Dimension.QUALITY: pgettext_lazy("dimension", "Quality"),
}
# Dimension -> the rule of each grade 0-3, as the reader is told it.
RULES: Final[Mapping[str, tuple[Promise, ...]]] = {
    Dimension.TIME: (
        _("No time is freed."),
        _("Less than 5 per cent of the process time is freed."),
        _("From 5 to 20 per cent of the process time is freed."),
        _("More than 20 per cent of the process time is freed."),
    ),
    Dimension.ECONOMY: (
        _("The investment is not paid back."),
        _("The investment is paid back after more than 5 years."),
        _("The investment is paid back after 2 to 5 years."),
        _("The investment is paid back in less than 2 years."),
    ),
    Dimension.QUALITY: (
        _("No indicator of quality is better."),
        _("One indicator of quality is better."),
        _("Two indicators of quality are better."),
        _("Three or more indicators of quality are better."),
    ),
}
INPUTS: Final[Words] = {
    "freed_hours": _("Hours freed"),
    "process_hours": _("Hours the process takes"),
    "share": _("Share of the process time"),
    "payback_years": _("Payback in years"),
    "never": _("Never paid back"),
    "improved": _("Indicators that are better"),
    "counted": _("Indicators counted"),
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
VERDICTS: Final[Words] = {
    Finding.REPRODUCED: _("Reproduced"),
    Finding.ONLY_UNDER_A_READING: _("Only under a reading"),
    Finding.NOT_REPRODUCIBLE: _("Cannot be reproduced"),
    Finding.IMPLIED: _("Implied"),
}
VERDICT_MEANINGS: Final[Words] = {
    Finding.REPRODUCED: _("The published facts give the published figure."),
    Finding.ONLY_UNDER_A_READING: _(
        "The figure comes out if the text is read in a way that it does not state itself."
    ),
    Finding.NOT_REPRODUCIBLE: _("The published facts do not give the published figure."),
    Finding.IMPLIED: _("The figure is not printed; it follows from those that are."),
}
SEVERITIES: Final[Words] = {
    Severity.ERROR: _("Error"),
    Severity.WARNING: _("Watch out"),
    Severity.INFO: _("Note"),
}
GRADES: Final[Words] = {
    "A": _("Accounts or logged data"),
    "B": _("Own measurement before and after"),
    "C": _("Projection held against what would have happened"),
    "D": _("Estimate by those who do the work"),
    "E": _("Expectation of an expert or a supplier"),
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


def finding_title(code: str) -> str:
    """What a finding of the checks is called."""
    return CODES[code].title.in_language(language())


def finding_explanation(code: str) -> str:
    """Why a finding of the checks matters."""
    return CODES[code].explanation.in_language(language())


def lack_words(note: Note) -> str:
    """What a published case lacks, in a sentence."""
    section = word(SECTIONS, note.facts["section"])
    if note.code == "dimension-missing":
        told = {"dimension": word(DIMENSIONS, note.facts["dimension"])}
        return gettext("The case is not assessed on %(dimension)s.") % told
    if note.code == "unknown-theme":
        told = {"section": section, "theme": str(note.facts["theme"])}
        return gettext("“%(section)s” has a theme that is none: %(theme)s.") % told
    return gettext("The section “%(section)s” is not written.") % {"section": section}
