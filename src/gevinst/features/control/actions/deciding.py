"""Takes a change from draft to rules in force: impact, proposal, a second person's word."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.engines.control.files import digest
from gevinst.features.control.actions.changing import locked
from gevinst.features.control.models import ChangeState, ImpactReport, RuleChange, RuleSet
from gevinst.features.control.permissions import check_change, check_decide
from gevinst.features.control.queries import files_in_force, impact_of
from gevinst.features.control.rule_files import faults
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

DRAFT = frozenset({ChangeState.DRAFT})
PROPOSED = frozenset({ChangeState.PROPOSED})


def record_impact(
    *, change: RuleChange, by: Actor, decisions: int, changed: int, result: Mapping[str, Any],
    first_on: date | None = None, last_on: date | None = None,
) -> ImpactReport:  # fmt: skip
    """Keeps what the change, as it is now, would have done to past decisions. Raises "not-allowed"."""
    check_change(by, change.authority_id)
    with audited("report_rule_impact", by=by, authority_id=change.authority_id) as entry:
        report = ImpactReport.objects.create(
            change=change,
            digest=change.digest,
            decisions=decisions,
            changed=changed,
            result=dict(result),
            first_on=first_on,
            last_on=last_on,
        )
        about(entry, change, decisions=decisions, changed=changed)
    return report


def propose_change(*, change: RuleChange, by: Actor) -> RuleChange:
    """The draft awaits a second person. Raises `DomainError`: "not-allowed", "wrong-state",
    "rule-fault" (`faults` says where), "no-change", "no-impact" (no report of the rules as they are now)."""
    check_change(by, change.authority_id)
    with audited("propose_rule_change", by=by, authority_id=change.authority_id) as entry:
        row = locked(change, DRAFT)
        _check_ready(row)
        row.state = ChangeState.PROPOSED
        row.save(update_fields=["state"])
        about(entry, row, digest=row.digest)
    return row


def approve_change(*, change: RuleChange, live_from: date, by: Actor, answer: str = "") -> RuleSet:
    """The rule book decides from `live_from`, today at the earliest.

    Raises `DomainError`: "not-allowed", "second-person", "wrong-state", "invalid" (a date in the past),
    "outdated" (other rules came into force since the change began), and as `propose_change`.
    """
    check_decide(by, change)
    if live_from < timezone.localdate():
        raise DomainError(
            "invalid", _("The rules can be live from today at the earliest."), field="live_from"
        )
    with audited("approve_rule_change", by=by, authority_id=change.authority_id) as entry:
        row = locked(change, PROPOSED)
        check_decide(by, row)
        _check_base(row, live_from)
        _check_ready(row)
        _close(row, ChangeState.APPROVED, by, answer)
        about(entry, row, digest=row.digest, live_from=live_from.isoformat())
        return RuleSet.objects.create(
            authority_id=row.authority_id,
            block_key=row.block_key,
            digest=row.digest,
            files=row.files,
            live_from=live_from,
            change=row,
            approved_name=by.name,
        )


def reject_change(*, change: RuleChange, by: Actor, answer: str) -> RuleChange:
    """The change is turned down, with the reason. Raises `DomainError`: "not-allowed", "second-person",
    "wrong-state", "invalid" (no reason)."""
    check_decide(by, change)
    if not answer.strip():
        raise DomainError("invalid", _("Say why the change is rejected."), field="answer")
    with audited("reject_rule_change", by=by, authority_id=change.authority_id) as entry:
        row = locked(change, PROPOSED)
        _close(row, ChangeState.REJECTED, by, answer)
        about(entry, row)
    return row


def _close(row: RuleChange, state: ChangeState, by: Actor, answer: str) -> None:
    row.state, row.answer, row.decided_at = state, answer.strip(), timezone.now()
    row.decided_by_id, row.decided_name = by.user_id, by.name
    row.save()


def _check_ready(row: RuleChange) -> None:
    if row.digest == row.base:
        raise DomainError(
            "no-change", _("The rules are as they were: there is nothing to approve.")
        )
    if wrong := faults(row.block_key, row.files):
        message = _("The rules cannot be used: %(fault)s") % {"fault": wrong[0]}
        raise DomainError("rule-fault", message, faults=wrong)
    if impact_of(row) is None:
        message = _("Make the impact report of the rules as they are now first.")
        raise DomainError("no-impact", message)


def _check_base(row: RuleChange, live_from: date) -> None:
    """What the change began with must still be what it replaces, or another change would be lost."""
    if digest(files_in_force(row.authority_id, row.block_key, live_from)) != row.base:
        message = _(
            "Other rules came into force since the change began. Start a new change from them."
        )
        raise DomainError("outdated", message, change=row.pk)
