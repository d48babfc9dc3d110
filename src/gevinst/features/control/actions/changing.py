"""Starts, writes and withdraws a change of the rules."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.engines.control.files import digest, pack
from gevinst.features.control.actions.archive import DatabaseArchive
from gevinst.features.control.models import ChangeState, RuleChange
from gevinst.features.control.permissions import check_change
from gevinst.features.control.queries import files_in_force
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

OPEN = frozenset({ChangeState.DRAFT, ChangeState.PROPOSED})


def start_change(
    *, authority_id: int, block_key: str, title: str, by: Actor, purpose: str = ""
) -> RuleChange:
    """A draft that begins with the rules in force today. Raises `DomainError`: "not-allowed", "invalid"."""
    check_change(by, authority_id)
    if not title.strip():
        raise DomainError("invalid", _("Say in a few words what the change is."), field="title")
    files = dict(files_in_force(authority_id, block_key, timezone.localdate()))
    with audited("start_rule_change", by=by, authority_id=authority_id) as entry:
        # What it is compared with must be there when the building block has long moved on.
        DatabaseArchive().put(pack(files))
        change = RuleChange.objects.create(
            authority_id=authority_id,
            block_key=block_key,
            title=title.strip()[:160],
            purpose=purpose.strip(),
            base=digest(files),
            files=files,
            digest=digest(files),
            created_by_id=by.user_id,
            created_name=by.name,
            edited_by=_writers([], by),
        )
        about(entry, change, block=block_key)
    return change


def edit_change(
    *,
    change: RuleChange,
    by: Actor,
    files: Mapping[str, str] | None = None,
    purpose: str | None = None,
) -> RuleChange:
    """The draft with other files or another purpose; a proposed change becomes a draft again.

    A draft may be wrong: it is checked when it is proposed. Raises `DomainError`: "not-allowed",
    "wrong-state" (decided or withdrawn).
    """
    check_change(by, change.authority_id)
    with audited("edit_rule_change", by=by, authority_id=change.authority_id) as entry:
        row = locked(change, OPEN)
        if files is not None:
            row.files, row.digest = dict(files), digest(files)
        if purpose is not None:
            row.purpose = purpose.strip()
        row.state, row.edited_at = ChangeState.DRAFT, timezone.now()
        row.edited_by = _writers(row.edited_by, by)
        row.save()
        about(entry, row, digest=row.digest)
    return row


def withdraw_change(*, change: RuleChange, by: Actor) -> RuleChange:
    """The change is given up; it stays to be read. Raises as `edit_change`."""
    check_change(by, change.authority_id)
    with audited("withdraw_rule_change", by=by, authority_id=change.authority_id) as entry:
        row = locked(change, OPEN)
        row.state = ChangeState.WITHDRAWN
        row.save(update_fields=["state"])
        about(entry, row)
    return row


def locked(change: RuleChange, allowed: frozenset[ChangeState]) -> RuleChange:
    """The row, held until the transaction ends. Raises `DomainError("wrong-state")`."""
    row = RuleChange.objects.select_for_update().get(pk=change.pk)
    if row.state not in allowed:
        message = _("The change is already closed: %(state)s.") % {"state": row.get_state_display()}
        raise DomainError("wrong-state", message, change=row.pk)
    return row


def _writers(ids: list[int], by: Actor) -> list[int]:
    return sorted({*ids, *([by.user_id] if by.user_id is not None else [])})
