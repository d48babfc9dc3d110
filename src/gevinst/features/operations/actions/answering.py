"""Answers suppliers: an answer is made with the return, withdrawn with its undoing, and collected once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.engines.einvoice import Invoice
from gevinst.engines.einvoice_response import ResponseRefusal, answer, process_of, respond
from gevinst.features.operations import answers
from gevinst.features.operations.blocks import block_of, read
from gevinst.features.operations.models import Decision, Response, ResponseEnd, Robot
from gevinst.features.operations.permissions import check_operate
from gevinst.features.operations.queries.responses import ready
from gevinst.features.operations.queries.trail import findings
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

Keep = Callable[[Sequence[Response]], object]
UNREADABLE = "unreadable"
AT_MOST = 5000


def answer_supplier(decision: Decision) -> Response | None:
    """The answer that goes with the decision to return; None where the item is no invoice.

    One that cannot be made is kept with its fault: the return stands, and somebody tells the supplier.
    """
    item = decision.item
    seen = read(block_of(item.robot), item)
    if not seen.readable:
        return _none(decision, UNREADABLE)
    if not isinstance(seen.item.document, Invoice):
        return None
    try:
        return _made(decision, seen.item.document)
    except ResponseRefusal as refusal:
        return _none(decision, refusal.code)


def _made(decision: Decision, invoice: Invoice) -> Response:
    item, now = decision.item, timezone.localtime(decision.at)
    said = answers.verdict(decision.reason, decision.text, findings(item), now.date())
    content = respond(
        answer(
            invoice,
            said,
            number=_number(decision),
            uuid=str(uuid4()),
            issued=now,
            process=process_of(bytes(item.document.content)),
            legal_id=item.authority.cvr,
        )
    )
    return Response.objects.create(
        item=item,
        decision=decision,
        kind=invoice.profile,
        number=_number(decision),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
    )


def _none(decision: Decision, fault: str) -> Response:
    return Response.objects.create(
        item=decision.item,
        decision=decision,
        kind=Response.Kind.NONE,
        number=_number(decision),
        fault=fault,
    )


def _number(decision: Decision) -> str:
    return f"SVAR-{decision.item_id}-{decision.pk}"


def withdraw(returned: Decision, by: Actor) -> None:
    """The answer to the decision is not sent. Raises `DomainError("wrong-state")` where it was collected."""
    found = Response.objects.select_for_update(of=("self",)).filter(decision=returned).first()
    if found is None:
        return
    if ResponseEnd.objects.filter(response=found).exists():
        message = _("The answer has gone to the supplier, so the return cannot be undone.")
        raise DomainError("wrong-state", message, item=returned.item_id)
    ResponseEnd.objects.create(response=found, kind=ResponseEnd.Kind.WITHDRAWN, actor_name=by.name)


def collect(*, robot: Robot, by: Actor, keep: Keep | None = None) -> list[Response]:
    """The answers that nobody has collected yet, some thousands at most; they are collected from now.

    `keep` gets them inside the transaction: where it fails, nothing is collected. A return younger than
    the undo window waits for the next time. Raises `DomainError("not-allowed")`.
    """
    check_operate(by, robot.authority_id)
    with audited("collect_responses", by=by, authority_id=robot.authority_id) as entry:
        Robot.objects.select_for_update(no_key=True).get(pk=robot.pk)
        found = list(ready(robot).select_for_update(of=("self",))[:AT_MOST])
        _end(found, by)
        about(entry, robot, answers=len(found))
        if keep and found:
            keep(found)
    return found


def collect_one(*, response: Response, by: Actor) -> Response:
    """The answer, collected now or before. Raises `DomainError`: "not-allowed", "wrong-state" (no answer)."""
    robot = response.item.robot
    check_operate(by, robot.authority_id)
    with audited("collect_responses", by=by, authority_id=robot.authority_id) as entry:
        row = Response.objects.select_for_update(of=("self",)).get(pk=response.pk)
        end = ResponseEnd.objects.filter(response=row).first()
        if end is None and row.kind != Response.Kind.NONE:
            _end([row], by)
        elif end is None or end.kind == ResponseEnd.Kind.WITHDRAWN:
            raise DomainError("wrong-state", _("There is no answer to send here."), response=row.pk)
        about(entry, robot, answers=int(end is None))
    return Response.objects.select_related("end", "item__robot").get(pk=row.pk)


def _end(found: Sequence[Response], by: Actor) -> None:
    ResponseEnd.objects.bulk_create(
        ResponseEnd(response=each, kind=ResponseEnd.Kind.COLLECTED, actor_name=by.name)
        for each in found
    )
