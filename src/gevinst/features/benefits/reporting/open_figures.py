"""Published figures with their checks, and findings, as open data."""

from __future__ import annotations

from typing import Any

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.proof import CheckOutcome, FigureProof
from gevinst.features.benefits.publishing.findings import finding_explanation, finding_title
from gevinst.features.benefits.publishing.words import language
from gevinst.features.benefits.reporting.open_values import plain, source_data


def figure_data(proof: FigureProof) -> dict[str, Any]:
    """A published figure with its verdict and every check of it."""
    figure = proof.figure
    window = figure.window
    return {
        "id": figure.id,
        "title": figure.title,
        "value": plain(figure.value),
        "unit": figure.unit,
        "decimals": figure.decimals,
        "qualifier": figure.qualifier,
        "status": figure.status,
        "window": {"from": window[0], "to": window[1]} if window else None,
        "verdict": proof.verdict.value,
        "reason": proof.reason,
        "computed": plain(proof.computed),
        "source": source_data(figure.source),
        "checks": [_check(each) for each in proof.outcomes],
    }


def _check(outcome: CheckOutcome) -> dict[str, Any]:
    return {
        "id": outcome.check.id,
        "formula": outcome.check.formula.text,
        "words": outcome.check.words,
        "reading": outcome.check.reading,
        "assumptions": list(outcome.check.assumptions),
        "computed": plain(outcome.computed),
        "reproduces": outcome.reproduces.value,
        "how": outcome.how.value,
        "reason": outcome.reason or outcome.fault,
    }


def finding_data(note: Note) -> dict[str, Any]:
    """A finding of the checks in the language in force."""
    return {
        "code": note.code,
        "severity": str(note.facts["severity"]),
        "message": note.told(language()),
        "title": finding_title(note.code),
        "explanation": finding_explanation(note.code),
    }
