"""What is uncertain in a case must be such that risk pool and simulation can take it."""

from __future__ import annotations

from dataclasses import replace

from gevinst.engines.businesscase.calculus.spreads import spreads
from gevinst.engines.businesscase.casefile.meaning_names import Path, Said
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.case_parts import RiskEntry


def doubts(case: Case) -> Said:
    """Shapes of assumptions, and risks with their years."""
    for name, each in case.assumptions.items():
        try:
            spreads(replace(case, assumptions={name: each}))
        except ValueError as error:
            yield str(error), ("assumptions", name, "distribution")
    for at, risk in enumerate(case.risks):
        yield from _risk(case, risk, ("risks", at))


def _risk(case: Case, risk: RiskEntry, path: Path) -> Said:
    if risk.probability == 1:
        said = "what is certain is a cost and not a risk; expected a probability below 1"
        yield said, (*path, "probability")
    if risk.low < 0:
        said = "a gain is a benefit and not a risk; expected a consequence of 0 or more"
        yield said, (*path, "consequence")
    weights = risk.exposure
    if weights and (min(weights.values()) < 0 or not any(weights.values())):
        yield "expected weights of 0 or more, one of them above 0", (*path, "exposure")
    elif outside := sorted(set(weights) - set(case.years)):
        yield f"{outside[0]} is outside {case.first}-{case.last}", (*path, "exposure")
