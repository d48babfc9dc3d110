"""A stored business case as files: memo and workbook."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gevinst.features.benefits.publishing.figures import figure_views
from gevinst.features.benefits.queries import cases
from gevinst.features.benefits.queries import published as queries
from gevinst.features.benefits.queries.published import Known
from gevinst.features.benefits.web.published.files import attached
from gevinst.features.benefits.web.published.formats import EXCEL, PDF, told_of
from gevinst.shared.errors import DomainError


@require_GET
def memo(request: HttpRequest, case_id: int) -> HttpResponse:
    """A stored business case as a memo. Raises `DomainError("case-fault")` where its file has faults."""
    from gevinst.features.benefits.reporting.case_pdf import memo_pdf

    one = cases.case(request.actor, case_id)  # type: ignore[attr-defined]
    content = memo_pdf(
        told_of(one.text, _sound(one.text)),
        timezone.now(),
        authority=one.authority.name,
        state=str(one.get_state_display()),
    )
    return attached(content, PDF, f"{one.key}.pdf")


@require_GET
def workbook(request: HttpRequest, case_id: int) -> HttpResponse:
    """A stored business case as a workbook. Raises as `memo`."""
    from gevinst.features.benefits.reporting.workbook import case_workbook

    one = cases.case(request.actor, case_id)  # type: ignore[attr-defined]
    found = _sound(one.text)
    figures = figure_views(found.case, queries.proof(one.text).figures)
    return attached(
        case_workbook(found.case, timezone.localdate(), figures), EXCEL, f"{one.key}.xlsx"
    )


def _sound(text: str) -> Known:
    found = queries.known(text)
    if found is None:
        raise DomainError("case-fault", _("The case has faults that must be mended first."))
    return found
