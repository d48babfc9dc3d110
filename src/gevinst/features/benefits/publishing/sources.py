"""Where each fact of a case stands: documents, lines, what was taken from them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext

from gevinst.engines.businesscase.model.source import Source

# What the name of a document in a case file stands for.
DOCUMENTS: Final[Mapping[str, str]] = {
    "ten-cases": "KL og Deloitte: Caseanalyse af tidsbesparende teknologier, september 2022",
}


def source_words(source: Source) -> str:
    """A source in a line: document, line, the words found there, or its note."""
    document = DOCUMENTS.get(source.document, source.document)
    return ", ".join(part for part in (document, place_words(source)) if part)


def place_words(source: Source) -> str:
    """Where in its document a source stands, or its note; "" for one that is not known."""
    parts = [
        gettext("line %(line)s") % {"line": source.line} if source.line else "",
        f"“{source.anchor}”" if source.anchor else "",
        source.note,
        source.owner,
        source.date,
    ]
    return ", ".join(part for part in parts if part)


def place_of(source: Source) -> str:
    """The anchor of a source in the list of sources; "" for one that names no line."""
    if not source.document:
        return ""
    document = "".join(c if c.isalnum() else "-" for c in source.document)
    return f"kilde-{document}-{source.line}"
