"""Whether everything that a log names is in the archive, unchanged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gevinst.engines.decisionlog.archive import Archive, EvidenceFault
from gevinst.engines.decisionlog.model import Batch, Kind, LogEntry, Payload


def faults(entries: Iterable[LogEntry], archive: Archive) -> Iterator[tuple[int, EvidenceFault]]:
    """The number of the first entry that names it, and the fault, for each piece of evidence that is missing
    or changed; every piece is hashed once."""
    seen: set[str] = set()
    for entry in entries:
        payload = entry.payload
        for sha in _named(payload):
            if sha not in seen:
                seen.add(sha)
                try:
                    archive.get(sha)
                except EvidenceFault as fault:
                    yield payload["seq"], fault


def _named(payload: Payload) -> list[str]:
    if payload["kind"] == Kind.BATCH:
        return Batch.of(payload).blobs()
    return [payload["document"]] if payload["kind"] == Kind.DECISION else []
