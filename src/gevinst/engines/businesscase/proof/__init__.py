"""Whether the published figures of a case follow from it."""

from gevinst.engines.businesscase.proof.case_proof import CaseProof, prove
from gevinst.engines.businesscase.proof.figures import FigureProof, Finding
from gevinst.engines.businesscase.proof.outcome import CheckOutcome

__all__ = ["CaseProof", "CheckOutcome", "FigureProof", "Finding", "prove"]
