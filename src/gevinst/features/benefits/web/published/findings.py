"""What a check says, as a reader sees it."""

from __future__ import annotations

from typing import NamedTuple

from gevinst.engines.businesscase.notes import Note
from gevinst.features.benefits.publishing.findings import (
    SEVERITIES,
    finding_explanation,
    finding_title,
)
from gevinst.features.benefits.publishing.words import language, word


class FindingView(NamedTuple):
    """What a check says, how grave it is, and why it matters."""

    severity: str
    severity_word: str
    title: str
    message: str
    explanation: str


def finding_view(note: Note) -> FindingView:
    """A finding of the checks in the language in force."""
    severity = str(note.facts["severity"])
    return FindingView(
        severity,
        word(SEVERITIES, severity),
        finding_title(note.code),
        note.told(language()),
        finding_explanation(note.code),
    )
