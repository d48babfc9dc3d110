"""Putting processes under an umbrella and taking them out again, never in a circle."""

from __future__ import annotations

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue import queries
from gevinst.features.catalogue.actions.processes import locked
from gevinst.features.catalogue.actions.writing import touch
from gevinst.features.catalogue.models import Kind, Part
from gevinst.features.catalogue.queries.structure import above
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

_LOCK = (
    5_305_001  # of the database: one umbrella at a time, else two could close a circle between them
)


def add_part(*, umbrella_id: int, process_id: int, by: Actor) -> Part:
    """`process_id` is a part of the umbrella; twice makes no difference.

    Raises `DomainError`: "not-found", "not-allowed", "invalid" for what is no umbrella, "circle".
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        umbrella = locked(umbrella_id, by)
        part = queries.process(by, process_id)
        if umbrella.kind != Kind.UMBRELLA:
            raise DomainError("invalid", _("Only an umbrella process has parts."))
        if part.pk == umbrella.pk or part.pk in above(umbrella.pk):
            raise DomainError(
                "circle", _("It lies over the umbrella already: that makes a circle.")
            )
        with audited("catalogue.part_added", by=by, authority_id=umbrella.authority_id) as entry:
            about(entry, umbrella, part=part.pk)
            made, is_new = Part.objects.get_or_create(umbrella=umbrella, process=part)
            if is_new:
                touch(umbrella)
    return made


def remove_part(*, umbrella_id: int, process_id: int, by: Actor) -> None:
    """The process is no part of the umbrella any more. Raises "not-found", "not-allowed"."""
    with transaction.atomic():
        umbrella = locked(umbrella_id, by)
        part = Part.objects.filter(umbrella=umbrella, process_id=process_id).first()
        if part is None:
            raise DomainError("not-found", _("It is not a part of this umbrella."))
        with audited("catalogue.part_removed", by=by, authority_id=umbrella.authority_id) as entry:
            about(entry, umbrella, part=process_id)
            part.delete()
            touch(umbrella)
