"""Describing, sharing and removing a file that is there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from gevinst.engines.identifiers import find_cprs
from gevinst.features.catalogue.actions.files.reading import tell_shared
from gevinst.features.catalogue.actions.files.refusals import GONE, NOT_READ_YET, person_number
from gevinst.features.catalogue.actions.processes import locked
from gevinst.features.catalogue.models import Attachment, Process
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def change_attachment(
    *, attachment_id: int, by: Actor, description: str, internal: bool
) -> Attachment:
    """The file with another description, shared or kept within the authority.

    Raises `DomainError`: "not-found", "not-allowed", "person-number" (also to share a file that holds one),
    "wrong-state" to share a file that is not read yet.
    """
    with _held(attachment_id, by) as (row, process):
        opened = row.internal and not internal
        if find_cprs(description) or (opened and row.person_numbers):
            raise person_number()
        if opened and row.reading == Attachment.Reading.WAITING:
            raise DomainError("wrong-state", NOT_READ_YET)
        place = process.authority_id
        with audited("catalogue.change_attachment", by=by, authority_id=place) as entry:
            row.description = description.strip()[:200].replace("\0", "")
            row.internal = internal
            row.save(update_fields=["description", "internal"])
            about(entry, process, attachment=row.pk, internal=internal)
            if opened:
                tell_shared(row, by)
    return row


def remove_attachment(*, attachment_id: int, by: Actor) -> None:
    """Takes the file away, and its bytes once that is certain. Raises "not-found", "not-allowed"."""
    with _held(attachment_id, by) as (row, process):
        place = process.authority_id
        with audited("catalogue.remove_attachment", by=by, authority_id=place) as entry:
            about(entry, process, attachment=row.pk)
            row.delete()


@contextmanager
def _held(attachment_id: int, by: Actor) -> Iterator[tuple[Attachment, Process]]:
    """The file and its process, held until the block ends, for one who may change them."""
    with transaction.atomic():
        known = Attachment.objects.filter(pk=attachment_id).values_list("process_id", flat=True)
        process_id = known.first()
        if process_id is None:
            raise DomainError("not-found", GONE)
        process = locked(process_id, by)
        row = Attachment.objects.select_for_update().filter(pk=attachment_id).first()
        if row is None:
            raise DomainError("not-found", GONE)
        row.process = process
        yield row, process
