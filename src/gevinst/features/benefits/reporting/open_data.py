"""A published case as open data: everything as JSON by `case.schema.json`, figures and years as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from decimal import Context, Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.calculus.values import Values
from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.source import UNKNOWN, Source
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.proof import CheckOutcome, FigureProof
from gevinst.engines.businesscase.readiness.template import PublishedCase
from gevinst.features.benefits.publishing.figures import FigureView
from gevinst.features.benefits.publishing.findings import finding_explanation, finding_title
from gevinst.features.benefits.publishing.words import language
from gevinst.features.benefits.reporting.told import CaseTold
from gevinst.shared.spreadsheet import cell

SCHEMA = "urn:gevinst:published-case:1"
# So many digits pass through the binary numbers of other programs unchanged.
DIGITS = Context(prec=15)
SERIES = ("cost_0", "cost_1", "gain", "cost", "transfers", "net", "cumulative", "hours", "fte")
Results = Mapping[str, Result]


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
        "assumptions": _assumptions(case),
        "results": [_result(name, result) for name, result in found.results.items()],
        "figures": [_figure(each) for each in found.proofs],
        "quality": [_plain(asdict(each)) for each in case.quality],
        "risks": [_plain(asdict(each)) for each in case.risks],
        "findings": [_finding(each) for each in found.notes],
        "case_file": text,
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _sections(story: PublishedCase) -> dict[str, Any]:
    return {
        "facts": _plain(asdict(story.facts)),
        "score": [
            {
                "dimension": each.grade.dimension.value,
                "grade": each.grade.grade,
                "basis": each.grade.basis.value,
                "sentence": each.sentence,
                "inputs": _plain(dict(each.grade.inputs)),
            }
            for each in story.score
        ],
        "about": [_plain(asdict(each)) for each in story.about],
        "benefits": [_plain(asdict(each)) for each in story.benefits],
        "economy": _plain(asdict(story.economy)),
        "lessons": [_plain(asdict(each)) for each in story.lessons],
        "technology": _plain(asdict(story.technology)),
        "start": list(story.start),
    }


def _assumptions(case: Case) -> list[dict[str, Any]]:
    values = Values(case)
    return [_assumption(each, values, case) for each in case.assumptions.values()]


def _assumption(each: Assumption, values: Values, case: Case) -> dict[str, Any]:
    return {
        "name": each.name,
        "title": each.title,
        "unit": each.unit,
        "values": [_plain(Decimal(values.at(each.name, year))) for year in case.years],
        "low": _plain(each.low),
        "high": _plain(each.high),
        "formula": each.formula.text if each.formula else None,
        "status": each.status,
        "evidence": each.evidence,
        "n": each.n,
        "source": _source(each.source),
    }


def _result(name: str, result: Result) -> dict[str, Any]:
    reading = result.case.readings.get(name)
    turn = result.break_even()
    years = [
        {"year": year, **{key: _plain(getattr(result, key)[t]) for key in SERIES}}
        for t, year in enumerate(result.years)
    ]
    return {
        "reading": name,
        "title": reading.title if reading else "",
        "reason": reading.reason if reading else "",
        "years": years,
        "total": _plain(result.total),
        "roi": _plain(result.roi()),
        "break_even_year": None if turn is None else turn.year,
        "payback_years": _plain(result.payback()),
    }


def _figure(proof: FigureProof) -> dict[str, Any]:
    figure = proof.figure
    window = figure.window
    return {
        "id": figure.id,
        "title": figure.title,
        "value": _plain(figure.value),
        "unit": figure.unit,
        "decimals": figure.decimals,
        "qualifier": figure.qualifier,
        "status": figure.status,
        "window": {"from": window[0], "to": window[1]} if window else None,
        "verdict": proof.verdict.value,
        "reason": proof.reason,
        "computed": _plain(proof.computed),
        "source": _source(figure.source),
        "checks": [_check(each) for each in proof.outcomes],
    }


def _check(outcome: CheckOutcome) -> dict[str, Any]:
    return {
        "id": outcome.check.id,
        "formula": outcome.check.formula.text,
        "words": outcome.check.words,
        "reading": outcome.check.reading,
        "assumptions": list(outcome.check.assumptions),
        "computed": _plain(outcome.computed),
        "reproduces": outcome.reproduces.value,
        "how": outcome.how.value,
        "reason": outcome.reason or outcome.fault,
    }


def _finding(note: Note) -> dict[str, Any]:
    return {
        "code": note.code,
        "severity": str(note.facts["severity"]),
        "message": note.told(language()),
        "title": finding_title(note.code),
        "explanation": finding_explanation(note.code),
    }


def _source(source: Source) -> dict[str, Any] | None:
    if source == UNKNOWN:
        return None
    return {**asdict(source), "line": source.line or None}


def _plain(value: Any) -> Any:
    """A value as JSON has it: exact numbers with 15 digits at most, tuples as lists."""
    if isinstance(value, Decimal):
        short = DIGITS.plus(value)
        return int(short) if short == short.to_integral_value() else float(short)
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set):
        return [_plain(each) for each in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)


def figures_csv(figures: Sequence[FigureView]) -> bytes:
    """The published figures, one a row, as a Danish Excel reads them."""
    head = (
        *(_("Figure"), _("Printed"), _("Comes to"), _("Verdict"), _("Why")),
        *(_("How known"), _("Period"), _("Source")),
    )
    rows = [
        (
            *(each.title, each.printed, each.computed, each.verdict_word),
            *(each.reason or each.meaning, each.status, each.window, each.source),
        )
        for each in figures
    ]
    return _csv(head, rows)


def years_csv(results: Results) -> bytes:
    """The years of the case as it stands and under each reading, DKK, hours and FTE."""
    head = (
        *(_("Reading"), _("Year"), _("Scenario 0"), _("Scenario 1"), _("Gains"), _("Costs")),
        *(_("From other parties"), _("Net"), _("Cumulative"), _("Hours freed"), _("FTE")),
    )
    rows = [
        (name or "0", year, *(getattr(result, key)[t] for key in SERIES))
        for name, result in results.items()
        for t, year in enumerate(result.years)
    ]
    return _csv(head, rows)


def _csv(head: Sequence[object], rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow([cell(each) for each in head])
    for row in rows:
        writer.writerow([cell(each) for each in row])
    return f"\ufeff{out.getvalue()}".encode()
