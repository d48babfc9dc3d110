"""Editing one's own comment, and deleting one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.features.catalogue.actions import talk as actions
from gevinst.features.catalogue.models import Comment
from gevinst.features.catalogue.queries import talk as queries
from gevinst.features.catalogue.talk_rights import may_moderate, wrote
from gevinst.features.catalogue.web.talk.forms import EditForm
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, comment_id: int) -> HttpResponse:
    """One's own words in a form."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = queries.comment(actor, comment_id)
    if not wrote(actor, row):
        raise DomainError("not-allowed", _("Only the author may edit a comment."))
    sent = request.POST if request.method == "POST" else None
    form = EditForm(sent, initial={"text": row.text})
    if form.is_valid():
        try:
            actions.edit_comment(comment_id=comment_id, by=actor, text=form.cleaned_data["text"])
        except DomainError as fault:
            if fault.code == "wrong-state":
                raise
            form.add_error("text", str(fault.message))
        else:
            return _back(row)
    facts = {"form": form, "comment": row, "process": row.process}
    return render(request, "catalogue/talk/edit.html", facts, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Asks once, then deletes."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = queries.comment(actor, comment_id)
    if not (wrote(actor, row) or may_moderate(actor, row.process.authority_id)):
        raise DomainError("not-allowed", _("Only the author or a moderator may delete a comment."))
    if request.method == "POST":
        actions.delete_comment(comment_id=comment_id, by=actor)
        messages.success(request, _("The comment is deleted."))
        return _back(row)
    facts = {"comment": row, "process": row.process}
    return render(request, "catalogue/talk/delete.html", facts)


def _back(row: Comment) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('process', args=[row.process_id])}#k-{row.pk}")
