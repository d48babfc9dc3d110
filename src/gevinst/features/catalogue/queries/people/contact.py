"""Whom to ask about a process: the role's mailbox, a person who is still there, else the administrators."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from gevinst.features.accounts.queries import administrators
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.queries.people.handover import there
from gevinst.shared.actor import Actor


class As(StrEnum):
    """What somebody who can be asked is to the process."""

    MAILBOX = "mailbox"
    CONTACT = "contact"
    OWNER = "owner"
    ADMINISTRATOR = "administrator"


class Reach(NamedTuple):
    """Somebody to write to; `user_id` is None for a mailbox."""

    what: As
    name: str
    email: str
    user_id: int | None


def reach(actor: Actor, process: Process) -> list[Reach]:
    """Whom to ask, the best first; people by name for those who are signed in. Never one who has left."""
    found = []
    if process.contact_email:
        found.append(Reach(As.MAILBOX, process.contact_email, process.contact_email, None))
    if actor.user_id is None:
        return found
    if person := _person(process):
        found.append(person)
    return found or _administrators(process.authority_id)


def _person(process: Process) -> Reach | None:
    asked = Process.objects.filter(pk=process.pk).annotate(
        contact_there=there("contact"), owner_there=there("owner")
    )
    row = asked.values_list("contact_there", "owner_there").get()
    for what, person, present in (
        (As.CONTACT, process.contact, row[0]),
        (As.OWNER, process.owner, row[1]),
    ):
        if person is not None and present:
            return Reach(what, person.name, person.email, person.pk)
    return None


def _administrators(authority_id: int) -> list[Reach]:
    found = administrators(frozenset({authority_id})).distinct().order_by("name")
    return [Reach(As.ADMINISTRATOR, one.name, one.email, one.pk) for one in found]
