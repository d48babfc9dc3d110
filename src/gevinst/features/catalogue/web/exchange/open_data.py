"""Open data: the page that describes it for people, its metadata for machines, and its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.http import conditional_page, require_GET

from gevinst.engines.exchange.os2autoproces.writing import pages
from gevinst.engines.opendata import FORMATS, Catalogue, Dataset, serialised
from gevinst.features.catalogue.exporting import columns, own_json
from gevinst.features.catalogue.exporting.metadata import LICENCE, catalogue
from gevinst.features.catalogue.exporting.opened import opened
from gevinst.features.catalogue.queries.asked import Asked
from gevinst.features.catalogue.queries.records import Record
from gevinst.features.catalogue.queries.searching.found import matching
from gevinst.features.catalogue.web.exchange.files import HAL, JSON, download
from gevinst.shared.actor import GUEST
from gevinst.shared.spreadsheet import csv_response

HTML = "text/html"


@login_not_required
@require_GET
@conditional_page
def show(request: HttpRequest) -> HttpResponse:
    """The page; its metadata for whoever accepts one of their media types before HTML."""
    described = _described(request)
    kinds = {kind.media_type: ending for ending, kind in FORMATS.items()}
    preferred = request.get_preferred_type([HTML, *kinds]) or HTML
    if preferred in kinds:
        response = _metadata(described, kinds[preferred])
        response["Content-Location"] = reverse(f"open-metadata-{kinds[preferred]}")
    else:
        facts = {
            "catalogue": described,
            "datasets": [_shown(each) for each in described.datasets],
            "formats": FORMATS,
            "contact": settings.CONTACT_EMAIL,
        }
        response = render(request, "catalogue/exchange/open_data.html", facts)
    patch_vary_headers(response, ["Accept"])
    return response


@login_not_required
@require_GET
@conditional_page
def metadata(request: HttpRequest, ending: str) -> HttpResponse:
    """The metadata as Turtle, RDF/XML or JSON-LD."""
    return _metadata(_described(request), ending)


@login_not_required
@require_GET
def csv(request: HttpRequest) -> StreamingHttpResponse:
    """Every public process as CSV."""
    return csv_response("aabne-processer", columns.open_headings(), columns.open_rows(_opened()))


@login_not_required
@require_GET
def json(request: HttpRequest) -> StreamingHttpResponse:
    """Every public process as JSON."""
    made = own_json.pieces(_opened(), timezone.now(), licence=LICENCE)
    return download(made, "aabne-processer.json", JSON)


@login_not_required
@require_GET
def os2autoproces(request: HttpRequest) -> StreamingHttpResponse:
    """Every public process as OS2autoproces' API tells it."""
    made = pages(_opened(), request.build_absolute_uri(request.path))
    return download(made, "aabne-processer-os2autoproces.json", HAL)


def _shown(dataset: Dataset) -> dict[str, Any]:
    """The dataset in the reader's language, in Danish where it is told in that alone."""
    language = get_language() or "da"

    def told(texts: Mapping[str, str]) -> str:
        return texts.get(language) or texts["da"]

    return {
        "title": told(dataset.title),
        "description": told(dataset.description),
        "modified": dataset.modified,
        "files": [
            {"title": told(each.title), "download": each.download} for each in dataset.distributions
        ],
    }


def _opened() -> Iterator[Record]:
    return opened(matching(GUEST, Asked(sort="title")))


def _described(request: HttpRequest) -> Catalogue:
    return catalogue(request.build_absolute_uri)


def _metadata(described: Catalogue, ending: str) -> HttpResponse:
    kind = FORMATS[ending].media_type
    return HttpResponse(serialised(described, ending), content_type=f"{kind}; charset=utf-8")
