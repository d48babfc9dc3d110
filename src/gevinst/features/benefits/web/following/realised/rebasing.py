"""Holds a case against another of its versions."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gevinst.features.benefits.actions.following.rebasing import rebase_case
from gevinst.features.benefits.web.following.frame import as_int, done, frame, shown_again
from gevinst.features.benefits.web.following.realised.page import page
from gevinst.shared.errors import DomainError


@require_POST
def rebase(request: HttpRequest, case_id: int) -> HttpResponse:
    """Holds the case against another of its versions."""
    actor, case, _facts = frame(request, case_id, "realised")
    version, reason = as_int(request.POST.get("version", "")) or 0, request.POST.get("reason", "")
    try:
        rebase_case(case=case, version=version, reason=reason, by=actor)
    except DomainError as fault:
        return shown_again(request, case_id, page, fault)
    said = _("The case is held against version %(n)s from now on. The original stays.") % {
        "n": version
    }
    return done(request, case, "case-realised", said, "#maalestok")
