"""Decides a past batch again, from the archive alone, and compares the entries byte for byte."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Any

from gevinst.engines.blockkit.contract import (
    Block,
    Item,
    Judgement,
    Refused,
    Register,
    Registers,
)
from gevinst.engines.control.files import unpack
from gevinst.engines.decisionlog import wording
from gevinst.engines.decisionlog.archive import Archive
from gevinst.engines.decisionlog.canonical import canonical
from gevinst.engines.decisionlog.model import Batch, LogEntry, Payload
from gevinst.engines.decisionlog.tables import unpacked


@dataclass(frozen=True, slots=True)
class Difference:
    """An entry that came out otherwise: `where` is the first place in it, "" for the whole entry."""

    seq: int
    reference: str
    where: str
    recorded: str
    replayed: str


@dataclass(frozen=True, slots=True)
class ReplayResult:
    """How many decisions of a batch came out to the byte as they are logged, and those that did not.

    `remarks` say what may explain a difference.
    """

    batch: int
    decisions: int
    equal: int
    differing: tuple[Difference, ...] = ()
    remarks: tuple[str, ...] = ()


def replay(
    batch: Batch, decisions: Sequence[LogEntry], archive: Archive, block: Block
) -> ReplayResult:
    """What comes out when the whole batch is decided again; only the entries given are compared.

    Raises `EvidenceFault` for evidence that is missing or changed, and what `judge_batch` raises.
    """
    payloads = [entry.payload for entry in decisions]
    refused = [each["document"] for each in payloads if each["verdict"] == wording.REFUSED]
    again = {each["document"]: each for each in _Past(batch, archive, block).decided(refused)}
    differing = tuple(
        found
        for entry, payload in zip(decisions, payloads, strict=True)
        if (found := _difference(entry, payload, again.get(payload["document"])))
    )
    equal = len(decisions) - len(differing)
    return ReplayResult(batch.seq, len(decisions), equal, differing, _remarks(batch, block))


@dataclass(frozen=True, slots=True)
class _Past:
    """A batch with what it takes to decide it again."""

    batch: Batch
    archive: Archive
    block: Block

    def decided(self, refused: Sequence[str]) -> Iterator[Payload]:
        """The decisions made anew: of the batch's items, and of the documents that were refused."""
        hashes = unpacked(self.archive.get(self.batch.items), ["document"])["document"].to_pylist()
        names = json.loads(self.archive.get(self.batch.names))
        read = [self._read(sha, names.get(sha, sha)) for sha in (*hashes, *refused)]
        items = [each for each in read if isinstance(each, Item)]
        unread = [each for each in read if isinstance(each, Refused)]
        documents = [each.content_hash for each in items]
        said = self._judgement(items)
        return chain(
            wording.decisions(self.batch, documents, said, self.block.manifest),
            wording.refusals(self.batch, unread),
        )

    def _read(self, sha: str, name: str) -> Item | Refused:
        return self.block.read(self.archive.get(sha), name)

    def _judgement(self, items: Sequence[Item]) -> Judgement:
        same = self.block.with_rules(unpack(self.archive.get(self.batch.rules)))
        parameters = json.loads(self.archive.get(self.batch.parameters))
        return same.judge_batch(items, self._registers(), self.batch.on, parameters)

    def _registers(self) -> Registers:
        return {
            name: Register(name, unpacked(self.archive.get(ref.sha)), ref.extract)
            for name, ref in self.batch.registers.items()
            if ref
        }


def _remarks(batch: Batch, block: Block) -> tuple[str, ...]:
    now = block.manifest.version
    if now == batch.block_version:
        return ()
    return (f"decided by {batch.block} {batch.block_version}, replayed by {now}",)


def _difference(entry: LogEntry, payload: Payload, again: Payload | None) -> Difference | None:
    seq, reference = payload["seq"], payload["reference"]
    if again is None:
        return Difference(seq, reference, "", "decided", "cannot be read")
    body = canonical({**again, "seq": seq})
    if body == entry.body:
        return None
    where, one, other = _first_difference(payload, json.loads(body), "")
    return Difference(seq, reference, where, _short(one), _short(other))


def _first_difference(one: Any, other: Any, where: str) -> tuple[str, Any, Any]:
    """Where two values first differ, as `subjects.1.outcomes.0.case`, and both sides there."""
    for key, left, right in _pairs(one, other):
        if left != right:
            return _first_difference(left, right, f"{where}.{key}".lstrip("."))
    return where, one, other


def _pairs(one: Any, other: Any) -> Iterator[tuple[Any, Any, Any]]:
    if isinstance(one, dict) and isinstance(other, dict):
        return ((key, one.get(key), other.get(key)) for key in sorted(one.keys() | other.keys()))
    if isinstance(one, list) and isinstance(other, list):
        return ((n, *pair) for n, pair in enumerate(zip_longest(one, other)))
    return iter(())


def _short(value: Any) -> str:
    return canonical(value).decode()[:200]
