"""One file: what it is and who may have it, and its removal."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.features.catalogue.actions import files as actions
from gevinst.features.catalogue.models import Attachment
from gevinst.features.catalogue.permissions import require_may_change
from gevinst.features.catalogue.queries import files as queries
from gevinst.features.catalogue.web.files.forms import ChangeForm
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, attachment_id: int) -> HttpResponse:
    """What the file is, and who may have it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = _changeable(actor, attachment_id)
    known = {"description": row.description, "internal": row.internal}
    sent = request.POST if request.method == "POST" else None
    form = ChangeForm(sent, initial=known)
    if form.is_valid() and _changed(actor, row, form):
        messages.success(request, _("Your changes are saved."))
        return redirect("attachments", row.process_id)
    facts = {"form": form, "file": row, "process": row.process}
    return render(request, "catalogue/files/change.html", facts, status=422 if form.errors else 200)


def _changed(actor: Actor, row: Attachment, form: ChangeForm) -> bool:
    try:
        actions.change_attachment(attachment_id=row.pk, by=actor, **form.cleaned_data)
    except DomainError as fault:
        if fault.code not in {"person-number", "wrong-state"}:
            raise
        form.add_error(None, str(fault.message))
    return not form.errors


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, attachment_id: int) -> HttpResponse:
    """Asks once, then removes."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = _changeable(actor, attachment_id)
    if request.method == "POST":
        actions.remove_attachment(attachment_id=attachment_id, by=actor)
        messages.success(request, _("The file is removed."))
        return redirect("attachments", row.process_id)
    return render(request, "catalogue/files/remove.html", {"file": row, "process": row.process})


def _changeable(actor: Actor, attachment_id: int) -> Attachment:
    row = queries.file(actor, attachment_id)
    require_may_change(actor, row.process)
    return row
