"""Everything that a file tells of a case, read and worked out before it is laid out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.proof import FigureProof
from gevinst.engines.businesscase.readiness.template import PublishedCase


@dataclass(frozen=True)
class CaseTold:
    """A case with its eight sections, its results ("" is as it stands), its proofs and its findings."""

    case: Case
    story: PublishedCase
    results: Mapping[str, Result]
    proofs: tuple[FigureProof, ...]
    notes: tuple[Note, ...]
