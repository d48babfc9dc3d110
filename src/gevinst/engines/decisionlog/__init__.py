"""A decision log that cannot be changed unseen, and decisions that can be made again: read `README.md`."""

from gevinst.engines.decisionlog.archive import (
    Archive,
    EvidenceFault,
    FolderArchive,
    MemoryArchive,
)
from gevinst.engines.decisionlog.canonical import canonical
from gevinst.engines.decisionlog.chain import append, verify
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

__all__ = [
    "GENESIS",
    "Act",
    "Archive",
    "Batch",
    "Break",
    "EvidenceFault",
    "FolderArchive",
    "Head",
    "Kind",
    "LogEntry",
    "MemoryArchive",
    "Origin",
    "RegisterRef",
    "append",
    "canonical",
    "verify",
]
