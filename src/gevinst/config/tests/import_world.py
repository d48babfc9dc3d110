"""An import of processes in the world of the tests: a dry run that waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gevinst.features.catalogue.models import ImportRun

if TYPE_CHECKING:
    from gevinst.features.accounts.models import User
    from gevinst.features.catalogue.models import Process


def imported_at(process: Process, insider: User, text: str) -> dict[str, Any]:
    """A dry run for the authority of `process`, by `insider`; everything in it is marked with `text`."""
    row = {"place": "line 2", "id": "1", "title": text, "outcome": "new"}
    run = ImportRun.objects.create(
        source="csv",
        filename=text[:200],
        authority=process.authority,
        by=insider,
        state=ImportRun.State.PLANNED,
        content=f"Titel;Resum\u00e9\n{text};{text}\n".encode(),
        report={"counts": {"new": 1}, "rows": [row]},
        total=1,
    )
    return {"import_id": run.pk}
