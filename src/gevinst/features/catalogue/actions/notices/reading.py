"""Marks notices as read: one, all, or those about a process whose page was opened."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import Notice
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


def mark_read(*, notice_id: int, by: Actor) -> Notice:
    """The actor's own notice, read from now on. Raises `DomainError("not-found")` for anybody else's."""
    found = Notice.objects.filter(pk=notice_id, user=by.user_id or 0).first()
    if found is None:
        raise DomainError("not-found", _("There is no such notice."))
    if found.read_at is None:
        found.read_at = timezone.now()
        found.save(update_fields=["read_at"])
    return found


def mark_all_read(*, by: Actor, kind: str = "") -> int:
    """How many of the actor's notices (of a kind) became read."""
    found = _unread(by)
    return (found.filter(kind=kind) if kind else found).update(read_at=timezone.now())


def mark_read_about(*, process_id: int, by: Actor) -> int:
    """How many of the actor's notices about the process became read: its page was opened."""
    found = _unread(by).filter(process=process_id)
    return found.update(read_at=timezone.now()) if found.exists() else 0


def _unread(by: Actor) -> QuerySet[Notice]:
    return Notice.objects.filter(user=by.user_id or 0, read_at=None)
