"""Building blocks that hang on a process by their version."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.actions.processes import locked
from gevinst.features.catalogue.actions.standing import refresh
from gevinst.features.catalogue.models import BlockUse
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def attach(*, process_id: int, key: str, version: str, by: Actor, note: str = "") -> BlockUse:
    """The block in this version; one that hangs there already gets the version and the note.

    Raises `DomainError`: "not-found", "not-allowed", "invalid" with `fields`.
    """
    with transaction.atomic():
        process = locked(process_id, by)
        known = process.blocks.filter(key=key.strip()).first()
        use = known or BlockUse(process=process, key=key.strip())
        use.version, use.note = version.strip(), note.strip()
        try:
            use.clean_fields()
        except ValidationError as fault:
            message = "; ".join(fault.messages)
            raise DomainError("invalid", message, fields=sorted(fault.message_dict)) from fault
        with audited("catalogue.attach_block", by=by, authority_id=process.authority_id) as entry:
            about(entry, process, block=use.key, version=use.version)
            use.save()
            refresh([process_id])
    return use


def detach(*, process_id: int, block_use_id: int, by: Actor) -> None:
    """Takes a block off a process. Raises `DomainError`: "not-found", "not-allowed"."""
    with transaction.atomic():
        process = locked(process_id, by)
        use = process.blocks.filter(pk=block_use_id).first()
        if use is None:
            raise DomainError("not-found", _("There is no such building block here."))
        with audited("catalogue.detach_block", by=by, authority_id=process.authority_id) as entry:
            about(entry, process, block=use.key, version=use.version)
            use.delete()
            refresh([process_id])
