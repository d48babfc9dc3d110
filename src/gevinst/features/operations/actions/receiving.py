"""Takes documents in: the same one twice makes one item, an unreadable one is kept with its fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice

from django.db import connection

from gevinst.engines.blockkit.contract import Item, Outcome, Refused, Severity, Text
from gevinst.features.operations.actions.logging import log_acts
from gevinst.features.operations.blocks import block_of
from gevinst.features.operations.models import Decision, Document, Finding, Robot, WorkItem
from gevinst.features.operations.permissions import check_operate
from gevinst.features.operations.queries.known_of_items import kept, looked_up_by
from gevinst.features.operations.search_text import stored
from gevinst.features.operations.states import State, after
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited

Progress = Callable[[int], object]
AT_A_TIME = 500
REFERENCE_TAKEN = Text(
    da="Et andet dokument har samme reference: {reference}. Sammenlign de to, og returnér det ene.",
    en="Another document has the same reference: {reference}. Compare them and return one.",
)


@dataclass(frozen=True, slots=True)
class Received:
    """How many documents made a new item, were known, and cannot be read (items too)."""

    new: int = 0
    known: int = 0
    refused: int = 0

    def __add__(self, other: Received) -> Received:
        return Received(
            self.new + other.new, self.known + other.known, self.refused + other.refused
        )


@dataclass(frozen=True, slots=True)
class _Read:
    digest: str
    name: str
    content: bytes
    result: Item | Refused


def receive(*, robot: Robot, content: bytes, name: str, by: Actor) -> WorkItem:
    """The one item of that document, new or known. Raises `DomainError("not-allowed")`."""
    receive_many(robot=robot, documents=[(name, content)], by=by)
    return WorkItem.objects.get(robot=robot, document_id=sha256(content).hexdigest())


def receive_many(
    *,
    robot: Robot,
    documents: Iterable[tuple[str, bytes]],
    by: Actor,
    progress: Progress | None = None,
) -> Received:
    """Takes in (name, bytes) pairs, some hundreds a transaction; `progress` gets the number just done.

    Raises `DomainError("not-allowed")`. May be broken off and repeated: what is in stays in, once.
    """
    check_operate(by, robot.authority_id)
    total, stream = Received(), _reading(robot, documents)
    while chunk := list(islice(stream, AT_A_TIME)):
        total += _take_in(robot, chunk, by)
        if progress:
            progress(len(chunk))
    return total


def _reading(robot: Robot, documents: Iterable[tuple[str, bytes]]) -> Iterator[_Read]:
    block = block_of(robot)
    for name, content in documents:
        yield _Read(sha256(content).hexdigest(), name[:255], content, block.read(content, name))


def _take_in(robot: Robot, chunk: list[_Read], by: Actor) -> Received:
    """One transaction. Receivers of one robot wait for each other, so what is looked up stays true."""
    once = {read.digest: read for read in chunk}
    with audited("receive", by=by, target=robot, authority_id=robot.authority_id) as entry:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('receive'), %s)", [robot.pk])
        fresh = _unknown(robot, once)
        _keep(fresh)
        items = WorkItem.objects.bulk_create(_rows(robot, fresh))
        refused = [
            (item, read)
            for item, read in zip(items, fresh, strict=True)
            if item.state == State.REFUSED
        ]
        log_acts(robot, _explain(refused, by))
        result = Received(len(items) - len(refused), len(chunk) - len(items), len(refused))
        about(entry, robot, new=result.new, known=result.known, refused=result.refused)
    return result


def _unknown(robot: Robot, once: dict[str, _Read]) -> list[_Read]:
    there = WorkItem.objects.filter(robot=robot, document__in=list(once))
    known = set(there.values_list("document_id", flat=True))
    return [read for digest, read in once.items() if digest not in known]


def _keep(fresh: list[_Read]) -> None:
    rows = [Document(sha256=read.digest, content=read.content, name=read.name) for read in fresh]
    # Another robot may have received the same bytes.
    Document.objects.bulk_create(rows, ignore_conflicts=True)


def _rows(robot: Robot, fresh: list[_Read]) -> list[WorkItem]:
    stated = [read.result.reference for read in fresh if isinstance(read.result, Item)]
    there = WorkItem.objects.filter(robot=robot, reference__in=stated)
    taken = set(there.values_list("reference", flat=True))
    rows = []
    for read in fresh:
        if isinstance(read.result, Refused) or read.result.reference in taken:
            rows.append(_refused_row(robot, read))
        else:
            taken.add(read.result.reference)
            rows.append(_row(robot, read.digest, read.result))
    return rows


def _row(robot: Robot, digest: str, item: Item) -> WorkItem:
    return WorkItem(
        robot=robot,
        authority_id=robot.authority_id,
        document_id=digest,
        reference=item.reference,
        title=item.title[:200],
        party=item.party[:200],
        amount=item.amount,
        currency=item.currency,
        dated=item.dated,
        due=item.due,
        keys=kept(item),
        key_values=looked_up_by(item),
        search=stored(item.party, item.title, item.reference),
    )


def _refused_row(robot: Robot, read: _Read) -> WorkItem:
    code = read.result.code if isinstance(read.result, Refused) else "reference-taken"
    party = read.result.party if isinstance(read.result, Item) else ""
    return WorkItem(
        robot=robot,
        authority_id=robot.authority_id,
        document_id=read.digest,
        reference=f"sha256:{read.digest}",
        title=read.name[:200],
        party=party[:200],
        state=after(State.RECEIVED, "refuse"),
        reason=code,
        search=stored(party, read.name),
    )


def _explain(refused: list[tuple[WorkItem, _Read]], by: Actor) -> list[tuple[str, Decision]]:
    """Stores why each cannot be read; the reference of each with its decision."""
    decisions = Decision.objects.bulk_create(
        Decision(item=item, verdict=Decision.Verdict.REFUSE, actor_name=by.name, reason=item.reason)
        for item, _ in refused
    )
    Finding.objects.bulk_create(
        _finding(decision, read) for decision, (_, read) in zip(decisions, refused, strict=True)
    )
    return [(decision.item.reference, decision) for decision in decisions]


def _finding(decision: Decision, read: _Read) -> Finding:
    if isinstance(read.result, Refused):
        message, where = read.result.message, read.result.where
    else:
        reference = read.result.reference
        message, where = REFERENCE_TAKEN, ""
        message = Text(
            message.da.format(reference=reference), message.en.format(reference=reference)
        )
    return Finding(
        decision=decision,
        rule=decision.reason,
        version="1",
        outcome=Outcome.FAIL,
        severity=Severity.MANDATORY,
        message_da=message.da,
        message_en=message.en,
        paths=[where] if where else [],
    )
