"""A business case held while it is written, and saved with who wrote."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits.casework.states import CaseState
from gevinst.features.benefits.models import BusinessCase
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

OPEN = frozenset({CaseState.DRAFT, CaseState.PROPOSED, CaseState.APPROVED})


def locked_case(case: BusinessCase, allowed: frozenset[CaseState]) -> BusinessCase:
    """The row, held until the transaction ends. Raises `DomainError("wrong-state")`."""
    row = BusinessCase.objects.select_for_update().get(pk=case.pk)
    if row.state not in allowed:
        message = _("This cannot be done with a case in this state: %(state)s.")
        raise DomainError("wrong-state", message % {"state": row.get_state_display()})
    return row


def touched(row: BusinessCase, by: Actor) -> None:
    """Saves the row with who wrote in it, as the next revision."""
    hand = accounts.person_behind(by)
    row.edited_by = sorted({*row.edited_by, *([hand] if hand is not None else [])})
    row.changed_at, row.changed_by_id, row.changed_name = timezone.now(), by.user_id, by.name
    row.revision += 1
    row.save()
