"""Attaching a file to a process: checked by its content, stored, read at once when it is small."""

from __future__ import annotations

import hashlib
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from gevinst.engines.filetext import Kind, Refusal, check, clean_name, extract
from gevinst.engines.identifiers import find_cprs
from gevinst.features.catalogue.actions.files import allowance
from gevinst.features.catalogue.actions.files.reading import read_soon, take, tell_shared
from gevinst.features.catalogue.actions.files.refusals import person_number, refused
from gevinst.features.catalogue.actions.processes import locked
from gevinst.features.catalogue.models import Attachment, Process
from gevinst.features.catalogue.permissions import require_may_change
from gevinst.features.catalogue.queries.reading import process as readable_process
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def attach(
    *,
    process_id: int,
    by: Actor,
    filename: str,
    content: bytes,
    internal: bool = False,
    description: str = "",
) -> Attachment:
    """The file on the process. One with person numbers in its text is internal whatever was asked.

    Raises `DomainError`: "not-found", "not-allowed", "file-…" (`filetext.Code`), "person-number" in its name
    or description, "taken" when the same file is there.
    """
    require_may_change(by, readable_process(by, process_id))
    row = Attachment(
        process_id=process_id,
        filename=clean_name(filename),
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        internal=internal,
        description=description.strip()[:200].replace("\0", ""),
        uploaded_by_id=by.user_id,
    )
    if find_cprs(row.filename) or find_cprs(row.description):
        raise person_number()
    kind = _checked(row.filename, content)
    row.media_type = kind.media_type
    if len(content) <= allowance.AT_ONCE:
        take(row, extract(kind, content, allowance.limits()))
    else:
        row.internal = True
    _keep(row, content, by, share=not internal)
    return row


def _checked(name: str, content: bytes) -> Kind:
    if len(content) > allowance.largest_mb() * allowance.MEGABYTE:
        told = _("The file is too large: at most %(limit)s MB.") % {"limit": allowance.largest_mb()}
        raise DomainError("file-too-large", told)
    found = check(name, content, allowance.limits())
    if isinstance(found, Refusal):
        raise refused(found)
    return found


def _keep(row: Attachment, content: bytes, by: Actor, *, share: bool) -> None:
    """Row and bytes, or neither: bytes that were stored for nothing are taken away again."""
    try:
        with transaction.atomic():
            process = locked(row.process_id, by)
            _not_there(process, row.sha256)
            with audited("catalogue.attach", by=by, authority_id=process.authority_id) as entry:
                key = f"{process.pk}/{uuid4().hex}"
                row.file.save(key, ContentFile(content), save=False)
                row.save()
                about(entry, process, attachment=row.pk, internal=row.internal)
                tell_shared(row, by)
            if row.reading == Attachment.Reading.WAITING:
                read_soon(row.pk, share=share)
    except BaseException:
        if row.file:
            row.file.storage.delete(str(row.file.name))
        raise


def _not_there(process: Process, sha256: str) -> None:
    if process.attachments.filter(sha256=sha256).exists():
        raise DomainError("taken", _("The same file is there already."))
