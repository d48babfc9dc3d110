"""What keeps a case file from being published."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.checks import Severity
from gevinst.engines.businesscase.readiness.completeness import completeness
from gevinst.features.benefits.publishing.findings import finding_title, lack_words
from gevinst.features.benefits.queries.published.worked_out import known, notes

# What a reader must have: without these there is no case to read. The rest is told on the page.
NEEDED = frozenset({"section-missing", "dimension-missing", "unknown-theme"})


def missing(text: str) -> list[str]:
    """What keeps a case file from being published, in sentences; empty where nothing does."""
    found = known(text)
    if found is None:
        return [_("The case file has faults that must be mended first.")]
    lacks = [note for note in completeness(found.told) if note.code in NEEDED]
    errors = [note for note in notes(text) if note.facts["severity"] == Severity.ERROR]
    return [*map(lack_words, lacks), *(finding_title(note.code) for note in errors)]
