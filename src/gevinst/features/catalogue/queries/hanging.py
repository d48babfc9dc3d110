"""The files and comments of one process, as a reader may see them."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import Attachment, Comment
from gevinst.features.catalogue.permissions import may_read_internal
from gevinst.features.catalogue.queries.reading import process
from gevinst.features.catalogue.talk_rights import may_talk
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


def attachments(actor: Actor, process_id: int) -> QuerySet[Attachment]:
    """The files. Raises `DomainError("not-found")` for a process that `actor` may not read."""
    held = process(actor, process_id)
    rows = Attachment.objects.filter(process=held).defer("text")
    return rows if may_read_internal(actor, held) else rows.filter(internal=False)


def attachment(actor: Actor, process_id: int, attachment_id: int) -> Attachment:
    """One file. Raises `DomainError("not-found")`, also for an internal one of another authority."""
    row = attachments(actor, process_id).filter(pk=attachment_id).first()
    if row is None:
        raise DomainError("not-found", _("There is no such file."))
    return row


def comments(actor: Actor, process_id: int) -> QuerySet[Comment]:
    """The comments, for people and integrations of an authority: they carry names.

    Raises `DomainError("not-found")` for a process that `actor` may not read.
    """
    held = process(actor, process_id)
    rows = Comment.objects.filter(process=held)
    if actor.token_id is None and not (actor.system or may_talk(actor)):
        return rows.none()
    return rows if may_read_internal(actor, held) else rows.filter(internal=False)
