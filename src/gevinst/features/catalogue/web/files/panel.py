"""The files on the page of a process, and the same list alone while texts are being read."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gevinst.features.catalogue import queries
from gevinst.features.catalogue.models import Attachment, Process
from gevinst.features.catalogue.permissions import may_change
from gevinst.features.catalogue.queries.files import files
from gevinst.shared.actor import Actor

QUIET = {Attachment.Reading.READ}


def files_panel(request: HttpRequest, process: Process) -> dict[str, Any] | None:
    """The list; nothing to show where there is none and the reader may add none."""
    facts = listing(request, process)
    return facts if facts["files"] or facts["may_change"] else None


def listing(request: HttpRequest, process: Process) -> dict[str, Any]:
    """What the list shows; `waiting` while the text of a file is being read."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = files(actor, process)
    return {
        "process": process,
        "files": rows,
        "waiting": any(row.reading == Attachment.Reading.WAITING for row in rows),
        "quiet": QUIET,
        "may_change": may_change(actor, process),
    }


@require_GET
def listed(request: HttpRequest, process_id: int) -> HttpResponse:
    """The list alone: a page asks for it every few seconds while something is being read."""
    process = queries.process(request.actor, process_id)  # type: ignore[attr-defined]
    return render(request, "catalogue/files/list.html", listing(request, process))
