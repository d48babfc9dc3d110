"""A published case as a file, answered from the reader's own copy where nothing has changed."""

from __future__ import annotations

import hashlib

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from gevinst import __version__
from gevinst.features.benefits.publishing.words import language
from gevinst.features.benefits.queries import published as queries
from gevinst.features.benefits.web.published.formats import KINDS

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
GONE = 410


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
    answer = attached(made(one), media, name)
    answer["ETag"] = tag
    answer["Cache-Control"] = "public, no-cache"
    answer["Link"] = f'<{LICENCE}>; rel="license"'
    return answer


def etag(text: str, kind: str) -> str:
    """What changes when the case, the version of Gevinst or the language does."""
    told = f"{text}\0{kind}\0{__version__}\0{language()}"
    return f'"{hashlib.sha256(told.encode()).hexdigest()[:32]}"'


def attached(content: bytes, media: str, name: str) -> HttpResponse:
    """A file that the browser keeps under its name."""
    answer = HttpResponse(content, content_type=media)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
