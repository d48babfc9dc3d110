"""One assumption being estimated: choose a method, see what it gives, keep it or use it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.features.benefits.web.estimates.keeping import written
from gevinst.features.benefits.web.estimates.method_form import form_of
from gevinst.features.benefits.web.estimates.operation_years import honest
from gevinst.features.benefits.web.estimates.page_shown import shown_page
from gevinst.features.benefits.web.estimates.place import Place, place_of
from gevinst.features.benefits.web.estimates.working import work_out_here, worked_if_fit


@require_http_methods(["GET", "HEAD", "POST"])
def estimate(request: HttpRequest, case_id: int, assumption: str) -> HttpResponse:
    """The form of a method, and what it gives; a post works it out, keeps it or uses it."""
    place = place_of(request, case_id, assumption)
    if request.method == "POST":
        return _sent(request, place)
    form = form_of(place, request)
    kept = place.kept.get(place.method)
    worked = worked_if_fit(place, dict(kept)) if kept else None
    return shown_page(request, place, form, worked)


def _sent(request: HttpRequest, place: Place) -> HttpResponse:
    form, act = form_of(place, request), request.POST.get("act", "work")
    if not form.is_valid():
        return shown_page(request, place, form, None, status=422)
    inputs = honest(place, form.inputs())
    try:
        worked = work_out_here(place, inputs)
    except (ValueError, ArithmeticError) as fault:
        form.add_error(None, _("This cannot be worked out: %(why)s") % {"why": fault})
        return shown_page(request, place, form, None, status=422)
    if act not in ("keep", "use"):
        return shown_page(request, place, form, worked)
    return written(request, place, form, inputs, worked)
