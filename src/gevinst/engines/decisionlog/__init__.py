"""A decision log that cannot be changed unseen, and decisions that can be made again: read `README.md`."""

from gevinst.engines.decisionlog.archive import (
    Archive,
    EvidenceFault,
    FolderArchive,
    MemoryArchive,
)
from gevinst.engines.decisionlog.canonical import canonical
from gevinst.engines.decisionlog.chain import append, verify
from gevinst.engines.decisionlog.evidence import faults
from gevinst.engines.decisionlog.files import FolderLog, LogFault
from gevinst.engines.decisionlog.model import (
    GENESIS,
    Act,
    Batch,
    Break,
    Head,
    Kind,
    LogEntry,
    Origin,
    RegisterRef,
)
from gevinst.engines.decisionlog.past import past_batches
from gevinst.engines.decisionlog.record import Given, archived_batch, archived_registers, entries
from gevinst.engines.decisionlog.replay import Difference, ReplayResult, replay
from gevinst.engines.decisionlog.standing import standing

__all__ = [
    "GENESIS",
    "Act",
    "Archive",
    "Batch",
    "Break",
    "Difference",
    "EvidenceFault",
    "FolderArchive",
    "FolderLog",
    "Given",
    "Head",
    "Kind",
    "LogEntry",
    "LogFault",
    "MemoryArchive",
    "Origin",
    "RegisterRef",
    "ReplayResult",
    "append",
    "archived_batch",
    "archived_registers",
    "canonical",
    "entries",
    "faults",
    "past_batches",
    "replay",
    "standing",
    "verify",
]
