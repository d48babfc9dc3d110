"""The exceptions desk: queues, the list of one queue, one item."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gevinst.features.operations import limits, queries, states
from gevinst.features.operations.models import Decision, Finding, WorkItem
from gevinst.features.operations.web.account_question import asked
from gevinst.features.operations.web.desk_forms import Approval, Hold, Return
from gevinst.features.operations.web.desk_state import DeskState, clerk, opened
from gevinst.shared.actor import Actor

HELD = 20
NEXT = 5


@require_GET
def queues(request: HttpRequest) -> HttpResponse:
    """The queues; nothing chosen yet."""
    actor = clerk(request)
    lines = queries.queues(actor)
    referred = queries.items(actor, queries.Wanted(states=(states.State.REFERRED,)))
    upcoming = referred.filter(taken_by=None)[:NEXT]
    facts = {
        "level": "queues",
        "queues": lines,
        "open": any(line.count for line in lines),
        "waiting": referred.count(),
        "upcoming": upcoming,
        "held": queries.items(actor, queries.Wanted(who="mine", states=states.OPEN))[:HELD],
    }
    return render(request, "operations/desk.html", facts)


@require_GET
def queue(request: HttpRequest, robot_id: int, queue: str) -> HttpResponse:
    """The items of a queue; none chosen yet."""
    desk = DeskState(request, clerk(request), robot_id, queue)
    facts = {**listing(desk), "level": "list", "done": done(request, desk.actor)}
    return render(request, "operations/desk.html", facts)


@require_GET
def item(request: HttpRequest, robot_id: int, queue: str, item_id: int) -> HttpResponse:
    """One item beside its queue."""
    desk = DeskState(request, clerk(request), robot_id, queue)
    chosen = queries.item(desk.actor, item_id)
    return render(
        request, "operations/desk.html", {**shown(desk, chosen), "done": done(request, desk.actor)}
    )


def listing(desk: DeskState) -> dict[str, Any]:
    """What the list shows."""
    return {
        "desk": desk,
        "queues": desk.queues,
        "current": desk.line,
        "filters": desk.filters,
        "names": desk.names,
        "kept": desk.kept(),
        "next_side": desk.kept(desk.side + 1) if desk.more else "",
        "previous_side": desk.kept(desk.side - 1) or "?" if desk.side > 1 else "",
    }


def shown(desk: DeskState, item: WorkItem, **forms: Any) -> dict[str, Any]:
    """What the list and the item beside it show; `forms` are those with something typed in them."""
    found = queries.findings(item)
    told = [finding for finding in found if finding.outcome != "ok"]
    return {
        **listing(desk),
        "level": "item",
        "item": item,
        "told": told,
        "passed": [finding for finding in found if finding.outcome == "ok"],
        "extracts": _extracts(item, found),
        "sections": queries.sections(desk.actor, item, found),
        "trail": queries.history(item),
        "answers": _answers(item),
        "account": asked(item, told, desk.actor),
        "opened": opened(item.pk),
        "next_url": desk.after(item.pk),
        "previous_url": desk.before(item.pk),
        "mine": item.taken_by_id is not None and item.taken_by_id == desk.actor.user_id,
        "can": _possible(item),
        "alike": alike(desk, item),
        "approval": Approval(),
        "return_form": Return(),
        "hold": Hold(),
        "may_undo": _may_undo(item, desk.actor),
        **forms,
    }


def _extracts(item: WorkItem, found: list[Finding]) -> dict[str, dict[str, Any]]:
    named = {evidence["register"] for finding in found for evidence in finding.evidence}
    return queries.extracts(queries.judgement(item), named)


def _answers(item: WorkItem) -> list[tuple[Any, str, str]]:
    found = queries.answers_of(item)
    return [(row, queries.state_of(row), queries.fault_words(row.fault)) for row in found]


def alike(desk: DeskState, item: WorkItem) -> int:
    """How many more items of the queue have the same supplier and reason."""
    if not item.party or item.state not in states.OPEN:
        return 0
    wanted = queries.in_queue(desk.robot_id, desk.queue, party=item.party, reason=item.reason)
    return queries.items(desk.actor, wanted).exclude(pk=item.pk).order_by().count()


def done(request: HttpRequest, actor: Actor) -> dict[str, Any] | None:
    """The clerk's decision just made, with whether it can be undone still."""
    number = request.GET.get("gjort", "")
    if not number.isdecimal():
        return None
    made = (
        queries.decisions(actor)
        .select_related("item")
        .filter(pk=number, actor_id=actor.user_id)
        .first()
    )
    if made is None:
        return None
    return {
        "decision": made,
        "undo": _may_undo(made.item, actor),
        "seconds": int(limits.undo_window().total_seconds()),
    }


def _may_undo(item: WorkItem, actor: Actor) -> bool:
    if not states.can(item.state, "undo"):
        return False
    last = item.decisions.order_by("-id").first()
    own = last is not None and last.actor_id is not None and last.actor_id == actor.user_id
    undoable = (Decision.Verdict.APPROVE, Decision.Verdict.RETURN, Decision.Verdict.HOLD)
    return own and last is not None and not last.block_version and last.verdict in undoable


def _possible(item: WorkItem) -> set[str]:
    """What a clerk may do with the item; `claim` is what checking again begins with."""
    mine = {event for event in states.EVENTS if states.can(item.state, event, "clerk")}
    return mine | (
        {"claim"} if item.state in states.OPEN and states.can(item.state, "claim") else set()
    )
