"""The people of an authority and their roles."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gevinst.features.accounts import actions, queries
from gevinst.features.accounts.models import Authority
from gevinst.features.accounts.web.access import actor, administered, done, form_page
from gevinst.features.accounts.web.forms import PersonForm
from gevinst.shared.actor import Actor


@require_safe
def listing(request: HttpRequest, code: str) -> HttpResponse:
    """Who holds which role here."""
    authority = administered(request, code)
    page = Paginator(queries.memberships(authority), 50).get_page(request.GET.get("side"))
    return render(request, "accounts/people.html", {"authority": authority, "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, code: str) -> HttpResponse:
    """A new person here, or a role for somebody who has an account already."""
    authority = administered(request, code)
    form = PersonForm(request.POST or None, authority=authority)
    if (
        request.method == "POST"
        and form.is_valid()
        and done(form, lambda: _add(form, authority, actor(request)))
    ):
        messages.success(request, _("%(email)s now has the role here.") % form.cleaned_data)
        return redirect("people", code=code)
    return form_page(request, "accounts/person_add.html", form, authority=authority)


def _add(form: PersonForm, authority: Authority, by: Actor) -> None:
    stated = form.cleaned_data
    known = queries.user_by_email(stated["email"])
    where = {"role": stated["role"], "unit": stated["unit"], "authority": authority, "by": by}
    if known is None:
        actions.make_user(email=stated["email"], name=stated["name"], **where)
    else:
        actions.grant_role(user=known, **where)


@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Takes a role back; asks first."""
    authority = administered(request, code)
    held = get_object_or_404(queries.memberships(authority), pk=pk)
    if request.method == "POST":
        actions.revoke_role(membership=held, by=actor(request))
        messages.success(request, _("The role is taken back."))
        return redirect("people", code=code)
    question = _("Take the role “%(role)s” from %(name)s?") % {
        "role": held.get_role_display(),
        "name": held.user.name,
    }
    facts = {
        "question": question,
        "consequence": _("The person can no longer do what the role allows. What was done stays."),
        "submit": _("Take the role back"),
        "back": reverse("people", args=[code]),
        "authority": authority,
    }
    return render(request, "accounts/confirm.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Closes an account; asks first."""
    authority = administered(request, code)
    user = get_object_or_404(queries.people(authority), pk=pk)
    if request.method == "POST":
        actions.deactivate_user(user=user, by=actor(request))
        messages.success(request, _("The account is closed."))
        return redirect("people", code=code)
    facts = {
        "question": _("Close the account of %(name)s?") % {"name": user.name},
        "consequence": _("The person is signed out and cannot sign in again. What was done stays."),
        "submit": _("Close the account"),
        "back": reverse("people", args=[code]),
        "authority": authority,
    }
    return render(request, "accounts/confirm.html", facts)
