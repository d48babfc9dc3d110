"""Answers a proposed business case: approved by a second person, or rejected."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits.actions.cases.deciding import PROPOSED
from gevinst.features.benefits.actions.cases.held import locked_case
from gevinst.features.benefits.actions.cases.soundness import check_sound
from gevinst.features.benefits.actions.cases.versions import kept_version
from gevinst.features.benefits.casework.permissions import (
    require_may_approve_case,
)
from gevinst.features.benefits.casework.states import CaseState
from gevinst.features.benefits.models import BusinessCase, CaseVersion
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def approve_case(*, case: BusinessCase, by: Actor, answer: str = "") -> CaseVersion:
    """The case as proposed is approved, and kept as a version that says by whom.

    Raises `DomainError`: "not-allowed", "second-person", "wrong-state", "case-fault", "case-error".
    """
    require_may_approve_case(by, case)
    with audited("benefits.approve_case", by=by, authority_id=case.authority_id) as entry:
        row = locked_case(case, PROPOSED)
        require_may_approve_case(by, row)
        check_sound(row)
        version = kept_version(row, answer.strip() or _("Approved"), by, approved=True)
        row.edited_by = []
        _decided(row, CaseState.APPROVED, by, answer)
        about(entry, row, version=version.number)
    return version


def reject_case(*, case: BusinessCase, by: Actor, answer: str) -> BusinessCase:
    """The case goes back to its writers as a draft, with the reason. Raises `DomainError`: "not-allowed",
    "second-person", "wrong-state", "invalid" (no reason)."""
    require_may_approve_case(by, case)
    if not answer.strip():
        raise DomainError("invalid", _("Say why the case is rejected."), field="answer")
    with audited("benefits.reject_case", by=by, authority_id=case.authority_id) as entry:
        row = locked_case(case, PROPOSED)
        require_may_approve_case(by, row)
        _decided(row, CaseState.DRAFT, by, answer)
        about(entry, row)
    return row


def _decided(row: BusinessCase, state: CaseState, by: Actor, answer: str) -> None:
    row.state, row.answer, row.decided_at = state, answer.strip(), timezone.now()
    row.decided_by_id, row.decided_name = accounts.person_behind(by), by.name
    row.revision += 1
    row.save()
