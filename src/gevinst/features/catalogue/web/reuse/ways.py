"""The latest reuse on the front page, as ways from authority to authority."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpRequest

from gevinst.features.catalogue.queries.reuse.ways import latest_ways
from gevinst.shared.actor import Actor

_KIND = re.compile(r"^Region | Kommune$")


def ways_panel(request: HttpRequest, _: Any) -> dict[str, Any] | None:
    """The strips "Skanderborg → Syddjurs → Randers"; nothing before the first reuse."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    ways = latest_ways(actor)
    if not ways:
        return None
    return {"ways": [(way, [short(each.authority.name) for each in way.processes]) for way in ways]}


def short(name: str) -> str:
    """The place alone: the strip says that they are authorities."""
    return _KIND.sub("", name)
