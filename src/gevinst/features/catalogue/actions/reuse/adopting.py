"""Using another authority's process: a copy in the own authority that knows its source."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.actions.processes import create
from gevinst.features.catalogue.history import latest_event
from gevinst.features.catalogue.models import Adoption, BlockUse, Phase, Process, Visibility
from gevinst.features.catalogue.queries.reading import process as readable_process
from gevinst.features.catalogue.queries.reuse.taking import NAMED, PARTS, taken, takes
from gevinst.features.catalogue.signals import adopted
from gevinst.shared.actor import Actor, Right
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def adopt(
    *, source_id: int, authority_id: int, extent: str, by: Actor, parts: Collection[str] = ()
) -> Adoption:
    """The authority's copy of `source`: an idea that the own authority reads, without `NOT_COPIED`.

    Raises `DomainError`: "not-found", "not-allowed", "own-process" when the authority has the source itself,
    "invalid" for an extent or a part that there is not.
    """
    source = readable_process(by, source_id)
    by.require(Right.CONTRIBUTE, authority_id)
    check(source, authority_id, extent)
    if set(parts) - set(PARTS):
        raise DomainError("invalid", _("There is no such part."), fields=["parts"])
    with audited("catalogue.adopt", by=by, authority_id=authority_id) as entry:
        facts = {name: getattr(source, name) for name in taken(extent, parts)}
        copy = create(
            by=by,
            authority_id=authority_id,
            title=facts.pop(NAMED[0]),
            summary=facts.pop(NAMED[1]),
            phase=Phase.IDEA,
            visibility=Visibility.AUTHORITY,
            **facts,
            **({"legal_clauses": _clauses(source)} if takes("law", extent, parts) else {}),
        )
        if takes("blocks", extent, parts):
            _copy_blocks(source, copy)
        adoption = adoption_of(copy, source, extent, by)
        about(entry, copy, source=source.pk, extent=extent)
    return adoption


def check(source: Process, authority_id: int, extent: str) -> None:
    """Raises `DomainError` "own-process" or "invalid"."""
    if source.authority_id == authority_id:
        raise DomainError("own-process", _("Your authority has this process itself."))
    if extent not in Adoption.Extent.values:
        raise DomainError("invalid", _("Choose how much you reuse."), fields=["extent"])


def adoption_of(process: Process, source: Process, extent: str, by: Actor) -> Adoption:
    """The new adoption, told to whoever listens; the source counts as looked at as it stands now."""
    event = latest_event(source)
    adoption = Adoption.objects.create(
        process=process,
        source=source,
        source_event=event,
        reviewed_event=event,
        extent=extent,
        by_id=by.user_id,
    )
    adopted.send(Adoption, adoption=adoption, actor=by)
    return adoption


def _clauses(source: Process) -> list[dict[str, Any]]:
    """The clauses without the day of verification: the adopter has not looked yet."""
    return [{"text": clause.text, "url": clause.url} for clause in source.legal_clauses.all()]


def _copy_blocks(source: Process, copy: Process) -> None:
    BlockUse.objects.bulk_create(
        BlockUse(process=copy, key=use.key, version=use.version, note=use.note)
        for use in source.blocks.all()
    )
