"""Reading the text of a file for search, with person numbers masked; large ones by the worker."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from gevinst.engines.filetext import Extract, Reading, extract, kind_of_name
from gevinst.engines.identifiers import find_cprs, mask_all
from gevinst.features.catalogue.actions.files import allowance
from gevinst.features.catalogue.models import Attachment
from gevinst.features.catalogue.signals import process_saved
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited

# A file that still waits after this: its job was lost.
LOST = timedelta(hours=1)


def take(row: Attachment, found: Extract) -> None:
    """The text on the row, not saved yet. A file with person numbers is for the own authority alone."""
    row.person_numbers = bool(find_cprs(found.text))
    row.internal = row.internal or row.person_numbers
    row.text = mask_all(found.text)
    row.reading = Attachment.Reading(found.reading)


def read_soon(attachment_id: int, *, share: bool) -> None:
    """A job for the worker, in the running transaction; `share`: open it to others once it is read."""
    from gevinst.features.catalogue.tasks.files import read_text

    read_text.defer(attachment_id=attachment_id, share=share)


def read_attachment(*, attachment_id: int, by: Actor, share: bool = False) -> None:
    """Reads the text of a file that waits; one that is read or gone meanwhile is left alone."""
    row = Attachment.objects.filter(pk=attachment_id, reading=Attachment.Reading.WAITING).first()
    if row is None:
        return
    found = _extracted(row)
    with transaction.atomic():
        held = Attachment.objects.select_for_update(of=("self",)).select_related("process")
        row = held.filter(pk=attachment_id, reading=Attachment.Reading.WAITING).first()
        if row is None:
            return
        place = row.process.authority_id
        with audited("catalogue.read_attachment", by=by, authority_id=place) as entry:
            row.internal = row.internal and not share
            take(row, found)
            row.save(update_fields=["text", "reading", "person_numbers", "internal"])
            about(entry, row.process, attachment=row.pk, reading=row.reading)
            tell_shared(row, by)


def _extracted(row: Attachment) -> Extract:
    kind = kind_of_name(row.filename)
    try:
        with row.file.open("rb") as file:
            content = file.read()
    except OSError:
        return Extract("", Reading.BROKEN)
    return extract(kind, content, allowance.limits()) if kind else Extract("", Reading.NOTHING)


def resume_reading(*, now: datetime, by: Actor) -> int:
    """Reads what has waited for more than an hour; how many. They stay as shared as they are."""
    waiting = Attachment.objects.filter(reading=Attachment.Reading.WAITING, at__lt=now - LOST)
    ids = list(waiting.order_by("pk").values_list("pk", flat=True))
    for attachment_id in ids:
        read_attachment(attachment_id=attachment_id, by=by)
    return len(ids)


def tell_shared(row: Attachment, by: Actor) -> None:
    """Whoever follows the process hears of a file that others may read; of an internal one nobody."""
    if not row.internal:
        changed: dict[str, tuple[list[str], list[str]]] = {"attachments": ([], [row.filename])}
        process_saved.send(
            type(row.process), process=row.process, actor=by, created=False, changed=changed
        )
