"""A new business case with a key of its own."""

from __future__ import annotations

from typing import Any

from django.db import connection

from gevinst.engines.identifiers import mask_all
from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits.actions.cases.text import sound
from gevinst.features.benefits.casework.keys import key_of
from gevinst.features.benefits.models import BusinessCase
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited

LOCK = 4_820_137  # a number of our own among advisory locks


def made(by: Actor, authority_id: int, title: str, text: str, **origin: Any) -> BusinessCase:
    """The new case, with who made it from what."""
    hand = accounts.person_behind(by)
    with audited("benefits.start_case", by=by, authority_id=authority_id) as entry:
        row = BusinessCase.objects.create(
            authority_id=authority_id,
            title=title,
            key=_free_key(authority_id, title),
            text=sound(text),
            owner_id=by.user_id,
            edited_by=[] if hand is None else [hand],
            changed_by_id=by.user_id,
            changed_name=by.name,
            **origin,
        )
        about(entry, row, started_from=row.started_from)
    return row


def _free_key(authority_id: int, title: str) -> str:
    """A key that no other case of the authority has, nor gets before this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, authority_id])
    found = BusinessCase.objects.filter(authority_id=authority_id)
    return key_of(mask_all(title), set(found.values_list("key", flat=True)))
