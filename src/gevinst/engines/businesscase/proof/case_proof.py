"""Every published figure of a case with its verdict, and what nothing in the case makes use of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.proof.case_formula import in_lines
from gevinst.engines.businesscase.proof.figures import FigureProof, Finding, figure_proof
from gevinst.engines.businesscase.proof.workings import Workings


@dataclass(frozen=True)
class CaseProof:
    """The proofs of a case's figures in the order of its file.

    `unused` are the facts (names of assumptions) that no line, check, reading or other fact reads;
    `unchecked` the figures (ids) that no check tries to reach.
    """

    case: Case
    figures: tuple[FigureProof, ...]
    unused: tuple[str, ...]
    unchecked: tuple[str, ...]

    @property
    def counts(self) -> Mapping[Finding, int]:
        """How many figures came out in each way."""
        found = Counter(each.verdict for each in self.figures)
        return {finding: found[finding] for finding in Finding}

    def figure(self, name: str) -> FigureProof:
        """The proof of the figure of that id. Raises `KeyError`."""
        return {each.figure.id: each for each in self.figures}[name]


def prove(case: Case) -> CaseProof:
    """The verdict on every published figure of a case."""
    workings = Workings(case)
    figures = tuple(figure_proof(figure, workings) for figure in case.published)
    unchecked = tuple(each.id for each in case.published if not each.checks)
    return CaseProof(case, figures, unused(case), unchecked)


def unused(case: Case) -> tuple[str, ...]:
    """The facts that nothing reads, in the order of the file."""
    read = in_lines(case) | _read_by_checks(case)
    for each in case.assumptions.values():
        read |= set(each.formula.names) if each.formula is not None else set()
    for reading in case.readings.values():
        read |= set(reading.assumptions)
    return tuple(name for name in case.assumptions if name not in read)


def _read_by_checks(case: Case) -> set[str]:
    checks = [check for figure in case.published for check in figure.checks]
    return {name for check in checks for name in check.formula.names - set(check.inputs)}
