"""A case file read and worked out, kept by its text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.engines.businesscase.casefile.read import check
from gevinst.engines.businesscase.checks import Severity, findings
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.notes import Note

KEPT = 128
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A case file read and worked out; `case` and `result` are None where there are faults."""

    case: Case | None
    faults: tuple[CaseFault, ...]
    result: Result | None
    notes: tuple[Note, ...] = ()

    @property
    def errors(self) -> tuple[Note, ...]:
        """The notes that say something is wrong, not only to be looked at."""
        return tuple(note for note in self.notes if note.facts.get("severity") == Severity.ERROR)


@lru_cache(maxsize=KEPT)
def evaluated(text: str, reading: str = "") -> Evaluated:
    """A case file worked out, under a reading it has (else as it stands)."""
    case, faults = check(text)
    if case is None:
        return Evaluated(None, tuple(faults), None)
    result = evaluate(case, reading if reading in case.readings else "")
    return Evaluated(case, (), result, tuple(findings(result)))
