"""The files of a published case: media types, and what makes each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.utils import timezone

from gevinst.features.benefits.publishing.figures import figure_views
from gevinst.features.benefits.queries import published as queries
from gevinst.features.benefits.queries.published import Known, Published
from gevinst.features.benefits.reporting.told import CaseTold

PDF = "application/pdf"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JSON = "application/json; charset=utf-8"
CSV = "text/csv; charset=utf-8"
YAML = "application/yaml; charset=utf-8"


def _pdf(one: Published) -> bytes:
    # Typst and the charts take half a second to load: only a file pays.
    from gevinst.features.benefits.reporting.case_pdf import published_pdf

    return published_pdf(told_of(one.text, one.known), _made_at(one))


def told_of(text: str, known: Known) -> CaseTold:
    """All that a file tells of a case."""
    return CaseTold(
        known.case,
        known.told,
        queries.readings(text),
        queries.proof(text).figures,
        queries.notes(text),
    )


def _made_at(one: Published) -> datetime:
    """When the case was published; for one that ships, the day on which somebody asks."""
    return one.at or timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)


def _excel(one: Published) -> bytes:
    from gevinst.features.benefits.reporting.workbook import case_workbook

    case, proof = one.known.case, queries.proof(one.text)
    return case_workbook(case, timezone.localdate(), figure_views(case, proof.figures))


def _json(one: Published) -> bytes:
    from gevinst.features.benefits.reporting.open_data import case_json

    return case_json(
        told_of(one.text, one.known),
        slug=one.slug,
        text=one.text,
        status=one.known.status,
        origin=one.origin,
        at=one.at,
    )


def _figures(one: Published) -> bytes:
    from gevinst.features.benefits.reporting.open_tables import figures_csv

    return figures_csv(figure_views(one.known.case, queries.proof(one.text).figures))


def _years(one: Published) -> bytes:
    from gevinst.features.benefits.reporting.open_tables import years_csv

    return years_csv(queries.readings(one.text))


def _yaml(one: Published) -> bytes:
    return one.text.encode()


# Name in the address -> media type and what makes it.
KINDS: dict[str, tuple[str, Callable[[Published], bytes]]] = {
    "case.pdf": (PDF, _pdf),
    "case.xlsx": (EXCEL, _excel),
    "case.json": (JSON, _json),
    "tal.csv": (CSV, _figures),
    "aar.csv": (CSV, _years),
    "case.yaml": (YAML, _yaml),
}
