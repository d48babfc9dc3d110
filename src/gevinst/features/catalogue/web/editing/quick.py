"""Quick share: five fields, and it is shared."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.actions import drafts as keeping
from gevinst.features.catalogue.actions.editing import save_new
from gevinst.features.catalogue.fields import QUICK
from gevinst.features.catalogue.models import Visibility
from gevinst.features.catalogue.web.editing import choices, drafting, sending
from gevinst.features.catalogue.web.editing.labels import HINTS, LABELS
from gevinst.features.catalogue.web.editing.rows import Column, RowsField, RowsWidget
from gevinst.shared.actor import Actor


def _names(name: str, label: Any, kind: str) -> RowsField:
    widget = RowsWidget([Column("name", gettext_lazy("Name"), longest=120)], kind)
    return RowsField(widget, label=label, help_text=HINTS[name])


class QuickForm(forms.Form):
    """The five fields; the authority is asked where there is a choice."""

    title = forms.CharField(
        label=LABELS["title"],
        help_text=HINTS["title"],
        max_length=65,
        widget=forms.TextInput({"class": "input-width-xl"}),
    )
    summary = forms.CharField(
        label=LABELS["summary"],
        help_text=HINTS["summary"],
        max_length=140,
        widget=forms.TextInput({"class": "g-wide"}),
    )
    description = forms.CharField(
        label=LABELS["description"], required=False, widget=forms.Textarea({"rows": 6})
    )
    technologies = _names("technologies", gettext_lazy("Technologies"), "teknologier")
    systems_used = _names(
        "systems_used", gettext_lazy("IT systems that the robot uses"), "systemer"
    )

    def __init__(self, *args: Any, places: frozenset[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = accounts.authorities().filter(pk__in=places)
        if len(places) > 1:
            chosen = forms.ModelChoiceField(mine, label=_("Authority"), empty_label=None)
            self.fields = {"authority": chosen, **self.fields}
        for field in self.fields.values():
            field.label = capfirst(str(field.label))
        for name, kind in (("technologies", "teknologier"), ("systems_used", "systemer")):
            texts = choices.suggestions(kind, places)
            self.fields[name].widget.options = lambda texts=texts: texts


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest) -> HttpResponse:
    """The form; sent, all authorities can read the process."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if actor.user_id is None:
        return sending.sign_in(request)
    places = sending.contributing(actor)
    sent = request.POST if request.method == "POST" else None
    if sent is not None and sent.get("act") == "draft":
        return sending.kept_as_draft(request, None)
    held = sending.waiting(request, None)
    form = QuickForm(sent, places=places)
    if sent is not None and form.is_valid():
        chosen = form.cleaned_data.get("authority")
        facts = {name: form.cleaned_data[name] for name in QUICK}
        facts |= {"visibility": Visibility.ALL_AUTHORITIES}
        place = chosen.pk if chosen else min(places)
        if made := sending.saved(form, lambda: save_new(by=actor, authority_id=place, **facts)):
            keeping.sent(by=actor, process_id=None, draft_id=drafting.number(sent.get("draft")))
            messages.success(request, _("Thank you: all authorities can read it now."))
            return redirect("process", made.pk)
    drafting.initial(form, held)
    page = {"form": form, "places": places, **drafting.page_facts(held, sent)}
    status = 422 if form.errors else 200
    return render(request, "catalogue/editing/quick.html", page, status=status)
