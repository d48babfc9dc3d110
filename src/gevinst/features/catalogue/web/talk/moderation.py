"""What moderators meet: the reports that wait, those that were decided, and one with its decision."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gevinst.features.catalogue.actions import talk as actions
from gevinst.features.catalogue.queries import talk as queries
from gevinst.features.catalogue.queries.talk.reports import shown
from gevinst.features.catalogue.web.talk.forms import DecisionForm
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

ROWS = 25


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Reports that wait, oldest first; with `vis=afgjorte` the decided ones, latest first."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    handled = request.GET.get("vis") == "afgjorte"
    rows = queries.reports(actor, handled=handled)
    page = Paginator(rows, ROWS).get_page(request.GET.get("side"))
    facts = {
        "page": page,
        "reports": [shown(row) for row in page],
        "handled": handled,
        "counts": queries.counts(actor),
    }
    return render(request, "catalogue/talk/moderation.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, report_id: int) -> HttpResponse:
    """A report with what it is about, and the form that decides it, also anew."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = queries.report(actor, report_id)
    about_comment = found.report.comment_id is not None
    sent = request.POST if request.method == "POST" else None
    known = {"outcome": found.report.outcome, "answer": found.report.answer}
    form = DecisionForm(sent, initial=known, about_comment=about_comment)
    if form.is_valid() and _decided(actor, report_id, form):
        messages.success(request, _("The report is decided. Those it concerns are told."))
        return redirect("moderation")
    facts = {"found": found, "report": found.report, "form": form, "about_comment": about_comment}
    status = 422 if form.errors else 200
    return render(request, "catalogue/talk/decide.html", facts, status=status)


def _decided(actor: Actor, report_id: int, form: DecisionForm) -> bool:
    try:
        actions.decide(report_id=report_id, by=actor, **form.cleaned_data)
    except DomainError as fault:
        if fault.code not in {"invalid", "person-number", "wrong-state"}:
            raise
        form.add_error("outcome" if fault.code == "wrong-state" else "answer", str(fault.message))
    return not form.errors
