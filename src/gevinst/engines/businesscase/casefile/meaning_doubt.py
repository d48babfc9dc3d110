"""What is uncertain in a case must be such that risk pool and simulation can take it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gevinst.engines.businesscase.calculus.outcome import spreads
from gevinst.engines.businesscase.calculus.risk_pool import risks as pooled
from gevinst.engines.businesscase.casefile.meaning_names import Said
from gevinst.engines.businesscase.model.case import Case


def doubts(case: Case) -> Said:
    """Shapes of assumptions, and risks with their years."""
    for name, each in case.assumptions.items():
        alone = replace(case, assumptions={name: each})
        if reason := _refused(spreads, alone):
            yield reason, ("assumptions", name, "distribution")
    for at, risk in enumerate(case.risks):
        if reason := _refused(pooled, replace(case, risks=(risk,))):
            yield reason, ("risks", at)
        elif outside := sorted(set(risk.exposure) - set(case.years)):
            said = f"{outside[0]} is outside {case.first}-{case.last}"
            yield said, ("risks", at, "exposure")


def _refused(work: Callable[[Case], object], case: Case) -> str:
    """Why a room does not take the case; "" where it does."""
    try:
        work(case)
    except ValueError as error:
        return str(error)
    return ""
