"""Names of what a process holds by id: systems, technologies, units, and the people about it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.models import CoEditor, ItSystem, Process, Profile, Technology
from gevinst.shared.actor import Actor

Named = dict[str, Any]
ROLES = ("owner", "contact", "reporter")


def systems_named(rows: Collection[Process]) -> dict[int, Named]:
    """The IT systems of the processes by id."""
    ids = {key for row in rows for key in (*row.systems_today, *row.systems_used)}
    return {
        each.pk: {"id": each.pk, "label": each.label, "vendor": each.vendor}
        for each in ItSystem.objects.filter(pk__in=ids)
    }


def technologies_named(rows: Collection[Process]) -> dict[int, Named]:
    """The technologies of the processes by id."""
    ids = {key for row in rows for key in row.technologies}
    found = Technology.objects.filter(pk__in=ids)
    return {each.pk: {"id": each.pk, "label": each.label} for each in found}


def units_named(rows: Collection[Process]) -> dict[int, Named]:
    """The organisation units of the processes by id."""
    ids = {key for row in rows for key in row.units}
    return {key: {"id": key, "label": label} for key, label in accounts.unit_names(ids).items()}


def people_named(
    actor: Actor, rows: Collection[Process], internal: Collection[int]
) -> dict[int, list[Named]]:
    """Role and name of the people about each process; nobody for guests.

    The own authority sees them all, the others the contact and those whose profile is shown to them.
    """
    if not (actor.known and (actor.system or actor.national or actor.roles)):
        return {}
    held = _held(rows, internal)
    ids = {user for roles in held.values() for _, user in roles}
    names = accounts.people_names(ids)
    shown = set(Profile.objects.filter(user__in=ids, shown=True).values_list("user_id", flat=True))
    return {
        key: [
            {"role": role, "name": names[user]}
            for role, user in roles
            if user in names and (key in internal or role == "contact" or user in shown)
        ]
        for key, roles in held.items()
    }


def _held(rows: Collection[Process], internal: Collection[int]) -> dict[int, list[tuple[str, int]]]:
    """Process id to the users in each role; co-editors are told to the own authority only."""
    held: dict[int, list[tuple[str, int]]] = {
        row.pk: [(role, user) for role in ROLES if (user := getattr(row, f"{role}_id")) is not None]
        for row in rows
    }
    editors = CoEditor.objects.filter(process__in=internal).order_by("pk")
    for process, user in editors.values_list("process_id", "user_id"):
        held[process].append(("co_editor", user))
    return held
