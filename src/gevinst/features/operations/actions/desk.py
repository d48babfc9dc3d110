"""What a clerk decides of an item: approve, return, hold, take over what waits."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.features.operations import limits, reasons
from gevinst.features.operations.actions.answering import answer_supplier
from gevinst.features.operations.actions.logging import log_act
from gevinst.features.operations.actions.taking import check_free, locked
from gevinst.features.operations.models import Decision, Finding, Queue, WorkItem
from gevinst.features.operations.permissions import check_work
from gevinst.features.operations.signals import exception_done
from gevinst.features.operations.states import after, can
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

Verdict = Decision.Verdict
CLOSING = frozenset({Verdict.APPROVE, Verdict.RETURN})


def approve(
    *, item: WorkItem, reason: str, by: Actor, text: str = "", opened_at: datetime | None = None
) -> Decision:
    """The item goes to payment on the clerk's word, with a reason of `ApproveReason`.

    `opened_at` is when the clerk began, where the item was not taken. Raises `DomainError`: "not-allowed",
    "invalid" (no reason), "taken", "already-done", "wrong-state".
    """
    reasons.check(reasons.ApproveReason, reason, text)
    return decide(
        item, "approve", Decision(verdict=Verdict.APPROVE, reason=reason, text=text), by, opened_at
    )


def return_to_supplier(
    *, item: WorkItem, reason: str, by: Actor, text: str = "", opened_at: datetime | None = None
) -> Decision:
    """The item goes back to its sender with an answer; `reason` is a `ReturnReason`. Raises as `approve`."""
    reasons.check(reasons.ReturnReason, reason, text)
    returned = Decision(verdict=Verdict.RETURN, reason=reason, text=text)
    with transaction.atomic():
        decide(item, "return", returned, by, opened_at)
        answer_supplier(returned)
    return returned


def hold(
    *, item: WorkItem, until: date, by: Actor, text: str = "", opened_at: datetime | None = None
) -> Decision:
    """The item rests until the date, when the robot controls it again. Raises as `approve`."""
    if until <= timezone.localdate():
        raise DomainError("invalid", _("Choose a date after today."), field="until")
    return decide(
        item, "hold", Decision(verdict=Verdict.HOLD, until=until, text=text), by, opened_at
    )


def resume(*, item: WorkItem, by: Actor) -> Decision:
    """The item that waits or rests comes to a clerks' queue now. Raises as `approve`."""
    return decide(item, "resume", Decision(verdict=Verdict.RESUME), by, None)


def decide(
    item: WorkItem, event: str, decision: Decision, by: Actor, opened_at: datetime | None
) -> Decision:
    """Stores the clerk's `decision` and moves the item by `event`, in one transaction."""
    check_work(by, item.authority_id)
    with audited(decision.verdict, by=by, target=item, authority_id=item.authority_id) as entry:
        row = locked(item)
        check_free(row, by)
        check_undecided(row, event)
        row.state = after(row.state, event, "clerk")
        row.wait_until = decision.until
        if event == "resume":
            row.queue = row.queue or _queue_of(row)
        finish(row, decision, by, opened_at)
        about(entry, row, reason=decision.reason)
    return decision


def finish(
    row: WorkItem,
    decision: Decision,
    by: Actor,
    opened_at: datetime | None,
    undone: Decision | None = None,
) -> None:
    """Saves the decision with the clerk's measured minutes, lets the item go and tells the others."""
    decision.item, decision.actor_id, decision.actor_name = row, by.user_id, by.name
    decision.queue = decision.queue or row.queue
    decision.minutes = minutes(row, by, opened_at)
    decision.save()
    if not decision.block_version:  # the robot's own decisions are logged with what they rest on
        log_act(row, decision)
    row.taken_by = row.taken_at = None
    row.save(update_fields=["state", "queue", "reason", "wait_until", "taken_by", "taken_at"])
    done = closes(decision) - (closes(undone) if undone else 0)
    if row.run_id is not None and (decision.minutes or done):
        exception_done.send(
            WorkItem, run_id=row.run_id, minutes=decision.minutes, actor=by, done=done
        )


def closes(decision: Decision) -> int:
    """1 for a decision that closed an exception in measured time; what was not measured stays estimated."""
    return int(decision.verdict in CLOSING and bool(decision.minutes))


def minutes(row: WorkItem, by: Actor, opened_at: datetime | None) -> Decimal:
    """Minutes from when the clerk took or opened the item until now, capped, to two decimals."""
    taken = row.taken_at if row.taken_by_id == by.user_id else None
    began = min((at for at in (taken, opened_at) if at), default=None)
    if began is None or by.user_id is None:
        return Decimal("0.00")
    held = Decimal((timezone.now() - began).total_seconds()) / 60
    within = min(max(held, Decimal(0)), limits.longest_minutes())
    return within.quantize(Decimal("0.01"), ROUND_HALF_UP)


def check_undecided(row: WorkItem, event: str) -> None:
    """Raises `DomainError("already-done")` naming the colleague who decided the item just before."""
    if can(row.state, event, "clerk") or (event == "claim" and can(row.state, event)):
        return
    last = row.decisions.order_by("-id").first()
    if last is not None and last.actor_id is not None:
        at = timezone.localtime(last.at).strftime("%H.%M")
        message = _("%(name)s decided this item at %(time)s: %(verdict)s.")
        facts = {"name": last.actor_name, "time": at, "verdict": last.get_verdict_display()}
        raise DomainError("already-done", message % facts, item=row.pk)


def _queue_of(row: WorkItem) -> str:
    """The queue of the first rule that was not ok when the robot last decided, else the robot's first."""
    last = row.decisions.exclude(block_version="").order_by("-id").first()
    named = (
        Finding.objects.filter(decision=last, shadow=False).exclude(outcome="ok").exclude(queue="")
    )
    queue = named.values_list("queue", flat=True).first()
    return (
        queue
        or Queue.objects.filter(robot_id=row.robot_id).values_list("key", flat=True).first()
        or ""
    )
