"""Saying that an own process reuses another one already, and taking that back."""

from __future__ import annotations

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.actions.processes import locked
from gevinst.features.catalogue.actions.reuse.adopting import adoption_of, check
from gevinst.features.catalogue.actions.reuse.holding import held
from gevinst.features.catalogue.actions.standing import refresh
from gevinst.features.catalogue.models import Adoption
from gevinst.features.catalogue.queries.reading import process as readable_process
from gevinst.features.catalogue.queries.reuse.family import descends
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

_LINKING = 0x6C696E6B  # any number that nothing else locks


def link(*, process_id: int, source_id: int, extent: str, by: Actor) -> Adoption:
    """The adoption of `source` by a process that was there before.

    Raises `DomainError`: "not-found", "not-allowed", "own-process", "invalid", "already-done" when it is
    linked, "circular" when the source was itself made of the process.
    """
    source = readable_process(by, source_id)
    with transaction.atomic():
        _alone()
        process = locked(process_id, by)
        check(source, process.authority_id, extent)
        if Adoption.objects.filter(process=process, source=source).exists():
            raise DomainError("already-done", _("That is known already."))
        if descends(source.pk, process.pk):
            raise DomainError("circular", _("That process was itself made of yours."))
        with audited("catalogue.link_source", by=by, authority_id=process.authority_id) as entry:
            about(entry, process, source=source.pk, extent=extent)
            return adoption_of(process, source, extent, by)


def unlink(*, adoption_id: int, by: Actor) -> None:
    """Removes a link that was wrong. Raises `DomainError`: "not-found", "not-allowed"."""
    with transaction.atomic():
        adoption = held(adoption_id, by)
        place = adoption.process.authority_id
        with audited("catalogue.unlink_source", by=by, authority_id=place) as entry:
            about(entry, adoption.process, source=adoption.source_id)
            adoption.delete()
            refresh([adoption.source_id])


def _alone() -> None:
    """One link at a time: two made at once could close a circle that neither of them sees."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LINKING])
