"""Takes back a clerk's own last decision, until the item is in a payment proposal."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.features.operations.actions.desk import Verdict, finish
from gevinst.features.operations.actions.taking import check_free, locked
from gevinst.features.operations.models import Decision, WorkItem
from gevinst.features.operations.permissions import check_work
from gevinst.features.operations.states import after
from gevinst.shared.actor import Actor
from gevinst.shared.audit import audited
from gevinst.shared.errors import DomainError

UNDONE = frozenset({Verdict.APPROVE, Verdict.RETURN, Verdict.HOLD})


def undo(*, item: WorkItem, by: Actor) -> Decision:
    """The item is back on the desk as before the actor's own last decision.

    Raises `DomainError`: "not-allowed" (not one's own), "wrong-state" (delivered, nothing to undo).
    """
    check_work(by, item.authority_id)
    with audited("undo", by=by, target=item, authority_id=item.authority_id):
        row = locked(item)
        check_free(row, by)
        last, before = _own_last(row, by)
        unreadable = before is not None and before.verdict == Verdict.REFUSE
        row.state = after(row.state, "undo-unreadable" if unreadable else "undo", "clerk")
        row.wait_until = None
        undone = Decision(verdict=Verdict.UNDO, reason=last.reason)
        finish(row, undone, by, None)
    return undone


def _own_last(row: WorkItem, by: Actor) -> tuple[Decision, Decision | None]:
    trail = list(row.decisions.order_by("-id")[:2])
    last = trail[0] if trail else None
    if last is None or last.verdict not in UNDONE or last.block_version:
        raise DomainError("wrong-state", _("There is nothing to undo."), item=row.pk)
    if last.actor_id is None or last.actor_id != by.user_id:
        raise DomainError("not-allowed", _("Only the one who decided can undo it."), item=row.pk)
    # An unreadable item may have been returned and taken back several times.
    robots = row.decisions.exclude(verdict__in=[*UNDONE, Verdict.UNDO]).order_by("-id").first()
    return last, robots
