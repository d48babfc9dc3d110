"""The register of benefits: the list with its filters, the same as a file, and writing a benefit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gevinst.features.benefits import actions, queries
from gevinst.features.benefits.models import Benefit
from gevinst.features.benefits.permissions import require_may_write
from gevinst.features.benefits.web.register.forms import BenefitForm, RegisterFilters
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


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """The form of a new benefit; `?sag=` is the business case it comes from, `?proces=` its process."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not actor.authorities(Right.CONTRIBUTE):
        raise DomainError("not-allowed", _("You do not have the role that this needs."))
    process = request.GET.get("proces", "")
    form = BenefitForm(actor, data=request.POST or None, initial={"process": process})
    case = request.GET.get("sag", "")[:64].replace("\x00", "")

    def make() -> Benefit:
        return actions.create_benefit(by=actor, case_key=case, **form.facts)

    if request.method == "POST" and (made := done(form, make)):
        messages.success(request, _("The benefit is in the register."))
        return redirect("benefit", made.pk)
    return _form(request, {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of a benefit that is there."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    held = queries.benefit(actor, pk)
    require_may_write(actor, held.authority_id)
    form = BenefitForm(actor, held, data=request.POST or None)

    def change() -> Benefit:
        return actions.edit_benefit(benefit_id=pk, by=actor, **form.facts)

    if request.method == "POST" and done(form, change):
        messages.success(request, _("The benefit is changed."))
        return redirect("benefit", pk)
    return _form(request, {"form": form, "benefit": held})


def _form(request: HttpRequest, facts: dict[str, Any]) -> HttpResponse:
    status = 422 if facts["form"].errors else 200
    return render(request, "benefits/benefit_form.html", facts, status=status)


def done(form: forms.Form, act: Callable[[], Any]) -> Any:
    """What `act` gave of a valid form; None where the form has a fault, which then stands in it."""
    if not form.is_valid():
        return None
    try:
        return act()
    except DomainError as fault:
        if fault.code not in {"invalid", "wrong-state", "already-done"}:
            raise
        field = fault.facts.get("field")
        form.add_error(field if field in form.fields else None, str(fault.message))
        return None
