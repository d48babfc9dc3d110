"""The lines of a case whose amount follows an assumption."""

from __future__ import annotations

from gevinst.engines.businesscase.figures.formula import Formula
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.lines import Line


def lines_reading(case: Case, name: str) -> tuple[str, ...]:
    """The lines whose amount follows the assumption, also through other assumptions."""
    wanted = {name}
    while True:
        through = {
            each.name
            for each in case.assumptions.values()
            if each.formula is not None and each.formula.names & wanted
        }
        if through <= wanted:
            break
        wanted |= through
    return tuple(line.id for line in case.lines if _reads(line, wanted))


def _reads(line: Line, names: set[str]) -> bool:
    formulas: list[Formula] = list(line.amount.terms.values())
    if line.behaviour.volume is not None:
        formulas.append(line.behaviour.volume)
    return any(formula.names & names for formula in formulas)
