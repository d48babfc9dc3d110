"""A file that tells of the same process twice: the first is taken, the others are refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gevinst.engines.exchange.processes.record import Record
from gevinst.engines.exchange.processes.remarks import Remark


def each_once(records: Iterable[Record]) -> tuple[Record, ...]:
    """The records in their order; one with an id that came before is refused, unless it says the same.

    >>> [r.refused for r in each_once([Record(source="x", source_id="1", place=p) for p in "ab"])]
    [False]
    """
    seen: dict[tuple[str, str], Record] = {}
    kept = []
    for record in records:
        before = seen.setdefault((str(record.authority), record.source_id), record)
        if before is record or record.refused:
            kept.append(record)
        elif replace(before, place="", remarks=()) != replace(record, place="", remarks=()):
            remark = Remark(record.place, "id", record.source_id, "twice", "refused")
            kept.append(replace(record, remarks=(*record.remarks, remark)))
    return tuple(kept)
