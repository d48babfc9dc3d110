"""The organisation units of an authority."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.features.accounts import actions, queries
from gevinst.features.accounts.web.access import actor, administered, done, form_page
from gevinst.features.accounts.web.forms import UnitForm


@require_http_methods(["GET", "HEAD", "POST"])
def listing(request: HttpRequest, code: str) -> HttpResponse:
    """The units there are, and a form for one more."""
    authority = administered(request, code)
    form = UnitForm(request.POST or None, authority=authority)
    if request.method == "POST" and form.is_valid():
        name, parent = form.cleaned_data["name"], form.parent()
        if done(
            form,
            lambda: actions.add_unit(
                authority=authority, name=name, parent=parent, by=actor(request)
            ),
        ):
            messages.success(request, _("The unit is added."))
            return redirect("units", code=code)
    tree = queries.unit_tree(authority)
    return form_page(request, "accounts/units.html", form, authority=authority, tree=tree)
