"""The files of processes as a reader may see them, asked anew each time."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from gevinst.engines.identifiers import mask_all
from gevinst.features.catalogue.models import Attachment, Process
from gevinst.features.catalogue.permissions import internal_ids, readable
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


def files(actor: Actor, process: Process) -> list[Attachment]:
    """The files of a process that `actor` may read, by name, without their texts; one query."""
    rows = _seen(actor).filter(process=process).defer("text")
    return sorted(map(_masked, rows), key=lambda row: (row.filename.casefold(), row.pk))


def file(actor: Actor, attachment_id: int) -> Attachment:
    """One file with its process. Raises `DomainError("not-found")` for what `actor` may not read."""
    held = Process.objects.filter(readable(actor))
    rows = _seen(actor).filter(pk=attachment_id, process__in=held.values("pk"))
    row = rows.select_related("process__authority").defer("text", "process__search").first()
    if row is None:
        raise DomainError("not-found", _("There is no such file."))
    return _masked(row)


def _masked(row: Attachment) -> Attachment:
    """The row to be read, not saved: what came in by other ways may hold person numbers."""
    row.filename, row.description = mask_all(row.filename), mask_all(row.description)
    return row


def _seen(actor: Actor) -> QuerySet[Attachment]:
    mine = Process.objects.filter(internal_ids(actor)).values("pk")
    return Attachment.objects.filter(Q(internal=False) | Q(process__in=mine))
