"""The audit trail of an authority: who did what, when."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gevinst.features.accounts import queries
from gevinst.features.accounts.web.access import administered
from gevinst.features.accounts.web.forms import TrailForm
from gevinst.features.accounts.web.wording import action_label
from gevinst.shared.models import AuditEntry


@require_safe
def show(request: HttpRequest, code: str) -> HttpResponse:
    """The newest first, filtered by action and day."""
    authority = administered(request, code)
    form = TrailForm(request.GET)
    actions = queries.audited_actions(authority)
    form.fields["action"].choices = [("", "–"), *((a, action_label(a)) for a in actions)]  # type: ignore[attr-defined]
    found = queries.audit(authority)
    if form.is_valid():
        found = _filtered(found, form)
    page = Paginator(found, 50).get_page(request.GET.get("side"))
    rows = [(entry, action_label(entry.action)) for entry in page.object_list]
    return render(
        request,
        "accounts/trail.html",
        {"authority": authority, "form": form, "page": page, "rows": rows},
    )


def _filtered(found: QuerySet[AuditEntry], form: TrailForm) -> QuerySet[AuditEntry]:
    stated = form.cleaned_data
    if stated["action"]:
        found = found.filter(action=stated["action"])
    if stated["since"]:
        found = found.filter(at__date__gte=stated["since"])
    if stated["until"]:
        found = found.filter(at__date__lte=stated["until"])
    return found
