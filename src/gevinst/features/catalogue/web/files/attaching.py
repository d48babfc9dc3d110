"""Attaching files to a process: the page with its files and the form to add some."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from gevinst.features.catalogue import queries
from gevinst.features.catalogue.actions import files as actions
from gevinst.features.catalogue.actions.files.allowance import MEGABYTE, largest_mb
from gevinst.features.catalogue.models import Attachment
from gevinst.features.catalogue.permissions import require_may_change
from gevinst.features.catalogue.web.files.forms import AttachForm
from gevinst.features.catalogue.web.files.panel import listing
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


@require_http_methods(["GET", "HEAD", "POST"])
def attach(request: HttpRequest, process_id: int) -> HttpResponse:
    """The files of the process, and the form to add some; what was refused is told file by file."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    process = queries.process(actor, process_id)
    require_may_change(actor, process)
    sent = (request.POST, request.FILES)
    too_large = getattr(request, "upload_too_large", False)  # known once the files are asked for
    form = AttachForm(*sent) if request.method == "POST" and not too_large else AttachForm()
    if form.is_valid() and _attached(request, form, process_id):
        return redirect("attachments", process_id)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if too_large:
        status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    facts = {**listing(request, process), "form": form, "too_large": too_large}
    return render(request, "catalogue/files/attach.html", facts, status=status)


def _attached(request: HttpRequest, form: AttachForm, process_id: int) -> bool:
    """Attaches each file; whether all of them were taken. The others' reasons stand in the form."""
    facts = form.cleaned_data
    taken: list[Attachment] = []
    for sent in facts["documents"]:
        try:
            taken.append(
                actions.attach(
                    process_id=process_id,
                    by=request.actor,  # type: ignore[attr-defined]
                    filename=sent.name or "",
                    content=_content(sent),
                    internal=facts["internal"],
                    description=facts["description"],
                )
            )
        except DomainError as fault:
            form.add_error("documents", _reason(sent.name or "", fault))
    _tell(request, taken)
    return not form.errors


def _content(sent: UploadedFile[Any]) -> bytes:
    """One byte more than is allowed is enough for the action to refuse it."""
    return bytes(sent.read(largest_mb() * MEGABYTE + 1))


def _reason(name: str, fault: DomainError) -> str:
    inside = fault.facts.get("inside")
    where = f"{name} ({inside})" if inside else name
    return str(fault.message) if fault.code == "person-number" else f"{where}: {fault.message}"


def _tell(request: HttpRequest, taken: list[Attachment]) -> None:
    if taken:
        said = ngettext("%(n)s file is attached.", "%(n)s files are attached.", len(taken))
        messages.success(request, said % {"n": len(taken)})
    if any(row.person_numbers for row in taken):
        messages.warning(
            request,
            _(
                "A file seems to hold person numbers. It is for your authority only."
                " Attach one without them if others are to have it."
            ),
        )
