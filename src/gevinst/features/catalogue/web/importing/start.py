"""Choosing a file to import, and the imports there have been."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.features.accounts.queries import administered
from gevinst.features.catalogue.actions.importing import Options, runs
from gevinst.features.catalogue.importing.wording import SOURCES as SOURCE_WORDS
from gevinst.features.catalogue.permissions import require_may_import
from gevinst.features.catalogue.queries.importing import SOURCES, import_runs
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

MOST = 50 * 1024 * 1024
PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """The form; a file that can be read leads to its dry run."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    require_may_import(actor)
    fault = ""
    if request.method == "POST":
        try:
            return redirect("import-run", _prepared(request, actor))
        except DomainError as refusal:
            if refusal.code != "invalid":
                raise
            fault = str(refusal.message)
    facts = {"fault": fault, **_choices(request, actor)}
    return render(request, "catalogue/importing/start.html", facts, status=422 if fault else 200)


def _prepared(request: HttpRequest, actor: Actor) -> int:
    kind = request.POST.get("kilde", "")
    uploaded = request.FILES.get("fil")
    run = runs.prepare(
        kind=kind if kind in SOURCES else SOURCES[0],
        content=_content(uploaded),
        filename=getattr(uploaded, "name", "") or "",
        options=Options(authority_id=_authority(request, actor)),
        by=actor,
    )
    return run.pk


def _content(uploaded: object) -> bytes:
    if not isinstance(uploaded, UploadedFile):
        raise DomainError("invalid", _("Choose a file first."))
    if (uploaded.size or 0) > MOST:
        raise DomainError("invalid", _("The file is larger than 50 MB."))
    content: bytes = uploaded.read()
    return content


def _authority(request: HttpRequest, actor: Actor) -> int | None:
    chosen = request.POST.get("myndighed", "")
    if not chosen:
        return None
    found = administered(actor).filter(code=chosen).values_list("pk", flat=True).first()
    if found is None:
        raise DomainError("invalid", _("Choose an authority that you administer."))
    return found


def _choices(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    today = timezone.localdate()
    every = administered(actor).filter(valid_from__lte=today).exclude(valid_to__lt=today)
    page = Paginator(import_runs(actor), PAGE).get_page(request.GET.get("side"))
    return {
        "authorities": list(every),
        "sources": [(value, SOURCE_WORDS[value]) for value in SOURCES],
        "chosen": request.POST.get("kilde", SOURCES[0]),
        "authority": request.POST.get("myndighed", ""),
        "page": page,
        "runs": [(run, SOURCE_WORDS[run.source]) for run in page],
    }
