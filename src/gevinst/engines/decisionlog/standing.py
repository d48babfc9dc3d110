"""Which decision stood for each item on a date: the last one made on or before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from gevinst.engines.decisionlog.model import Batch, Kind, LogEntry


@dataclass(slots=True)
class _Latest:
    """The last decision of an item so far: when it was made, and where it stands."""

    on: date
    batch: int
    entry: LogEntry = field(repr=False)


def standing(
    entries: Iterable[LogEntry], on: date | None = None, reference: str = ""
) -> list[tuple[Batch, Sequence[LogEntry]]]:
    """The batches with those of their decisions that stood on that control date (None: at the log's end).

    An item is its reference, or its document's SHA-256 where it could not be read. With `reference` only
    the decisions about that item.
    """
    batches: dict[int, Batch] = {}
    latest: dict[str, _Latest] = {}
    for entry in entries:
        payload = entry.payload
        if payload["kind"] == Kind.BATCH:
            batches[payload["seq"]] = Batch.of(payload)
        elif payload["kind"] == Kind.DECISION:
            item = payload["reference"] or payload["document"]
            made = batches[payload["batch"]]
            if reference in ("", item) and (on is None or made.on <= on):
                _keep(latest, item, _Latest(made.on, made.seq, entry))
    return [(batches[number], found) for number, found in _by_batch(latest.values())]


def _keep(latest: dict[str, _Latest], item: str, found: _Latest) -> None:
    """A later entry stands unless it was made for an earlier date."""
    if item not in latest or latest[item].on <= found.on:
        latest[item] = found


def _by_batch(found: Iterable[_Latest]) -> Iterator[tuple[int, list[LogEntry]]]:
    sorted_: dict[int, list[LogEntry]] = {}
    for each in found:
        sorted_.setdefault(each.batch, []).append(each.entry)
    return iter(sorted(sorted_.items()))
