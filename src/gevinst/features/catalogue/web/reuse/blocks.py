"""The page on which building blocks are put on a process by their version, and taken off."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from gevinst.engines.blockkit import blocks as installed
from gevinst.features.catalogue import queries
from gevinst.features.catalogue.actions import reuse as actions
from gevinst.features.catalogue.permissions import require_may_change
from gevinst.features.catalogue.queries.reuse.blocks import attached, manifest_of
from gevinst.features.catalogue.web.processes.blocks import block_name
from gevinst.features.catalogue.web.reuse.ids import stated_id
from gevinst.features.catalogue.web.reuse.trying import posted, tried
from gevinst.shared.actor import Actor


class BlockForm(forms.Form):
    """A block that is installed here, or another one by its key and version."""

    installed = forms.ChoiceField(label=gettext_lazy("Building block"), required=False)
    key = forms.CharField(
        label=gettext_lazy("Another one: its key"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("When it is not on the list, for example a library or a module."),
    )
    version = forms.CharField(
        label=gettext_lazy("Version"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"class": "input-width-s"}),
        help_text=gettext_lazy("Empty: the one that is installed here."),
    )
    note = forms.CharField(label=gettext_lazy("What for?"), max_length=200, required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        listed = [(key, block_name(key)) for key in installed()]
        self.fields["installed"].choices = [("", _("Another one")), *listed]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The key and the version that are meant."""
        facts: dict[str, Any] = self.cleaned_data
        facts["key"] = facts.get("installed") or facts.get("key") or ""
        manifest = manifest_of(facts["key"]) if facts.get("installed") else None
        facts["version"] = facts.get("version") or (manifest.version if manifest else "")
        if not facts["key"]:
            self.add_error("key", _("Choose a building block, or write the key of one."))
        elif not facts["version"]:
            self.add_error("version", _("Write the version."))
        return facts


@require_http_methods(["GET", "HEAD", "POST"])
def manage(request: HttpRequest, process_id: int) -> HttpResponse:
    """The blocks of a process and the form of another; a button takes one off, or to the newest version."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    process = queries.process(actor, process_id)
    require_may_change(actor, process)
    act = request.POST.get("do", "")
    if request.method == "POST" and act in {"detach", "renew"}:
        _change(request, actor, process_id, act)
        return redirect("process-blocks", process_id)
    form = BlockForm(posted(request))
    if request.method == "POST" and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ("key", "version", "note")}
        if tried(form, lambda: actions.attach(process_id=process_id, by=actor, **facts)):
            messages.success(request, _("The building block stands on the process."))
            return redirect("process-blocks", process_id)
    facts = {"process": process, "form": form, "blocks": shown_blocks(actor, process_id)}
    return render(request, "catalogue/reuse/blocks.html", facts, status=422 if form.errors else 200)


def shown_blocks(actor: Actor, process_id: int) -> list[dict[str, Any]]:
    """The blocks of a process with their names in the reader's language."""
    return [
        {
            "use": one.use,
            "name": block_name(one.use.key),
            "manifest": one.manifest,
            "newest": one.newest,
        }
        for one in attached(actor, process_id)
    ]


def _change(request: HttpRequest, actor: Actor, process_id: int, act: str) -> None:
    """Takes the block off, or puts the newest version on."""
    wanted = stated_id(request.POST.get("block", "")) or 0
    if act == "detach":
        actions.detach(process_id=process_id, block_use_id=wanted, by=actor)
        return
    for one in attached(actor, process_id):
        if one.use.pk == wanted and one.newest:
            use = one.use
            actions.attach(
                process_id=process_id, key=use.key, version=one.newest, note=use.note, by=actor
            )
