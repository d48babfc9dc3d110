"""Writes in business cases."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.features.benefits.actions.cases.held import OPEN, locked_case, touched
from gevinst.features.benefits.actions.cases.text import sound, title_of
from gevinst.features.benefits.casework.permissions import require_may_start_case
from gevinst.features.benefits.casework.states import CaseState
from gevinst.features.benefits.models import BusinessCase
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def save_case(*, case: BusinessCase, text: str, revision: int, by: Actor) -> BusinessCase:
    """The draft with another text; what was proposed or approved becomes a draft again.

    `revision` is the one that was read: where somebody else has saved since, nothing is written. The text may
    have faults. Raises `DomainError`: "not-allowed", "wrong-state" (archived), "conflict" with `name`, `at`
    and `revision` of the other's, "invalid" (too long).
    """
    text = sound(text)
    with audited("benefits.save_case", by=by, authority_id=case.authority_id) as entry:
        row = locked_case(case, OPEN)
        require_may_start_case(by, row.authority_id)
        _check_revision(row, revision)
        about(entry, row, revision=row.revision)
        if text != row.text:
            row.text, row.title = text, title_of(text) or row.title
            row.state = CaseState.DRAFT
            touched(row, by)
    return row


def _check_revision(row: BusinessCase, revision: int) -> None:
    if revision != row.revision:
        message = _(
            "%(name)s saved the case while you wrote. Nothing of yours was written over it."
        )
        raise DomainError(
            "conflict",
            message % {"name": row.changed_name},
            name=row.changed_name,
            at=row.changed_at,
            revision=row.revision,
        )
