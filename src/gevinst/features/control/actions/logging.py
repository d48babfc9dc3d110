"""Adds to a robot's decision log: within the transaction of what is decided, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db import connection

from gevinst.engines.decisionlog.chain import append
from gevinst.engines.decisionlog.model import GENESIS, Head, LogEntry, Payload
from gevinst.features.control.models import LogEntry as Row
from gevinst.features.control.models import LogHead

COLUMNS = ("authority_id", "robot_key", "seq", "kind", "at", "reference", "payload", "prev", "hash")


def add_to_log(
    *, authority_id: int, robot_key: str, payloads: Callable[[Head], Iterable[Payload]]
) -> Head:
    """The log's new head, after what `payloads` gives for the old one.

    Writers of one log wait for each other until their transactions end. Whoever calls has checked that
    the actor may decide: the log only tells. Must be called within a transaction.
    """
    head = _held(authority_id, robot_key)
    before = Head(head.seq, head.hash)
    last = before
    names = ", ".join(COLUMNS)
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {Row._meta.db_table} ({names}) FROM STDIN") as copy,
    ):
        for entry in append(payloads(before), before):
            payload = entry.payload
            copy.write_row(_row(authority_id, robot_key, entry, payload))
            last = Head(int(payload["seq"]), entry.hash)
    if last != before:
        LogHead.objects.filter(pk=head.pk).update(seq=last.seq, hash=last.hash)
    return last


def _held(authority_id: int, robot_key: str) -> LogHead:
    named = {"authority_id": authority_id, "robot_key": robot_key}
    LogHead.objects.get_or_create(**named, defaults={"seq": GENESIS.seq, "hash": GENESIS.hash})
    return LogHead.objects.select_for_update().get(**named)


def _row(
    authority_id: int, robot_key: str, entry: LogEntry, payload: Payload
) -> tuple[object, ...]:
    return (
        authority_id, robot_key, payload["seq"], payload["kind"], payload["at"],
        payload.get("reference", "")[:160], entry.body.decode(), entry.prev, entry.hash,
    )  # fmt: skip
