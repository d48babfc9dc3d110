"""A business case's results as pages show them: key figures with their source, the years, 0 against 1."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import get_language

from gevinst.engines.businesscase.notes import Note
from gevinst.features.benefits.queries.cases.ranges import net_range
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.web.cases.results.key_figures import figures

SEVERITIES = ("error", "warning", "info")


def shown_case(text: str, reading: str, on: date) -> dict[str, Any]:
    """What a page shows of a case file: faults, figures, years, notes; under a reading that it has."""
    known = evaluated(text, reading)
    result = known.result
    facts: dict[str, Any] = {"faults": known.faults, "result": result, "reading": reading}
    if result is None or known.case is None:
        return facts
    pairs = zip(result.years, result.net, result.cumulative, strict=True)
    return {
        **facts,
        "figures": figures(result, net_range(text, reading), on),
        "years": list(pairs),
        "notes": said(known.notes),
        "readings": [(name, each.title) for name, each in known.case.readings.items()],
    }


def said(notes: Iterable[Note]) -> list[tuple[str, str]]:
    """The notes as severity and sentence, the gravest first."""
    language = (get_language() or "da")[:2]
    found = [(str(note.facts.get("severity", "info")), note.told(language)) for note in notes]
    return sorted(found, key=lambda each: SEVERITIES.index(each[0]))
