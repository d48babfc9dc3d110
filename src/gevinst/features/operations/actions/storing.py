"""Stores what the block decided in one transaction: decisions, findings by COPY, new states."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

import pghistory
from django.db import connection, transaction
from django.db.models import F
from psycopg.types.json import Jsonb

from gevinst.engines.blockkit.contract import Decided, Evidence, Verdict
from gevinst.features.operations.actions.logging import Judged, log_judged
from gevinst.features.operations.blocks import Read
from gevinst.features.operations.models import Decision, Finding, Run, WorkItem
from gevinst.features.operations.states import State, after
from gevinst.shared.actor import Actor

Pair = tuple[Read, Decided]
COLUMNS = (
    "decision_id", "rule", "version", "line", "outcome", "severity", "shadow", "queue",
    "message_da", "message_en", "evidence", "paths",
)  # fmt: skip
MOVE = """
UPDATE operations_workitem AS w
SET state = v.state, queue = v.queue, reason = v.reason, wait_until = v.wait_until, claimed_at = NULL
FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[], %s::date[])
    AS v (id, state, queue, reason, wait_until)
WHERE w.id = v.id
"""


def store(run: Run, judged: Judged, unreadable: Sequence[Read], by: Actor) -> None:
    """Stores what was decided of those items that are still the run's, and logs it; others were given to
    another worker. Items that the block could read once but no longer can become unreadable ones."""
    with (
        transaction.atomic(),
        pghistory.context(user=by.user_id, actor=by.name, action="decide", run=run.pk),
    ):
        reads = [*judged.reads, *unreadable]
        ids = [read.row.pk for read in reads]
        mine = WorkItem.objects.filter(pk__in=ids, run=run, state=State.IN_PROGRESS)
        held = set(mine.select_for_update().values_list("pk", flat=True))
        kept = [(read, decided) for read, decided in judged.pairs() if read.row.pk in held]
        refused = [read for read in unreadable if read.row.pk in held]
        untouched = len(_untouched(kept))
        decisions = Decision.objects.bulk_create(
            decision_of(
                read.row,
                decided,
                run=run,
                block_version=run.block_version,
                actor_name=run.robot.name,
            )
            for read, decided in kept
        )
        copy_findings(zip(decisions, (decided for _, decided in kept), strict=True))
        move(kept)
        for read in refused:
            _refuse(run, read, by)
        _count(run, kept, untouched, len(refused))
        if kept or refused:
            log_judged(judged, held, refused, run.robot.name)


def _refuse(run: Run, read: Read, by: Actor) -> None:
    fault = read.refused
    decision = Decision.objects.create(
        item=read.row,
        run=run,
        verdict=Decision.Verdict.REFUSE,
        actor_name=by.name,
        reason=fault.code,
    )
    Finding.objects.create(
        decision=decision, rule=fault.code, version="1", outcome="fail", severity="mandatory",
        message_da=fault.message.da, message_en=fault.message.en,
        paths=[fault.where] if fault.where else [],
    )  # fmt: skip
    state = after(State.IN_PROGRESS, "refuse")
    WorkItem.objects.filter(pk=read.row.pk).update(state=state, reason=fault.code, claimed_at=None)


def decision_of(row: WorkItem, decided: Decided, **facts: object) -> Decision:
    """The block's verdict as a row, not saved."""
    return Decision(
        item=row,
        verdict=decided.verdict,
        queue=decided.queue,
        reason=decided.reason,
        until=decided.until,
        **facts,
    )


def copy_findings(pairs: Iterable[tuple[Decision, Decided]]) -> None:
    """Stores all findings of the saved decisions; COPY is ten times as fast as INSERT."""
    names = ", ".join(COLUMNS)
    sql = f"COPY {Finding._meta.db_table} ({names}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(sql) as copy:
        for decision, decided in pairs:
            for finding in decided.findings:
                evidence = Jsonb([_evidence(e) for e in finding.evidence], dumps=_dumps)
                copy.write_row((
                    decision.pk, finding.rule, finding.version, finding.line, str(finding.outcome),
                    str(finding.severity), finding.shadow, finding.queue,
                    finding.message.da, finding.message.en,
                    evidence, Jsonb(list(finding.paths)),
                ))  # fmt: skip


def move(kept: Sequence[Pair]) -> None:
    """Moves every item to where its verdict leads, from `in_progress`."""
    if not kept:
        return
    columns = list(
        zip(
            *(
                (
                    read.row.pk,
                    str(after(State.IN_PROGRESS, decided.verdict)),
                    decided.queue,
                    decided.reason,
                    decided.until,
                )
                for read, decided in kept
            ),
            strict=True,
        )
    )
    with connection.cursor() as cursor:
        cursor.execute(MOVE, [list(column) for column in columns])


def _untouched(kept: Sequence[Pair]) -> set[int]:
    """The approved items that no clerk ever had."""
    approved = {read.row.pk for read, decided in kept if decided.verdict is Verdict.APPROVE}
    had = Decision.objects.filter(item__in=approved, verdict=Decision.Verdict.REFER)
    return approved - set(had.values_list("item_id", flat=True))


def _count(run: Run, kept: Sequence[Pair], untouched: int, refused: int) -> None:
    counts = Counter(decided.verdict for _, decided in kept)
    Run.objects.filter(pk=run.pk).update(
        approved=F("approved") + counts[Verdict.APPROVE],
        referred=F("referred") + counts[Verdict.REFER],
        waiting=F("waiting") + counts[Verdict.WAIT],
        refused=F("refused") + refused,
        untouched=F("untouched") + untouched,
    )


def _evidence(evidence: Evidence) -> dict[str, object]:
    return {
        "register": evidence.register,
        "row": evidence.row,
        "values": dict(evidence.values),
        "extract": evidence.extract,
        "matches": evidence.matches,
    }


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
