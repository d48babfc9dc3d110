"""The hash chain: each entry names the one before, so that none can be changed, removed or moved unseen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from gevinst.engines.decisionlog.canonical import canonical
from gevinst.engines.decisionlog.model import GENESIS, Break, Head, LogEntry, Payload


def append(payloads: Iterable[Payload], prev: Head = GENESIS) -> Iterator[LogEntry]:
    """An entry a payload, numbered and chained after `prev`, one at a time. Raises TypeError for a payload
    that has no canonical form.

    >>> one, two = append([{"kind": "act"}, {"kind": "act"}])
    >>> two.prev == one.hash, two.body
    (True, b'{"kind":"act","seq":2}')
    """
    seq, before = prev.seq, prev.hash
    for payload in payloads:
        seq += 1
        body = canonical({**payload, "seq": seq})
        entry = LogEntry(body, before, digest(before, body))
        before = entry.hash
        yield entry


def digest(prev: str, body: bytes) -> str:
    """The hash of an entry: SHA-256 of the hash before it, in hex, and its body."""
    return hashlib.sha256(prev.encode() + body).hexdigest()


def verify(
    entries: Iterable[LogEntry], *, start: Head = GENESIS, end: Head | None = None
) -> Break | None:
    """The first entry that was changed, removed, inserted or moved; None for a whole log.

    `start` is the head before the first entry. Only with `end`, the head as it was kept elsewhere, is it
    seen that entries were cut off the end: the log must still reach that head, and may go on after it.

    >>> one, two, three = append([{"kind": "act"}] * 3)
    >>> verify([one, two, three]), verify([one, three]), verify([one, two], end=three.head)
    (None, Break(place=2, what='order'), Break(place=3, what='truncated'))
    """
    before, place, reached = start, 0, end is None or end == start
    for place, entry in enumerate(entries, 1):
        broken = _broken(entry, before)
        if broken:
            return Break(place, broken)
        before = Head(before.seq + 1, entry.hash)
        reached = reached or before == end
    return None if reached else Break(place + 1, "truncated")


def _broken(entry: LogEntry, before: Head) -> str:
    if digest(entry.prev, entry.body) != entry.hash:
        return "changed"
    if entry.prev != before.hash:
        return "order"
    return "" if _number(entry) == before.seq + 1 else "changed"


def _number(entry: LogEntry) -> int:
    """The entry's own number; 0 where what was hashed is no entry at all."""
    try:
        return int(entry.payload["seq"])
    except (ValueError, TypeError, KeyError):
        return 0
