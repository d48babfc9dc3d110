"""What the checks find, and what a published case lacks, in words."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.checks import CODES, Severity
from gevinst.engines.businesscase.notes import Note
from gevinst.features.benefits.publishing.score_words import DIMENSIONS
from gevinst.features.benefits.publishing.words import SECTIONS, Words, language, word

SEVERITIES: Final[Words] = {
    Severity.ERROR: _("Error"),
    Severity.WARNING: _("Watch out"),
    Severity.INFO: _("Note"),
}


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
