"""What one person may see of the processes that notices are about, now."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from gevinst.features.catalogue.models import Notice, Process
from gevinst.features.catalogue.permissions import internal_ids, readable
from gevinst.shared.actor import Actor


@dataclass(frozen=True, slots=True)
class Sight:
    """Processes that may be read, and those of which also what is internal may be."""

    open: frozenset[int]
    internal: frozenset[int]

    def sees(self, notice: Notice) -> bool:
        """Whether the notice may be shown at all."""
        if notice.process_id is None:
            return True
        wanted = self.internal if notice.facts.get("internal") else self.open
        return notice.process_id in wanted


def sight(actor: Actor, notices: Collection[Notice]) -> Sight:
    """What `actor` may see of what `notices` are about; two queries."""
    about = {one.process_id for one in notices if one.process_id is not None}
    about |= {pk for one in notices for pk in one.facts.get("ids", [])}
    if not about:
        return Sight(frozenset(), frozenset())
    found = Process.objects.filter(readable(actor), pk__in=about)
    open_ids = frozenset(found.values_list("pk", flat=True))
    inside = found.filter(internal_ids(actor)).values_list("pk", flat=True)
    return Sight(open_ids, frozenset(inside))
