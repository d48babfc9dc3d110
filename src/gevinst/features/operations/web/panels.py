"""What pages of other rooms show of operations."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from gevinst.features.operations import queries
from gevinst.features.operations.web.trend import trend
from gevinst.shared.actor import Actor

LATEST = 5


def runs_panel(request: HttpRequest, process: Any) -> dict[str, Any] | None:
    """The robots of a process and their latest runs; nothing where there is none, or none may be read."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    lines = queries.robots(actor, process_id=process.pk)
    if not lines:
        return None
    runs = queries.runs(actor).filter(robot__process=process.pk)[:LATEST]
    return {"lines": [(line, trend(line.trend)) for line in lines], "runs": runs}


def latest_runs(request: HttpRequest, _: Any) -> dict[str, Any] | None:
    """The latest runs that the actor may read about; nothing for a guest."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    runs = list(queries.runs(actor)[:LATEST])
    return {"runs": runs} if runs else None
