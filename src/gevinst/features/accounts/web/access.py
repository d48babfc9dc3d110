"""What every page of an administrator begins with: the authority of the address, and the right to it."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from gevinst.features.accounts import queries
from gevinst.features.accounts.models import Authority
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


def actor(request: HttpRequest) -> Actor:
    """Who asks."""
    found: Actor = request.actor  # type: ignore[attr-defined]
    return found


def administered(request: HttpRequest, code: str) -> Authority:
    """The authority with a code. Raises `Http404`, or `DomainError("not-allowed")`."""
    try:
        authority = queries.authority_by_code(code)
    except Authority.DoesNotExist as fault:
        raise Http404 from fault
    actor(request).require(Right.ADMINISTER, authority.pk)
    return authority


def done(form: forms.Form, action: Callable[[], object]) -> bool:
    """Whether the action was done; when it was refused the form says why."""
    try:
        action()
    except DomainError as fault:
        form.add_error(None, str(fault.message))
        return False
    return True


def form_page(
    request: HttpRequest, template: str, form: forms.Form, **facts: object
) -> HttpResponse:
    """The page of a form; 422 when what was sent cannot be used."""
    status = 422 if form.is_bound and form.errors else 200
    return render(request, template, {"form": form, **facts}, status=status)
