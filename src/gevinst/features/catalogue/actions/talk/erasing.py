"""Erasing what a comment says: from its row, and from the history that triggers keep of it."""

from __future__ import annotations

from django.utils import timezone

from gevinst.features.catalogue.models import Comment


def erase(row: Comment) -> None:
    """The place stays, the words do not: what a person takes back is kept nowhere."""
    row.text, row.deleted_at = "", timezone.now()
    row.save(update_fields=["text", "deleted_at"])
    events = Comment.pgh_event_model.objects  # type: ignore[attr-defined]
    events.filter(pgh_obj_id=row.pk).update(text="")
