"""The page of one process, and its history."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gevinst.features.catalogue import history as past
from gevinst.features.catalogue import queries
from gevinst.features.catalogue.models import Domain, Phase, Process
from gevinst.features.catalogue.permissions import may_change
from gevinst.features.catalogue.web.processes.blocks import block_facts
from gevinst.features.catalogue.web.processes.lineage import lineage_panel
from gevinst.shared.actor import Actor


@login_not_required
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The process with everything that other rooms know of it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    process = queries.process(actor, pk)
    facts = {
        "process": process,
        "steps": phase_steps(process),
        "domains": [Domain(one).label for one in process.domains],
        "brick": block_facts(process.block_key) if process.block_key else None,
        "lineage": lineage_panel(process.block_key) if process.block_key else None,
        "may_change": may_change(actor, process),
    }
    return render(request, "catalogue/process.html", facts)


@require_GET
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Who changed what, newest first; for those who are signed in."""
    process = queries.process(request.actor, pk)  # type: ignore[attr-defined]
    facts = {"process": process, "changes": past.history(process, request.actor)}  # type: ignore[attr-defined]
    return render(request, "catalogue/history.html", facts)


def phase_steps(process: Process) -> list[tuple[str, str]]:
    """The phases as steps; decommissioning shows only when it has happened."""
    phases = [p for p in Phase if p != Phase.DECOMMISSIONED or p == process.phase]
    now = phases.index(Phase(process.phase))
    states = ["done" if n < now else "current" if n == now else "ahead" for n in range(len(phases))]
    return [(str(phase.label), state) for phase, state in zip(phases, states, strict=True)]
