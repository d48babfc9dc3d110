"""Hands processes over from one person to another, in one step."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from gevinst.features.accounts.queries import actors_of
from gevinst.features.catalogue.actions.writing import save_facts
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.permissions import readable
from gevinst.features.catalogue.signals import handed_over
from gevinst.shared.actor import Actor, Right
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def hand_over(
    *,
    process_ids: Collection[int],
    from_id: int,
    by: Actor,
    to_id: int | None = None,
    mailbox: str | None = None,
) -> int:
    """How many processes went from a person to `to_id`, owner and contact alike; `mailbox` is the role's.

    Without `to_id` the mailbox alone is the contact and the authority answers. All or none. Raises
    `DomainError`: "not-found" when one of them is not that person's, "not-allowed", "invalid".
    """
    if to_id is None and not mailbox:
        raise DomainError("invalid", _("Choose a person or write a mailbox."), fields=["to"])
    with transaction.atomic():
        held = Process.objects.select_for_update(of=("self",)).filter(readable(by))
        found = list(held.filter(pk__in=process_ids).defer("search").order_by("pk"))
        if len(found) != len(set(process_ids)) or not all(from_id in _hands(p) for p in found):
            raise DomainError("not-found", _("There is no such process."))
        for process in found:
            _one(process, from_id, to_id, mailbox, by)
    return len(found)


def _one(process: Process, from_id: int, to_id: int | None, mailbox: str | None, by: Actor) -> None:
    if by.user_id != from_id:
        by.require(Right.ADMINISTER, process.authority_id)
    if to_id is not None:
        _require_may_take(to_id, process)
    facts: dict[str, Any] = {
        field: to_id for field in ("owner", "contact") if getattr(process, f"{field}_id") == from_id
    }
    if mailbox is not None:
        facts["contact_email"] = mailbox
    with audited("catalogue.hand_over", by=by, authority_id=process.authority_id) as entry:
        save_facts(process, facts, by)
        about(entry, process, fields=sorted(facts))
        if "owner" in facts:
            handed_over.send(Process, process=process, actor=by, before=from_id, after=to_id)


def _hands(process: Process) -> set[int | None]:
    return {process.owner_id, process.contact_id}


def _require_may_take(user_id: int, process: Process) -> None:
    taking = actors_of([user_id])
    if not taking or not taking[0].may(Right.CONTRIBUTE, process.authority_id):
        message = _("Only a contributor at the authority can take it over.")
        raise DomainError("invalid", message, fields=["to"])
