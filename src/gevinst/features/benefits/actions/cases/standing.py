"""Who may read a business case, and whether it is put away."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.features.benefits.actions.cases.held import OPEN, locked_case
from gevinst.features.benefits.casework.permissions import require_may_start_case
from gevinst.features.benefits.casework.states import CaseState, CaseVisibility
from gevinst.features.benefits.models import BusinessCase
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def show_case(*, case: BusinessCase, visibility: str, by: Actor) -> BusinessCase:
    """The case for its authority, for all authorities or for everybody. Raises `DomainError`: "not-allowed",
    "invalid"."""
    if visibility not in CaseVisibility.values:
        raise DomainError("invalid", _("Say who may read it."), field="visibility")
    with audited("benefits.show_case", by=by, authority_id=case.authority_id) as entry:
        row = locked_case(case, OPEN)
        require_may_start_case(by, row.authority_id)
        row.visibility = visibility
        row.revision += 1
        row.save(update_fields=["visibility", "revision"])
        about(entry, row, visibility=visibility)
    return row


def archive_case(*, case: BusinessCase, by: Actor) -> BusinessCase:
    """The case is put away; it stays to be read. Raises `DomainError`: "not-allowed", "wrong-state"."""
    return _turned(case, by, "benefits.archive_case", OPEN, CaseState.ARCHIVED)


def reopen_case(*, case: BusinessCase, by: Actor) -> BusinessCase:
    """An archived case is a draft again. Raises as `archive_case`."""
    closed = frozenset({CaseState.ARCHIVED})
    return _turned(case, by, "benefits.reopen_case", closed, CaseState.DRAFT)


def _turned(
    case: BusinessCase, by: Actor, action: str, allowed: frozenset[CaseState], state: CaseState
) -> BusinessCase:
    with audited(action, by=by, authority_id=case.authority_id) as entry:
        row = locked_case(case, allowed)
        require_may_start_case(by, row.authority_id)
        row.state = state
        row.revision += 1
        row.save(update_fields=["state", "revision"])
        about(entry, row)
    return row
