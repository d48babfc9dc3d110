"""What stands on top of an adopter's process page: what to adapt, and what changed at the source."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from gevinst.features.catalogue.models import Adoption, Process
from gevinst.features.catalogue.permissions import may_change, may_read_internal
from gevinst.features.catalogue.queries.reuse.adapting import Item, to_adapt
from gevinst.features.catalogue.queries.reuse.adoptions import made_of
from gevinst.features.catalogue.queries.reuse.changed import source_changes
from gevinst.shared.actor import Actor


def adapt_panel(request: HttpRequest, process: Process) -> dict[str, Any] | None:
    """What is left to adapt in a copy, for those who may change it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not process.adoptions.exists() or not may_change(actor, process):
        return None
    items: dict[str, tuple[Adoption, Item]] = {}
    for adoption in made_of(process.pk):
        for item in to_adapt(adoption):
            items.setdefault(item.key, (adoption, item))
    return {"process": process, "items": list(items.values())} if items else None


def changed_panel(request: HttpRequest, process: Process) -> dict[str, Any] | None:
    """The sources that changed since somebody at the adopter looked."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not actor.known or not may_read_internal(actor, process):
        return None
    changes = source_changes(actor, process.pk)
    if not changes:
        return None
    return {"process": process, "changes": changes, "may_change": may_change(actor, process)}
