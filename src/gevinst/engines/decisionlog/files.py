"""The log in a folder: `decision-log.jsonl`, one entry a line, and `evidence` beside it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from gevinst.engines.blockkit.contract import Block, Registers
from gevinst.engines.blockkit.folder_run import FolderRun
from gevinst.engines.decisionlog.archive import EVIDENCE, FolderArchive
from gevinst.engines.decisionlog.chain import verify
from gevinst.engines.decisionlog.model import GENESIS, Break, Head, LogEntry, Origin
from gevinst.engines.decisionlog.record import Given, archived_batch, archived_registers, entries

LOG = "decision-log.jsonl"
ENTRY, HASH, PREV, END = b'{"entry":', b',"hash":"', b'","prev":"', b'"}\n'
HEX = 64
TAIL = len(HASH) + HEX + len(PREV) + HEX + len(END)


class LogFault(ValueError):
    """The log is not whole: nothing is to be added to it."""

    def __init__(self, file: Path, broken: Break) -> None:
        super().__init__(f"{file}:{broken.place}: {broken.what}")
        self.file, self.broken = file, broken


class FolderLog:
    """The decision log and its evidence in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / LOG
        self.archive = FolderArchive(folder / EVIDENCE)

    def read(self) -> Iterator[LogEntry]:
        """The entries in order, one at a time; a line that is none becomes an entry that `verify` refuses."""
        if self.file.is_file():
            with self.file.open("rb") as opened:
                yield from map(entry_of, opened)

    def head(self) -> Head:
        """The last entry of the whole log, verified from its beginning. Raises `LogFault`."""
        last: list[LogEntry] = []
        broken = verify(_noting(self.read(), last))
        if broken:
            raise LogFault(self.file, broken)
        return last[-1].head if last else GENESIS

    def record(
        self,
        block: Block,
        run: FolderRun,
        registers: Registers,
        origin: Origin,
        prev: Head,
    ) -> Head:
        """The log's head when the run is added after `prev`; its documents are archived already."""
        items = [item for _, item, _ in run.items()]
        refused = [refused for _, refused in run.refused()]
        refs = archived_registers(block, registers, self.archive)
        names = {each.outcome.content_hash: each.name for each in run.received}
        given = Given(items, refused, refs, run.on, run.parameters, names)
        batch = archived_batch(block, given, run.judgement, origin, self.archive)
        return self.append(entries(block, batch, given, run.judgement, prev))

    def append(self, added: Iterable[LogEntry]) -> Head:
        """Adds the entries, of which there is one at least, and sees them to the disk; gives the new head."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with self.file.open("ab") as opened:
            for entry in added:
                opened.write(line_of(entry))
            opened.flush()
            os.fsync(opened.fileno())
        return entry.head


def line_of(entry: LogEntry) -> bytes:
    """The entry as a line of JSON."""
    return b"".join((ENTRY, entry.body, HASH, entry.hash.encode(), PREV, entry.prev.encode(), END))


def entry_of(line: bytes) -> LogEntry:
    """The entry in a line; where one byte is not as `line_of` writes it, an entry that `verify` refuses."""
    body, tail = line[len(ENTRY) : -TAIL], line[-TAIL:]
    start = len(HASH) + HEX
    digest, prev = tail[len(HASH) : start], tail[start + len(PREV) : -len(END)]
    entry = LogEntry(body, prev.decode("latin-1"), digest.decode("latin-1"))
    return entry if line == _line(body, digest, prev) else LogEntry(line, "", "")


def _line(body: bytes, digest: bytes, prev: bytes) -> bytes:
    return b"".join((ENTRY, body, HASH, digest, PREV, prev, END))


def _noting(entries: Iterator[LogEntry], last: list[LogEntry]) -> Iterator[LogEntry]:
    for entry in entries:
        last[:] = [entry]
        yield entry
