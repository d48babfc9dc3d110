"""The page of one process."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gevinst.features.catalogue import queries
from gevinst.features.catalogue.models import Kind, Phase, Process, Standing
from gevinst.features.catalogue.permissions import may_change, may_read_internal
from gevinst.features.catalogue.queries.structure import tree, umbrellas
from gevinst.features.catalogue.web.processes import facts as telling
from gevinst.features.catalogue.web.processes.blocks import block_facts
from gevinst.features.catalogue.web.processes.lineage import lineage_panel
from gevinst.features.catalogue.web.processes.suiting import suitability_facts
from gevinst.shared.actor import Actor


@login_not_required
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The process with everything that other rooms know of it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    process = queries.process(actor, pk)
    prefetch_related_objects([process], "co_editors", "blocks", "legal_clauses")
    changeable = may_change(actor, process)
    blocks = [one.key for one in process.blocks.all()]
    overview = telling.overview(process)
    facts = {
        "process": process,
        "steps": phase_steps(process),
        "standing": Standing.objects.filter(pk=pk).first(),
        "brick": block_facts(process.block_key) if process.block_key else None,
        "lineage": lineage_panel(process.block_key) if process.block_key else None,
        "may_change": changeable,
        "internal": may_read_internal(actor, process),
        "effort": telling.effort(process),
        "suitability": suitability_facts(process),
        "ready": telling.readiness_facts(process, blocks),
        "asked": telling.asked_now(process, overview["clauses"]) if changeable else [],
        **overview,
        **_structure(actor, process),
    }
    return render(request, "catalogue/process.html", facts)


def phase_steps(process: Process) -> list[tuple[str, str]]:
    """The phases as steps; decommissioning shows only when it has happened."""
    phases = [p for p in Phase if p != Phase.DECOMMISSIONED or p == process.phase]
    now = phases.index(Phase(process.phase))
    states = ["done" if n < now else "current" if n == now else "ahead" for n in range(len(phases))]
    return [(str(phase.label), state) for phase, state in zip(phases, states, strict=True)]


def _structure(actor: Actor, process: Process) -> dict[str, Any]:
    node = tree(actor, process)
    shown = bool(node.parts) or process.kind == Kind.UMBRELLA
    return {"tree": node if shown else None, "umbrellas": umbrellas(actor, process)}
