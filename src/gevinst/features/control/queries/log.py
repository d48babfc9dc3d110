"""The decision log of a robot: its entries in order, its end, and whether it is whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from gevinst.engines.decisionlog.chain import verify
from gevinst.engines.decisionlog.model import GENESIS, Batch, Break, Head, Kind, LogEntry
from gevinst.features.control.models import LogEntry as Row
from gevinst.features.control.models import LogHead

AT_A_TIME = 2000


def log_entries(
    authority_id: int, robot_key: str, *, reference: str = "", kind: str = ""
) -> Iterator[LogEntry]:
    """The entries in order, one at a time; only those about an item, or of a kind, where stated."""
    rows = Row.objects.filter(authority=authority_id, robot_key=robot_key).order_by("seq")
    if reference:
        rows = rows.filter(reference=reference)
    if kind:
        rows = rows.filter(kind=kind)
    for row in rows.iterator(chunk_size=AT_A_TIME):
        yield LogEntry(row.payload.encode(), row.prev, row.hash)


def log_head(authority_id: int, robot_key: str) -> Head:
    """The log's last entry; `GENESIS` for a robot that has decided nothing."""
    row = LogHead.objects.filter(authority=authority_id, robot_key=robot_key).first()
    return Head(row.seq, row.hash) if row and row.seq else GENESIS


def broken_at(authority_id: int, robot_key: str) -> Break | None:
    """The first entry that is not as it was written; None for a whole log. Reads all of it."""
    end = log_head(authority_id, robot_key)
    return verify(log_entries(authority_id, robot_key), end=end)


def last_decisions(authority_id: int, robot_key: str, references: Sequence[str]) -> dict[str, int]:
    """The number of the last decision entry about each of those items that has one."""
    rows = Row.objects.filter(
        authority=authority_id, robot_key=robot_key, reference__in=references, kind=Kind.DECISION
    )
    return dict(rows.order_by("seq").values_list("reference", "seq"))


def batches(
    authority_id: int, robot_key: str, first_on: date | None = None, last_on: date | None = None
) -> Iterator[Batch]:
    """The batches that were decided on the days stated, both included, in order."""
    for entry in log_entries(authority_id, robot_key, kind=Kind.BATCH):
        batch = Batch.of(entry.payload)
        if (first_on is None or batch.on >= first_on) and (last_on is None or batch.on <= last_on):
            yield batch
