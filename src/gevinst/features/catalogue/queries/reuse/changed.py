"""What happened at the source since the adopter looked: differences and announcements."""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.features.catalogue.history import Difference, differences, latest_event
from gevinst.features.catalogue.models import Adoption, Announcement
from gevinst.features.catalogue.queries.reuse.adoptions import sources
from gevinst.shared.actor import Actor


@dataclass(frozen=True, slots=True)
class SourceChange:
    """What `adoption.source` became, as the reader may see it; `event` is the latest one looked at here."""

    adoption: Adoption
    differences: list[Difference]
    announcements: list[Announcement]
    event: int


def source_changes(actor: Actor, process_id: int) -> list[SourceChange]:
    """The sources of a process that changed since somebody here looked."""
    found = [source_change(actor, adoption) for adoption in sources(actor, process_id)]
    return [one for one in found if one.differences or one.announcements]


def source_change(actor: Actor, adoption: Adoption) -> SourceChange:
    """What changed at the source; the reader must be one who may read it."""
    source, last = adoption.source, latest_event(adoption.source)
    since = adoption.reviewed_event or adoption.source_event
    changed = last > (since or 0)
    return SourceChange(
        adoption=adoption,
        differences=differences(source, since, actor) if changed else [],
        announcements=list(source.announcements.filter(at__gt=adoption.reviewed_at or adoption.at)),
        event=last,
    )
