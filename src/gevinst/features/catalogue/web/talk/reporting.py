"""Reporting a comment or a process to the moderators."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.engines.identifiers import mask_all
from gevinst.features.catalogue import queries
from gevinst.features.catalogue.actions import talk as actions
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.queries.talk import comment as one_comment
from gevinst.features.catalogue.talk_rights import require_may_talk
from gevinst.features.catalogue.web.talk.forms import ReportForm
from gevinst.shared.errors import DomainError


@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: HttpRequest, comment_id: int) -> HttpResponse:
    """The form about a comment."""
    row = one_comment(request.actor, comment_id)  # type: ignore[attr-defined]
    hidden = row.withheld or row.deleted_at is not None
    quoted = "" if hidden else mask_all(row.text)
    return _page(request, row.process, quoted, {"comment_id": comment_id})


@require_http_methods(["GET", "HEAD", "POST"])
def process(request: HttpRequest, process_id: int) -> HttpResponse:
    """The form about a process."""
    row = queries.process(request.actor, process_id)  # type: ignore[attr-defined]
    require_may_talk(request.actor)  # type: ignore[attr-defined]
    return _page(request, row, mask_all(row.summary), {"process_id": process_id})


def _page(request: HttpRequest, about: Process, quoted: str, which: dict[str, int]) -> HttpResponse:
    form = ReportForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _reported(request, form, which):
        messages.success(request, _("Thank you. A moderator looks at it, and you get an answer."))
        return redirect("process", about.pk)
    facts: dict[str, Any] = {"form": form, "process": about, "quoted": quoted}
    facts["about_comment"] = "comment_id" in which
    return render(request, "catalogue/talk/report.html", facts, status=422 if form.errors else 200)


def _reported(request: HttpRequest, form: ReportForm, which: dict[str, int]) -> bool:
    by = request.actor  # type: ignore[attr-defined]
    try:
        actions.report(
            by=by, reason=form.cleaned_data["reason"], text=form.cleaned_data["text"], **which
        )
    except DomainError as fault:
        if fault.code not in {"invalid", "person-number", "already-done"}:
            raise
        form.add_error(None if fault.code == "already-done" else "text", str(fault.message))
    return not form.errors
