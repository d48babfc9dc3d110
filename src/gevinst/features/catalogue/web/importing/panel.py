"""Where a process was imported from, on its page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from gevinst.engines.exchange.os2autoproces.names import DETAILS
from gevinst.features.catalogue.importing.wording import SOURCES
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.queries.importing import origins


def origin_panel(request: HttpRequest, process: Process) -> dict[str, Any] | None:
    """The sources with the ids there; nothing for a process that was made here."""
    found = [
        {
            "source": SOURCES[one.source.partition(":")[0]],
            "source_id": one.source_id,
            "address": f"{DETAILS}{one.source_id}" if one.source == "os2autoproces" else "",
            "at": one.at,
        }
        for one in origins(process)
    ]
    return {"origins": found} if found else None
