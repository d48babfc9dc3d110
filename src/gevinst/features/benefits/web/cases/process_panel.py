"""What the page of a process shows of business cases: those about it, and the way to begin one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest

from gevinst.features.benefits.casework.permissions import may_start_case
from gevinst.features.benefits.queries import cases as queries
from gevinst.shared.actor import Actor
from gevinst.shared.panels import Context

if TYPE_CHECKING:
    from gevinst.features.catalogue.models import Process

SHOWN = 5


def cases_panel(request: HttpRequest, process: Process) -> Context:
    """The newest cases of a process that the reader may read; None where there is neither case nor right."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = list(queries.cases(actor, queries.CasesWanted(process=process.pk))[:SHOWN])
    may_start = may_start_case(actor, process.authority_id)
    if not found and not may_start:
        return None
    return {"process": process, "cases": found, "may_start": may_start}
