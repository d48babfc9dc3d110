"""What those who made a process tell everybody who reuses it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction

from gevinst.features.catalogue.actions.processes import locked
from gevinst.features.catalogue.models import Announcement
from gevinst.features.catalogue.signals import announced
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def announce(*, process_id: int, kind: str, text: str, by: Actor) -> Announcement:
    """The announcement: a new version, an error found, a law changed.

    Raises `DomainError`: "not-found", "not-allowed", "invalid" with `fields`.
    """
    with transaction.atomic():
        process = locked(process_id, by)
        made = Announcement(process=process, kind=kind, text=text.strip(), by_id=by.user_id)
        try:
            made.clean_fields(exclude=["by"])
        except ValidationError as fault:
            message = "; ".join(fault.messages)
            raise DomainError("invalid", message, fields=sorted(fault.message_dict)) from fault
        with audited("catalogue.announce", by=by, authority_id=process.authority_id) as entry:
            about(entry, process, kind=kind)
            made.save()
            announced.send(Announcement, announcement=made, actor=by)
    return made
