"""A published case and a stored one as files: PDF, Excel, JSON, CSV, and the case file itself."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gevinst import __version__
from gevinst.features.benefits.publishing.figures import figure_views
from gevinst.features.benefits.publishing.words import language
from gevinst.features.benefits.queries import cases
from gevinst.features.benefits.queries import published as queries
from gevinst.features.benefits.queries.published import Known, Published
from gevinst.features.benefits.reporting.told import CaseTold
from gevinst.shared.errors import DomainError

PDF = "application/pdf"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JSON = "application/json; charset=utf-8"
CSV = "text/csv; charset=utf-8"
YAML = "application/yaml; charset=utf-8"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
GONE = 410


def _pdf(one: Published) -> bytes:
    # Typst and the charts take half a second to load: only a file pays.
    from gevinst.features.benefits.reporting.case_pdf import published_pdf

    return published_pdf(_told(one.text, one.known), _made_at(one))


def _told(text: str, known: Known) -> CaseTold:
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
        _told(one.text, one.known),
        slug=one.slug,
        text=one.text,
        status=one.known.status,
        origin=one.origin,
        at=one.at,
    )


def _figures(one: Published) -> bytes:
    from gevinst.features.benefits.reporting.open_data import figures_csv

    return figures_csv(figure_views(one.known.case, queries.proof(one.text).figures))


def _years(one: Published) -> bytes:
    from gevinst.features.benefits.reporting.open_data import years_csv

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


@login_not_required
@require_GET
def download(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """The case as the file asked for; answered from the reader's own copy where nothing has changed."""
    if kind not in KINDS:
        raise Http404
    one = queries.published_case(slug)
    if one.withdrawn:
        return HttpResponse(status=GONE)
    media, made = KINDS[kind]
    tag = etag(one.text, kind)
    if request.headers.get("If-None-Match") == tag:
        return HttpResponse(status=304, headers={"ETag": tag})
    stem, _point, ending = kind.rpartition(".")
    name = f"{slug}.{ending}" if stem == "case" else f"{slug}-{kind}"
    answer = _file(made(one), media, name)
    answer["ETag"] = tag
    answer["Cache-Control"] = "public, no-cache"
    answer["Link"] = f'<{LICENCE}>; rel="license"'
    return answer


def etag(text: str, kind: str) -> str:
    """What changes when the case, the version of Gevinst or the language does."""
    told = f"{text}\0{kind}\0{__version__}\0{language()}"
    return f'"{hashlib.sha256(told.encode()).hexdigest()[:32]}"'


@require_GET
def memo(request: HttpRequest, case_id: int) -> HttpResponse:
    """A stored business case as a memo. Raises `DomainError("case-fault")` where its file has faults."""
    from gevinst.features.benefits.reporting.case_pdf import memo_pdf

    one = cases.case(request.actor, case_id)  # type: ignore[attr-defined]
    content = memo_pdf(
        _told(one.text, _sound(one.text)),
        timezone.now(),
        authority=one.authority.name,
        state=str(one.get_state_display()),
    )
    return _file(content, PDF, f"{one.key}.pdf")


@require_GET
def workbook(request: HttpRequest, case_id: int) -> HttpResponse:
    """A stored business case as a workbook. Raises as `memo`."""
    from gevinst.features.benefits.reporting.workbook import case_workbook

    one = cases.case(request.actor, case_id)  # type: ignore[attr-defined]
    found = _sound(one.text)
    figures = figure_views(found.case, queries.proof(one.text).figures)
    return _file(case_workbook(found.case, timezone.localdate(), figures), EXCEL, f"{one.key}.xlsx")


def _sound(text: str) -> Known:
    found = queries.known(text)
    if found is None:
        raise DomainError("case-fault", _("The case has faults that must be mended first."))
    return found


def _file(content: bytes, media: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=media)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
