"""The baselines of a process: the list of all there have been, and setting a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gevinst.engines.blockkit import BlockNotFound, block
from gevinst.features.benefits import actions, queries
from gevinst.features.benefits.models import Evidence
from gevinst.features.benefits.permissions import require_may_set_baseline
from gevinst.features.benefits.web.forms import BaselineForm
from gevinst.features.catalogue import queries as catalogue
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

if TYPE_CHECKING:
    from gevinst.features.catalogue.models import Process


@require_GET
def listing(request: HttpRequest, pk: int) -> HttpResponse:
    """Every baseline of the process, the one that holds today marked."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    facts = {
        "process": catalogue.process(actor, pk),
        "baselines": queries.baselines(actor, pk),
        "current": queries.baseline_on(pk, timezone.localdate()),
        "may_set": queries.may_set(actor, pk),
    }
    return render(request, "benefits/baselines.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of a new baseline, filled with what holds now."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    process = catalogue.process(actor, pk)
    require_may_set_baseline(actor, process.authority_id)
    form = BaselineForm(request.POST or None, initial=_initial(process))
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_baseline(process_id=pk, by=actor, **form.cleaned_data)
        except DomainError as fault:
            if fault.code != "invalid":
                raise
            form.add_error(fault.facts.get("field"), str(fault.message))
        else:
            messages.success(request, _("The baseline is set. Runs from that day on use it."))
            return redirect("process", pk)
    facts = {"process": process, "form": form}
    return render(request, "benefits/baseline_form.html", facts, status=422 if form.errors else 200)


def _initial(process: Process) -> dict[str, Any]:
    """What holds now; else what the block's manifest says; else only today."""
    today = timezone.localdate()
    now = queries.baseline_on(process.pk, today)
    if now is not None:
        kept = ("manual_minutes", "exception_minutes", "hourly_cost", "evidence")
        return {"valid_from": today, **{name: getattr(now, name) for name in kept}}
    try:
        manifest = block(process.block_key).manifest
    except (BlockNotFound, ImportError):
        return {"valid_from": today}
    return {
        "valid_from": today,
        "manual_minutes": manifest.manual_minutes,
        "exception_minutes": manifest.exception_minutes,
        "evidence": Evidence.ESTIMATED,
        "source": manifest.minutes_source.in_language(get_language() or "da"),
    }
