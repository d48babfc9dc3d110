"""What can be done with processes: create, update, and register the one that a block runs."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import Phase, Process, Visibility
from gevinst.features.catalogue.permissions import readable, require_may_change
from gevinst.shared.actor import Actor, Right
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

CHANGEABLE = frozenset({
    "title", "summary", "description", "challenge", "solution", "phase", "visibility", "domains",
    "kle", "form", "legal_clause", "block_key", "contact_email", "in_operation_since",
})  # fmt: skip


def create(*, by: Actor, authority_id: int, title: str, summary: str, **facts: Any) -> Process:
    """A new process of the authority, owned by whoever makes it.

    `facts` are names of `CHANGEABLE`. Raises `DomainError`: "not-allowed", "invalid" with `fields`.
    """
    by.require(Right.CONTRIBUTE, authority_id)
    process = Process(authority_id=authority_id, owner_id=by.user_id)
    with audited("catalogue.create", by=by, authority_id=authority_id) as entry:
        changed = _apply(process, {"title": title, "summary": summary, **facts}, by)
        about(entry, process, fields=changed)
    return process


def update(*, process_id: int, by: Actor, **facts: Any) -> Process:
    """The process with `facts` (names of `CHANGEABLE`) in place of what it had.

    Raises `DomainError`: "not-found", "not-allowed", "invalid" with `fields`.
    """
    with transaction.atomic():
        rows = Process.objects.select_for_update().filter(readable(by), pk=process_id)
        process = rows.defer("search").first()
        if process is None:
            raise DomainError("not-found", _("There is no such process."))
        require_may_change(by, process)
        with audited("catalogue.update", by=by, authority_id=process.authority_id) as entry:
            about(entry, process, fields=_apply(process, facts, by))
    return process


def register(
    *, by: Actor, authority_id: int, block_key: str, title: str, summary: str, **facts: Any
) -> Process:
    """The authority's process that runs the block; made the first time, left alone after that."""
    by.require(Right.CONTRIBUTE, authority_id)
    with transaction.atomic():
        known = Process.objects.filter(authority_id=authority_id, block_key=block_key)
        found = known.defer("search").order_by("pk").first()
        if found is not None:
            return found
        return create(
            by=by,
            authority_id=authority_id,
            title=title,
            summary=summary,
            block_key=block_key,
            **facts,
        )


def _apply(process: Process, facts: dict[str, Any], by: Actor) -> list[str]:
    """Saves; the names of what differs."""
    if strange := set(facts) - CHANGEABLE:
        raise DomainError("invalid", _("There is no such field."), fields=sorted(strange))
    changed = sorted(name for name, value in facts.items() if getattr(process, name) != value)
    for name in changed:
        setattr(process, name, facts[name])
    if process.phase == Phase.OPERATION and process.in_operation_since is None:
        process.in_operation_since = timezone.localdate()
    if process.visibility == Visibility.PERSONAL and process.owner_id is None:
        if by.user_id is None:
            raise DomainError("invalid", _("A personal process needs a person."))
        process.owner_id = by.user_id
    _validate(process)
    if changed or process.pk is None:
        process.save()
    return changed


def _validate(process: Process) -> None:
    try:
        process.clean_fields(exclude=["search", "sort_key"])
    except ValidationError as fault:
        message = "; ".join(fault.messages)
        raise DomainError("invalid", message, fields=sorted(fault.message_dict)) from fault
