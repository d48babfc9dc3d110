"""Takes a business case on its way: versions kept, proposed, approved by a second person, or rejected."""

from __future__ import annotations

import hashlib

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst import __version__
from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits.actions.cases.writing import OPEN, locked_case
from gevinst.features.benefits.casework.models import CaseState
from gevinst.features.benefits.casework.permissions import (
    require_may_approve_case,
    require_may_start_case,
)
from gevinst.features.benefits.models import BusinessCase, CaseVersion
from gevinst.features.benefits.queries.cases.results import evaluated, headline
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

DRAFT = frozenset({CaseState.DRAFT})
PROPOSED = frozenset({CaseState.PROPOSED})
REASON = 500


def keep_case_version(*, case: BusinessCase, reason: str, by: Actor) -> CaseVersion:
    """The case as it stands, kept for good with the reason and its figures.

    Raises `DomainError`: "not-allowed", "wrong-state", "invalid" (no reason), "no-change" (nothing differs
    from the last version).
    """
    if not reason.strip():
        raise DomainError("invalid", _("Say why you keep this version."), field="reason")
    with audited("benefits.keep_case_version", by=by, authority_id=case.authority_id) as entry:
        row = locked_case(case, OPEN)
        require_may_start_case(by, row.authority_id)
        last = CaseVersion.objects.filter(case=row).first()
        if last is not None and last.text == row.text:
            message = _("Nothing has changed since version %(number)s.") % {"number": last.number}
            raise DomainError("no-change", message)
        version = _version(row, reason, by)
        about(entry, row, version=version.number)
    return version


def propose_case(*, case: BusinessCase, by: Actor) -> BusinessCase:
    """The draft is sent for approval.

    Raises `DomainError`: "not-allowed", "wrong-state", "case-fault" (the file), "case-error" (the checks).
    """
    with audited("benefits.propose_case", by=by, authority_id=case.authority_id) as entry:
        row = locked_case(case, DRAFT)
        require_may_start_case(by, row.authority_id)
        _check_sound(row)
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


def approve_case(*, case: BusinessCase, by: Actor, answer: str = "") -> CaseVersion:
    """The case as proposed is approved, and kept as a version that says by whom.

    Raises `DomainError`: "not-allowed", "second-person", "wrong-state", "case-fault", "case-error".
    """
    require_may_approve_case(by, case)
    with audited("benefits.approve_case", by=by, authority_id=case.authority_id) as entry:
        row = locked_case(case, PROPOSED)
        require_may_approve_case(by, row)
        _check_sound(row)
        version = _version(row, answer.strip() or _("Approved"), by, approved=True)
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


def _version(row: BusinessCase, reason: str, by: Actor, *, approved: bool = False) -> CaseVersion:
    """`by` kept it; of an approved version the last writer did, and `by` approved."""
    last = CaseVersion.objects.filter(case=row).aggregate(last=Max("number"))["last"] or 0
    hand = accounts.person_behind(by)
    approval = (
        {"approved_by_id": hand, "approved_name": by.name, "approved_at": timezone.now()}
        if approved
        else {}
    )
    return CaseVersion.objects.create(
        case=row,
        number=last + 1,
        text=row.text,
        digest=hashlib.sha256(row.text.encode()).hexdigest(),
        engine=__version__,
        reason=reason.strip()[:REASON],
        results=headline(row.text, timezone.localdate()),
        by_id=row.changed_by_id if approved else hand,
        by_name=row.changed_name if approved else by.name,
        **approval,
    )


def _check_sound(row: BusinessCase) -> None:
    known = evaluated(row.text)
    if known.faults:
        message = _("The case has faults that must be mended first: line %(line)s.")
        count = len(known.faults)
        raise DomainError("case-fault", message % {"line": known.faults[0].line}, count=count)
    if known.errors:
        message = _("The checks find an error that must be mended first.")
        raise DomainError("case-error", message, codes=[note.code for note in known.errors])


def _moved(row: BusinessCase, state: CaseState) -> None:
    row.state = state
    row.revision += 1
    row.save(update_fields=["state", "revision"])


def _decided(row: BusinessCase, state: CaseState, by: Actor, answer: str) -> None:
    row.state, row.answer, row.decided_at = state, answer.strip(), timezone.now()
    row.decided_by_id, row.decided_name = accounts.person_behind(by), by.name
    row.revision += 1
    row.save()
