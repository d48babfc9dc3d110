"""Sends a business case for approval, and takes it back."""

from __future__ import annotations

from gevinst.features.benefits.actions.cases.held import locked_case
from gevinst.features.benefits.actions.cases.soundness import check_sound
from gevinst.features.benefits.casework.permissions import (
    require_may_start_case,
)
from gevinst.features.benefits.casework.states import CaseState
from gevinst.features.benefits.models import BusinessCase
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited

DRAFT = frozenset({CaseState.DRAFT})
PROPOSED = frozenset({CaseState.PROPOSED})


def propose_case(*, case: BusinessCase, by: Actor) -> BusinessCase:
    """The draft is sent for approval.

    Raises `DomainError`: "not-allowed", "wrong-state", "case-fault" (the file), "case-error" (the checks).
    """
    with audited("benefits.propose_case", by=by, authority_id=case.authority_id) as entry:
        row = locked_case(case, DRAFT)
        require_may_start_case(by, row.authority_id)
        check_sound(row)
        _moved(row, CaseState.PROPOSED)
        about(entry, row, revision=row.revision)
    return row


def withdraw_case(*, case: BusinessCase, by: Actor) -> BusinessCase:
    """A proposed case is a draft again. Raises `DomainError`: "not-allowed", "wrong-state"."""
    with audited("benefits.withdraw_case", by=by, authority_id=case.authority_id) as entry:
        row = locked_case(case, PROPOSED)
        require_may_start_case(by, row.authority_id)
        _moved(row, CaseState.DRAFT)
        about(entry, row)
    return row


def _moved(row: BusinessCase, state: CaseState) -> None:
    row.state = state
    row.revision += 1
    row.save(update_fields=["state", "revision"])
