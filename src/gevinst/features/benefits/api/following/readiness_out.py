"""What the API tells of the readiness check of a case."""

from __future__ import annotations

from typing import Any

from gevinst.engines.businesscase.readiness.proposed_risks import ProposedRisk, proposed_risks
from gevinst.engines.businesscase.readiness.theme_result import ThemeResult
from gevinst.features.benefits.actions.following.gaps import risk_id
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.following.readiness import answers_of, risk_ids


def readiness_out(case: BusinessCase) -> dict[str, Any]:
    """The check as `ReadinessOut`."""
    kept, held = answers_of(case), risk_ids(case)
    result = kept.result
    gaps = proposed_risks(kept.answers, not_relevant=kept.not_relevant)
    return {
        "colour": result.colour,
        "weakest": result.weakest.theme.code if result.weakest else None,
        "answers": kept.answers,
        "not_relevant": sorted(kept.not_relevant),
        "themes": [_theme(one) for one in result.themes],
        "proposed_risks": [_risk(one, held) for one in gaps],
    }


def _theme(one: ThemeResult) -> dict[str, Any]:
    return {
        "code": one.theme.code,
        "colour": one.colour,
        "answered": one.answered,
        "questions": len(one.theme.questions),
        "missing": [each.code for each in one.missing],
    }


def _risk(one: ProposedRisk, held: set[str]) -> dict[str, Any]:
    question = one.code.removeprefix("readiness.")
    return {
        "question": question,
        "probability": one.probability,
        "share": one.share,
        "in_pool": risk_id(question) in held,
    }
