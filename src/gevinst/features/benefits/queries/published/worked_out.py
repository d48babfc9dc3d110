"""Case files worked out, kept by their text: the case, its sections, its proof, findings and readings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.casefile.read import check
from gevinst.engines.businesscase.checks import findings
from gevinst.engines.businesscase.figures.tolerance import scalar
from gevinst.engines.businesscase.model.benefit_state import is_measured
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.proof import CaseProof, prove
from gevinst.engines.businesscase.readiness.template import PublishedCase
from gevinst.features.benefits.publishing.story import told

KEPT = 128
MEASURED = "measured"
PARTLY = "partly"
EXPECTED = "expected"
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Known:
    """A case file read and worked out as it stands, with its eight sections."""

    case: Case
    result: Result
    told: PublishedCase

    @property
    def status(self) -> str:
        """Whether what it gains is measured, partly so, or expected."""
        benefits = [line.status for line in self.case.lines if line.is_benefit]
        known = benefits or [each.status for each in self.case.published]
        measured = [is_measured(each) for each in known]
        return MEASURED if measured and all(measured) else PARTLY if any(measured) else EXPECTED

    @property
    def effect(self) -> Decimal:
        """The mean gain of a year in operation, DKK."""
        start = self.case.operation_from - self.case.first
        running = self.result.gain[start:]
        return sum(running, ZERO) / len(running)


@lru_cache(maxsize=KEPT)
def known(text: str) -> Known | None:
    """A case file worked out; None where it has faults."""
    case, _faults = check(text)
    if case is None:
        return None
    result = evaluate(case)
    return Known(case, result, told(case, result))


@lru_cache(maxsize=KEPT)
def proof(text: str) -> CaseProof:
    """The verdict on each published figure of a case file without faults."""
    return prove(sound(text).case)


@lru_cache(maxsize=KEPT)
def notes(text: str) -> tuple[Note, ...]:
    """What the checks say of a case file without faults, the gravest first."""
    computed = {each.figure.id: scalar(each.computed) for each in proof(text).figures}
    return tuple(findings(sound(text).result, computed))


@lru_cache(maxsize=KEPT)
def readings(text: str) -> Mapping[str, Result]:
    """The case as it stands ("") and under each of its readings, worked out."""
    case = sound(text).case
    return {name: evaluate(case, name) for name in ("", *case.readings)}


def sound(text: str) -> Known:
    """A case file worked out. Raises `ValueError` where it has faults."""
    found = known(text)
    if found is None:
        raise ValueError("the case file has faults: read it with `check` first")
    return found
