"""The register of benefits: the list with its filters, and the same as a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gevinst.features.benefits import queries
from gevinst.features.benefits.web.register.filters import RegisterFilters
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError
from gevinst.shared.spreadsheet import csv_response

PAGE = 50


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """The benefits of the actor's authorities, by what is asked for."""
    actor, form, found = _asked(request)
    page = Paginator(found, PAGE).get_page(request.GET.get("side"))
    facts = {
        "form": form,
        "page": page,
        "rows": [(one, queries.standing(one)) for one in page.object_list],
        "several": len({one.authority_id for one in page.object_list}) > 1,
        "today": timezone.localdate(),
        "may_add": bool(actor.authorities(Right.CONTRIBUTE)),
        "filtered": any(request.GET.values()),
    }
    return render(request, "benefits/register.html", facts)


@require_GET
def listing_file(request: HttpRequest) -> StreamingHttpResponse:
    """The same list as CSV, all of it."""
    _actor, _form, found = _asked(request)
    head = [_("Benefit"), _("Authority"), _("Type"), _("How far"), _("How it is taken"), _("Unit")]
    head += [_("Expected a year"), _("Measured a year"), _("Grade of evidence"), _("Owner")]
    head += [_("Next measurement"), _("Place in the budget")]
    return csv_response("gevinster", head, _rows(found))


def _rows(found: Any) -> Iterator[list[object]]:
    for one in found:
        held = queries.standing(one)
        yield [
            one.title,
            one.authority.name,
            one.get_kind_display(),
            one.get_state_display(),
            one.get_mode_display(),
            one.unit_label,
            one.expected,
            held.a_year if held else None,
            held.step.grade if held else "",
            one.owner_name,
            one.next_measurement_on,
            one.budget_reference,
        ]


def _asked(request: HttpRequest) -> tuple[Actor, RegisterFilters, Any]:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    own = queries.own_authorities(actor)
    if own is not None and not own:
        raise DomainError("not-allowed", _("You need a role at an authority to see its benefits."))
    known = queries.benefits(actor).exclude(owner=None).order_by("owner_name")
    owners = {str(pk): name for pk, name in known.values_list("owner", "owner_name")}
    form = RegisterFilters(request.GET, list(owners.items()))
    return actor, form, queries.benefits(actor, form.wanted())
