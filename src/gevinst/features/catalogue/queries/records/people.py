"""Whose names could stand in the texts of a process."""

from __future__ import annotations

from collections.abc import Collection

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.models import CoEditor, Process


def names_about(ids: Collection[int]) -> dict[int, list[str]]:
    """Process id to the names of its owner, contact, reporter and co-editors."""
    held: dict[int, set[int]] = {}
    rows = Process.objects.filter(pk__in=ids).order_by()
    for pk, *people in rows.values_list("pk", "owner_id", "contact_id", "reporter_id"):
        held[pk] = {each for each in people if each is not None}
    editors = CoEditor.objects.filter(process__in=ids).values_list("process_id", "user_id")
    for pk, user in editors:
        held.setdefault(pk, set()).add(user)
    names = accounts.people_names({user for people in held.values() for user in people})
    return {
        pk: sorted(names[user] for user in people if user in names) for pk, people in held.items()
    }
