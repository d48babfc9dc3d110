"""What a decision log holds: entries, their kinds, and what each kind says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from gevinst.engines.blockkit.contract import Extract

Payload = Mapping[str, Any]


class Kind(StrEnum):
    """What an entry is about."""

    BATCH = "batch"
    DECISION = "decision"
    ACT = "act"


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a log: whoever keeps it elsewhere can tell that later entries were cut off."""

    seq: int
    hash: str


GENESIS = Head(0, "0" * 64)


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One entry: `body` is canonical JSON with at least `seq` and `kind`; `hash` is the SHA-256, in hex, of
    `prev` (hex, the hash of the entry before) and `body`. A store must keep the three as they are."""

    body: bytes
    prev: str
    hash: str

    @property
    def payload(self) -> dict[str, Any]:
        """What the entry says. Raises ValueError for a body that is not canonical JSON of an entry."""
        return dict(json.loads(self.body))

    @property
    def head(self) -> Head:
        """The head of the log that ends with this entry."""
        return Head(int(self.payload["seq"]), self.hash)


@dataclass(frozen=True, slots=True)
class Break:
    """The first entry that is not what was written: its place in the log, from 1, and `what`:

    `changed` (it does not agree with its own hash), `order` (it does not follow the entry before: one was
    removed, inserted or moved), `truncated` (the log ends before the head that was kept elsewhere).
    """

    place: int
    what: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Who had the decisions made, where, when and with what. `at` is aware; `robot` "" where there is none.

    `software` is the version of Gevinst.
    """

    at: datetime
    actor: str
    authority: str = ""
    robot: str = ""
    software: str = ""


@dataclass(frozen=True, slots=True)
class RegisterRef:
    """An archived register: the SHA-256 of its table's Parquet file, its rows, and the extract it is of."""

    sha: str
    rows: int
    extract: Extract

    def payload(self) -> Payload:
        """As it stands in an entry."""
        extract = self.extract
        return {
            "sha": self.sha,
            "rows": self.rows,
            "extract": extract.id,
            "taken_at": extract.taken_at,
            "source": extract.source,
            "source_sha256": extract.sha256,
            "stale_after": extract.stale_after,
        }

    @staticmethod
    def of(payload: Payload) -> RegisterRef:
        """The register of an entry."""
        stale = payload["stale_after"]
        extract = Extract(
            payload["extract"],
            datetime.fromisoformat(payload["taken_at"]),
            payload["source"],
            payload["source_sha256"],
            datetime.fromisoformat(stale) if stale else None,
        )
        return RegisterRef(payload["sha"], payload["rows"], extract)


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents that were decided together, and the SHA-256 of all that it took.

    `rules` and `parameters` are archived blobs, `digest` is the rule book's own; `names` is what the
    documents were called. A register that the block
    may do without is None where it was not there. `items` is a table with a row an item (see `tables.py`);
    `subjects` and `answers` are those of the `Judgement` by kind of subject. `refused` counts the documents
    of the batch that could not be read; `tables` are the `made` ones of the `Judgement`.
    """

    origin: Origin
    block: str
    block_version: str
    on: date
    rules: str
    digest: str
    parameters: str
    registers: Mapping[str, RegisterRef | None]
    items: str
    subjects: Mapping[str, str]
    answers: Mapping[str, str]
    count: int
    names: str
    refused: int = 0
    tables: Mapping[str, str] = field(default_factory=dict)
    seq: int = field(default=0, compare=False)

    def payload(self) -> Payload:
        """As it stands in the log, without its number."""
        own = ("block", "block_version", "on", "rules", "digest", "parameters", "items", "names")
        return {
            "kind": str(Kind.BATCH),
            "at": self.origin.at,
            "actor": self.origin.actor,
            "authority": self.origin.authority,
            "robot": self.origin.robot,
            "software": self.origin.software,
            "registers": {k: ref.payload() if ref else None for k, ref in self.registers.items()},
            "subjects": self.subjects,
            "answers": self.answers,
            "count": self.count,
            "refused": self.refused,
            "tables": self.tables,
            **{name: getattr(self, name) for name in own},
        }

    @staticmethod
    def of(payload: Payload) -> Batch:
        """The batch of an entry's payload."""
        origin = Origin(
            datetime.fromisoformat(payload["at"]),
            *(payload[name] for name in ("actor", "authority", "robot", "software")),
        )
        own = ("block", "block_version", "rules", "digest", "parameters", "items", "subjects")
        return Batch(
            origin=origin,
            on=date.fromisoformat(payload["on"]),
            registers={
                name: RegisterRef.of(ref) if ref else None
                for name, ref in payload["registers"].items()
            },
            **{
                name: payload[name]
                for name in (*own, "names", "answers", "tables", "count", "refused", "seq")
            },
        )

    def blobs(self) -> list[str]:
        """The SHA-256 of everything archived with the batch but its documents."""
        registers = [ref.sha for ref in self.registers.values() if ref]
        tables = [*self.subjects.values(), *self.answers.values(), *self.tables.values()]
        return [self.rules, self.parameters, self.items, self.names, *registers, *tables]


@dataclass(frozen=True, slots=True)
class Act:
    """What a person decided about an item: `text` is the SHA-256 of what was written about it, "" for none.

    `about` is the number of the decision entry that was acted upon.
    """

    at: datetime
    actor: str
    reference: str
    verdict: str
    about: int
    text: str = ""
    authority: str = ""

    def payload(self) -> Payload:
        """As it stands in the log, without its number."""
        names = ("at", "actor", "reference", "verdict", "about", "text", "authority")
        return {"kind": str(Kind.ACT), **{name: getattr(self, name) for name in names}}
