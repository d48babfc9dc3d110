"""Tokens of an authority's integrations; a secret is shown once, on the page that answers its making."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from gevinst.features.accounts import actions, queries
from gevinst.features.accounts.web.access import actor, administered, done, form_page
from gevinst.features.accounts.web.forms import TokenForm


@require_safe
def listing(request: HttpRequest, code: str) -> HttpResponse:
    """The tokens there are and have been."""
    authority = administered(request, code)
    facts = {"authority": authority, "tokens": queries.tokens(authority), "now": timezone.now()}
    return render(request, "accounts/tokens.html", facts)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, code: str) -> HttpResponse:
    """Makes a token and shows its secret."""
    authority = administered(request, code)
    form = TokenForm(request.POST or None)
    made: list[str] = []

    def make() -> None:
        stated = form.cleaned_data
        ends = timezone.now() + timedelta(days=stated["days"])
        _token, secret = actions.make_token(
            name=stated["name"],
            authority=authority,
            role=stated["role"],
            by=actor(request),
            expires_at=ends,
        )
        made.append(secret)

    if request.method == "POST" and form.is_valid() and done(form, make):
        facts = {"authority": authority, "secret": made[0], "name": form.cleaned_data["name"]}
        return render(request, "accounts/token_made.html", facts)
    return form_page(request, "accounts/token_add.html", form, authority=authority)


@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Withdraws a token; asks first."""
    authority = administered(request, code)
    token = get_object_or_404(queries.tokens(authority), pk=pk)
    if request.method == "POST":
        actions.revoke_token(token=token, by=actor(request))
        messages.success(request, _("The token is withdrawn."))
        return redirect("tokens", code=code)
    facts = {
        "question": _("Withdraw the token “%(name)s”?") % {"name": token.name},
        "consequence": _("The system that uses it is turned away from now on."),
        "submit": _("Withdraw the token"),
        "back": reverse("tokens", args=[code]),
        "authority": authority,
    }
    return render(request, "accounts/confirm.html", facts)
