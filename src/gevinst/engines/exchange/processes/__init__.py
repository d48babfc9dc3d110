"""Processes as other catalogues tell of them: `Record`s, each with remarks on what was not understood."""

from gevinst.engines.exchange.processes.record import (
    AuthorityName,
    Clause,
    FileFault,
    Person,
    Reading,
    Record,
)
from gevinst.engines.exchange.processes.remarks import Remark

__all__ = ["AuthorityName", "Clause", "FileFault", "Person", "Reading", "Record", "Remark"]
