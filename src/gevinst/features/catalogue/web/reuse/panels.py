"""What the process page shows of reuse and of building blocks, and the buttons that begin them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.permissions import may_change
from gevinst.features.catalogue.queries.helping import about_process
from gevinst.features.catalogue.queries.reuse.adoptions import sources
from gevinst.features.catalogue.queries.reuse.kin import kinship
from gevinst.features.catalogue.web.reuse.blocks import shown_blocks
from gevinst.features.catalogue.web.reuse.lineage import lineage_facts
from gevinst.shared.actor import Actor, Right

# On the process page; what is larger has the page of its own.
MOST, REACH, ANNOUNCED = 24, 3, 3


def actions_panel(request: HttpRequest, process: Process) -> dict[str, Any] | None:
    """ "Use this", "we reuse this already" and help, for whoever may; a guest is asked to sign in."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    mine = actor.authorities(Right.CONTRIBUTE)
    return {
        "process": process,
        "may_use": bool(mine - {process.authority_id}),
        "may_ask": bool(mine),
        "own": process.authority_id in mine,
        "guest": not actor.known,
    }


def reuse_panel(request: HttpRequest, process: Process) -> dict[str, Any]:
    """Lineage with hours saved and effect, announcements, open help, and what the adopter can say."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = kinship(actor, process.pk, MOST, REACH)
    changing = may_change(actor, process)
    return {
        "process": process,
        "family": lineage_facts(found, process.pk) if found.links else None,
        "may_change": changing,
        "sources": list(sources(actor, process.pk)),
        "adopters": process.adopted_by.count(),
        "announcements": process.announcements.all()[:ANNOUNCED],
        "help": about_process(actor, process.pk)[:ANNOUNCED],
    }


def blocks_panel(request: HttpRequest, process: Process) -> dict[str, Any] | None:
    """The attached blocks with their versions; nothing where there is none and the reader may not add one."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    blocks, changing = shown_blocks(actor, process.pk), may_change(actor, process)
    if not blocks and not changing:
        return None
    return {"process": process, "blocks": blocks, "may_change": changing}
