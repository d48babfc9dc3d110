"""Taking files in: what would change, then the change, then the report of it."""

from __future__ import annotations

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.features.catalogue.actions.registers import runs
from gevinst.features.catalogue.actions.registers.report import report_of
from gevinst.features.catalogue.models import Code
from gevinst.features.catalogue.permissions import require_may_curate, require_may_import
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

MOST = 50 * 1024 * 1024


@require_http_methods(["GET", "HEAD", "POST"])
def codes(request: HttpRequest) -> HttpResponse:
    """A KLE, FORM or KLA file; for those who answer for all authorities."""
    require_may_curate(_actor(request))
    return _upload(request, ["kle", "form", "kla"], "catalogue/registers/codes_import.html")


@require_http_methods(["GET", "HEAD", "POST"])
def systems(request: HttpRequest) -> HttpResponse:
    """A file from KITOS; for administrators."""
    require_may_import(_actor(request))
    return _upload(request, ["kitos"], "catalogue/registers/systems_import.html")


@require_http_methods(["GET", "HEAD", "POST"])
def run(request: HttpRequest, register_run_id: int) -> HttpResponse:
    """What a file would change; confirmed, what it changed."""
    actor = _actor(request)
    found = runs.run(register_run_id, by=actor)
    if request.method == "POST":
        runs.confirm(run_id=register_run_id, by=actor)
        messages.success(request, _("The file is taken in."))
        return redirect("register-run", register_run_id)
    facts = {"run": found, "planned": runs.waits(found), "report": report_of(found)}
    return render(request, "catalogue/registers/run.html", facts)


def _upload(request: HttpRequest, sources: list[str], template: str) -> HttpResponse:
    fault = ""
    if request.method == "POST":
        source = request.POST.get("kilde", sources[0])
        try:
            made = runs.plan(
                source=source if source in sources else sources[0],
                content=_content(request.FILES.get("fil")),
                filename=getattr(request.FILES.get("fil"), "name", ""),
                by=_actor(request),
            )
            return redirect("register-run", made.pk)
        except DomainError as refusal:
            if refusal.code != "invalid":
                raise
            fault = str(refusal.message)
    facts = {"fault": fault, "schemes": Code.Scheme.choices}
    return render(request, template, facts, status=422 if fault else 200)


def _content(uploaded: object) -> bytes:
    if not isinstance(uploaded, UploadedFile):
        raise DomainError("invalid", _("Choose a file first."))
    if (uploaded.size or 0) > MOST:
        raise DomainError("invalid", _("The file is larger than 50 MB."))
    content: bytes = uploaded.read()
    return content


def _actor(request: HttpRequest) -> Actor:
    found: Actor = request.actor  # type: ignore[attr-defined]
    return found
