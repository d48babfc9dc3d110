"""Takes back a clerk's own last decision, until the item is in a payment proposal."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.features.operations.actions.answering import withdraw
from gevinst.features.operations.actions.desk import Verdict, finish
from gevinst.features.operations.actions.taking import check_free, locked
from gevinst.features.operations.models import Decision, WorkItem
from gevinst.features.operations.permissions import check_work
from gevinst.features.operations.states import after
from gevinst.shared.actor import Actor
from gevinst.shared.audit import audited
from gevinst.shared.errors import DomainError

UNDONE = frozenset({Verdict.APPROVE, Verdict.RETURN, Verdict.HOLD})
# What the decision before the undone one had made of the item; anything else had referred it.
EVENTS = {
    Verdict.HOLD: "undo-to-held",
    Verdict.WAIT: "undo-to-waiting",
    Verdict.REFUSE: "undo-to-unreadable",
}


def undo(*, item: WorkItem, by: Actor) -> Decision:
    """The item stands where it stood before the actor's own last decision, with the date it waited for.

    Raises `DomainError`: "not-allowed" (not one's own), "wrong-state" (delivered, answered, nothing to undo).
    """
    check_work(by, item.authority_id)
    with audited("undo", by=by, target=item, authority_id=item.authority_id):
        row = locked(item)
        check_free(row, by)
        last, before = _own_last(row, by)
        event = EVENTS.get(Verdict(before.verdict), "undo") if before else "undo"
        row.state = after(row.state, event, "clerk")
        row.wait_until = before.until if before else None
        withdraw(last, by)
        undone = Decision(verdict=Verdict.UNDO, reason=last.reason)
        finish(row, undone, by, None, undone=last)
    return undone


def _own_last(row: WorkItem, by: Actor) -> tuple[Decision, Decision | None]:
    """The actor's own last decision, and the one that it came after."""
    trail = list(row.decisions.order_by("id"))
    last = trail[-1] if trail else None
    if last is None or last.verdict not in UNDONE or last.block_version:
        raise DomainError("wrong-state", _("There is nothing to undo."), item=row.pk)
    if last.actor_id is None or last.actor_id != by.user_id:
        raise DomainError("not-allowed", _("Only the one who decided can undo it."), item=row.pk)
    standing = _standing(trail[:-1])
    return last, standing[-1] if standing else None


def _standing(trail: list[Decision]) -> list[Decision]:
    """The decisions that were not undone, oldest first."""
    kept: list[Decision] = []
    for decision in trail:
        if decision.verdict == Verdict.UNDO:
            kept.pop()
        else:
            kept.append(decision)
    return kept
