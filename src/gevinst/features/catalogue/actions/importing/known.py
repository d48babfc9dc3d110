"""What is known already of the records of an import, in a few queries."""

from __future__ import annotations

from collections.abc import Sequence

from gevinst.features.catalogue.actions.importing.planned import Wanted
from gevinst.features.catalogue.models import Imported

AT_ONCE = 500


class Known:
    """What was imported before, by source and id."""

    def __init__(self, found: dict[tuple[str, str], Imported]) -> None:
        self.found = found

    def get(self, source: str, source_id: str) -> Imported | None:
        """What was imported under the id, with its process; None when nothing was."""
        return self.found.get((source, source_id))


def known_of(wanted: Sequence[Wanted]) -> Known:
    """What was imported before of these."""
    found: dict[tuple[str, str], Imported] = {}
    ids: dict[str, list[str]] = {}
    for one in wanted:
        ids.setdefault(one.source, []).append(one.source_id)
    for source, every in ids.items():
        for start in range(0, len(every), AT_ONCE):
            some = every[start : start + AT_ONCE]
            rows = Imported.objects.filter(source=source, source_id__in=some)
            related = rows.select_related("process").defer("process__search")
            for row in related.prefetch_related("process__legal_clauses", "process__co_editors"):
                found[row.source, row.source_id] = row
    return Known(found)
