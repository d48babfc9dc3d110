"""A case from a file, checked and worked out, as the commands tell it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.calculus.analysis import Analysis, analyse
from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.engines.businesscase.casefile.read import check
from gevinst.engines.businesscase.checks import Severity, findings
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.proof import CaseProof, prove


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with a file, and what is doubtful about its case."""

    case: Case | None
    faults: list[CaseFault]
    notes: list[Note]

    @property
    def sound(self) -> bool:
        """Whether it can be worked out and nothing in it is an error."""
        return self.case is not None and not any(is_error(note) for note in self.notes)


@dataclass(frozen=True, slots=True)
class Told:
    """A case under every reading, with its published figures and its findings."""

    readings: list[Analysis]
    proof: CaseProof
    notes: list[Note]


def told(case: Case) -> Told:
    """Everything there is to say of a case."""
    readings = [analyse(case, reading) for reading in ("", *case.readings)]
    proof = prove(case)
    return Told(readings, proof, notes_of(readings[0], proof))


def checked(text: str) -> Checked:
    """A file's case with its faults and findings."""
    case, faults = check(text)
    return Checked(case, faults, [] if case is None else notes_of(analyse(case), prove(case)))


def is_error(note: Note) -> bool:
    """Whether a case may not be approved with it."""
    return note.facts.get("severity") is Severity.ERROR


def notes_of(found: Analysis, proof: CaseProof) -> list[Note]:
    """The findings of a case worked out."""
    computed = {
        each.figure.id: each.computed if isinstance(each.computed, Decimal) else None
        for each in proof.figures
    }
    return findings(found.result, computed)
