"""What a case rests on and what to watch out for, on paper: sources and findings."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.notes import Note
from gevinst.features.benefits.publishing.findings import (
    SEVERITIES,
    finding_explanation,
    finding_title,
)
from gevinst.features.benefits.publishing.source_list import source_lines
from gevinst.features.benefits.publishing.words import language, word
from gevinst.features.benefits.reporting.case_parts import Part, table

MOST_SOURCES = 60


def findings_part(notes: Sequence[Note]) -> list[Part]:
    """What the checks say, the gravest first; nothing where they say nothing."""
    if not notes:
        return []
    rows = [
        (
            f"{word(SEVERITIES, note.facts['severity'])}: {finding_title(note.code)}",
            f"{note.told(language())} {finding_explanation(note.code)}",
        )
        for note in notes
    ]
    return [{"kind": "terms", "title": _("What to watch out for"), "rows": rows, "note": ""}]


def sources_part(case: Case) -> list[Part]:
    """Where each fact stands; nothing where no source names a document."""
    lines = source_lines(case)
    if not lines:
        return []
    documents = list(dict.fromkeys(each.document for each in lines))
    rows = [
        (
            str(documents.index(each.document) + 1),
            str(each.line or ""),
            f"“{each.anchor}”" if each.anchor else each.note,
            "; ".join(each.used_by),
        )
        for each in lines[:MOST_SOURCES]
    ]
    named = " ".join(f"{at}: {document}." for at, document in enumerate(documents, 1))
    head = (_("Document"), _("Line"), _("Found there"), _("Used for"))
    return [table(_("Sources"), head, rows, "nntt", (0, 0, 1.4, 2.4), note=named, size=8)]
