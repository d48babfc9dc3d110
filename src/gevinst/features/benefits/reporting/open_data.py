"""A published case as open data: everything as JSON by `case.schema.json`, figures and years as CSV."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from gevinst.engines.businesscase.readiness.template import PublishedCase
from gevinst.features.benefits.publishing.words import language
from gevinst.features.benefits.reporting.open_figures import figure_data, finding_data
from gevinst.features.benefits.reporting.open_model import assumptions_data, result_data
from gevinst.features.benefits.reporting.open_values import plain
from gevinst.features.benefits.reporting.told import CaseTold

SCHEMA = "urn:gevinst:published-case:1"


@cache
def schema() -> dict[str, Any]:
    """The JSON schema that the open data follow."""
    return dict(json.loads(Path(__file__).with_name("case.schema.json").read_text("utf-8")))


def case_json(
    found: CaseTold, *, slug: str, text: str, status: str, origin: str, at: datetime | None
) -> bytes:
    """Everything that is known of the case, with sources and verdicts; numbers have 15 digits at most."""
    case, story = found.case, found.story
    told = {
        "schema": SCHEMA,
        "slug": slug,
        "id": case.id,
        "title": case.title,
        "summary": case.summary,
        "language": language(),
        "licence": "CC-BY-4.0",
        "origin": origin,
        "published_at": at.isoformat() if at else None,
        "authorities": list(story.facts.authorities),
        "technology": case.technology,
        "field_of_work": case.field_of_work,
        "kind": case.kind,
        "years": {"from": case.first, "to": case.last},
        "operation_from": case.operation_from,
        "price_year": case.price_year,
        "status": status,
        "sections": _sections(story),
        "assumptions": assumptions_data(case),
        "results": [result_data(name, result) for name, result in found.results.items()],
        "figures": [figure_data(each) for each in found.proofs],
        "quality": [plain(asdict(each)) for each in case.quality],
        "risks": [plain(asdict(each)) for each in case.risks],
        "findings": [finding_data(each) for each in found.notes],
        "case_file": text,
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _sections(story: PublishedCase) -> dict[str, Any]:
    return {
        "facts": plain(asdict(story.facts)),
        "score": [
            {
                "dimension": each.grade.dimension.value,
                "grade": each.grade.grade,
                "basis": each.grade.basis.value,
                "sentence": each.sentence,
                "inputs": plain(dict(each.grade.inputs)),
            }
            for each in story.score
        ],
        "about": [plain(asdict(each)) for each in story.about],
        "benefits": [plain(asdict(each)) for each in story.benefits],
        "economy": plain(asdict(story.economy)),
        "lessons": [plain(asdict(each)) for each in story.lessons],
        "technology": plain(asdict(story.technology)),
        "start": list(story.start),
    }
