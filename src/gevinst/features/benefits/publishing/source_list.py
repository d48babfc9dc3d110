"""The sources of a case as a list: each place once, with what was taken from it."""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.source import Source
from gevinst.features.benefits.publishing.sources import DOCUMENTS, place_of


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A place in a source that the case rests on, with what was taken from it."""

    place: str
    document: str
    line: int
    anchor: str
    note: str
    used_by: tuple[str, ...]


def source_lines(case: Case) -> list[SourceLine]:
    """Every place that the case takes something from, in the order of the documents, each once."""
    used: dict[str, tuple[Source, list[str]]] = {}
    for source, title in _sourced(case):
        if source.document:
            _source, titles = used.setdefault(place_of(source), (source, []))
            titles.append(title)
    ordered = sorted(used.items(), key=lambda each: (each[1][0].document, each[1][0].line))
    return [
        SourceLine(
            place,
            DOCUMENTS.get(source.document, source.document),
            source.line,
            source.anchor,
            source.note,
            tuple(dict.fromkeys(titles)),
        )
        for place, (source, titles) in ordered
    ]


def _sourced(case: Case) -> list[tuple[Source, str]]:
    return [
        *((each.source, each.title or each.name) for each in case.assumptions.values()),
        *((line.source, line.title) for line in case.lines),
        *((each.source, each.title) for each in case.quality),
        *((figure.source, figure.title) for figure in case.published),
    ]
