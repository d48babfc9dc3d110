"""Takes what a line came to: as it was typed, or from the runs of the process."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gevinst.features.benefits.actions.following.operation import take_from_operation
from gevinst.features.benefits.actions.following.realised import record_actual
from gevinst.features.benefits.queries.following.realised import followed_case
from gevinst.features.benefits.web.following.frame import Facts, as_int, done, frame, shown_again
from gevinst.features.benefits.web.following.realised.choosing import chosen_line, terms_of
from gevinst.features.benefits.web.following.realised.form import ActualForm, name_of
from gevinst.features.benefits.web.following.realised.page import page
from gevinst.shared.errors import DomainError


@require_POST
def record(request: HttpRequest, case_id: int) -> HttpResponse:
    """Takes what a line came to in a year, as it was typed."""
    actor, case, _facts = frame(request, case_id, "realised")
    followed = followed_case(case, timezone.localdate())
    chosen: Facts = chosen_line(request, followed.result) if followed else {"line": None}
    if followed is None or chosen["line"] is None:
        return page(request, case_id)
    form = ActualForm(terms_of(followed.result, chosen["line"].id), request.POST)
    if not form.is_valid():
        answer = page(request, case_id, form)
        answer.status_code = 422
        return answer
    told = form.cleaned_data
    try:
        record_actual(
            case=case, line=chosen["line"].id, year=chosen["year"], values=form.values(),
            source=told["source"], reason=told["reason"], by=actor,
        )  # fmt: skip
    except DomainError as fault:
        return _refused(request, case_id, fault, form)
    return done(request, case, "case-realised", _("The numbers are saved."), "#linjer")


@require_POST
def take(request: HttpRequest, case_id: int) -> HttpResponse:
    """Takes what the runs of the process freed in a year."""
    actor, case, _facts = frame(request, case_id, "realised")
    told = request.POST
    try:
        take_from_operation(
            case=case, line=told.get("linje", ""), year=as_int(told.get("aar", "")) or 0,
            reason=told.get("reason", ""), by=actor,
        )  # fmt: skip
    except DomainError as fault:
        return shown_again(request, case_id, page, fault)
    return done(
        request, case, "case-realised", _("The numbers are taken from operation."), "#linjer"
    )


def _refused(
    request: HttpRequest, case_id: int, fault: DomainError, form: ActualForm
) -> HttpResponse:
    field = {"value": name_of("")}.get(str(fault.facts.get("field")), fault.facts.get("field"))
    form.add_error(field if field in form.fields else None, str(fault))
    return shown_again(request, case_id, page, fault, form=form)
