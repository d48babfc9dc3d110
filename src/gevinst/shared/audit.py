"""Runs an action: one transaction, the actor in every history row, one audit entry."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pghistory
from django.db import models, transaction

from gevinst.shared.actor import Actor
from gevinst.shared.models import AuditEntry


@contextmanager
def audited(
    action: str, *, by: Actor, target: models.Model | None = None, authority_id: int | None = None
) -> Iterator[AuditEntry]:
    """All of the block or nothing of it. Set `target`s and `facts` on the entry that is yielded.

    The entry is saved when the block ends without an exception.
    """
    entry = AuditEntry(
        action=action,
        actor_id=by.user_id,
        actor_name=by.name,
        authority_id=authority_id,
    )
    if target is not None:
        about(entry, target)
    with transaction.atomic(), pghistory.context(user=by.user_id, actor=by.name, action=action):
        yield entry
        entry.save()


def about(entry: AuditEntry, target: models.Model, **facts: Any) -> None:
    """Name the thing that the entry is about."""
    entry.target_type, entry.target_id = target._meta.label_lower, str(target.pk)
    entry.facts = {**entry.facts, **facts}
