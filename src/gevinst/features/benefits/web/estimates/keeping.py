"""An estimate written into its case: kept beside others, or used."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.estimating import writing
from gevinst.features.benefits.estimating.inputs import Inputs
from gevinst.features.benefits.estimating.worked import Worked
from gevinst.features.benefits.web.estimates.form import EstimateForm
from gevinst.features.benefits.web.estimates.page_shown import shown_page
from gevinst.features.benefits.web.estimates.place import Place
from gevinst.features.benefits.web.estimates.rests_on import rests_on
from gevinst.shared.errors import DomainError


def written(
    request: HttpRequest, place: Place, form: EstimateForm, inputs: Inputs, worked: Worked
) -> HttpResponse:
    """Saves the case and goes on; the page again where it cannot be saved."""
    use, today = request.POST.get("act") == "use", timezone.localdate()
    said = writing.Statement(str(inputs["evidence"]), rests_on(inputs, worked), today)
    data = (
        writing.used(place.data, place.name, inputs, worked, said)
        if use
        else writing.kept(place.data, place.name, inputs, worked, today)
    )
    revision = request.POST.get("revision", "")
    try:
        actions.save_case(
            case=place.case,
            text=dumps(data),
            revision=int(revision) if revision.isdecimal() else 0,
            by=place.actor,
        )
    except DomainError as fault:
        if fault.code not in ("conflict", "invalid"):
            raise
        form.add_error(None, str(fault.message))
        return shown_page(request, place, form, worked, status=fault.status)
    text = (
        _("The estimate is used.")
        if use
        else _("The estimate is kept and can be weighed with others.")
    )
    messages.success(request, text)
    if use:
        return redirect("case-estimates", place.case.pk)
    address = reverse("case-estimate", args=[place.case.pk, place.name])
    return redirect(f"{address}?metode={place.method}")
