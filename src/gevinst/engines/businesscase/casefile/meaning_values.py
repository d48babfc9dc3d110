"""What assumptions, risks and the horizon must be for the case to mean something."""

from __future__ import annotations

from gevinst.engines.businesscase.calculus.values import BUILT_IN
from gevinst.engines.businesscase.casefile.meaning_names import (
    Path,
    Said,
    unknown_names,
)
from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.engines.businesscase.model.case import Case


def horizon(case: Case) -> Said:
    """Operation begins within the horizon."""
    if not case.first <= case.operation_from <= case.last:
        yield f"expected a year of {case.first}-{case.last}", ("operation_from",)


def assumptions(case: Case) -> Said:
    """Names, bounds and formulas of the assumptions."""
    for name, each in case.assumptions.items():
        path: Path = ("assumptions", name)
        if name in BUILT_IN:
            yield f"{name} is the name of a number that every formula knows; choose another", path
        if (each.low is None) != (each.high is None):
            yield "expected both low and high, or neither", path
        elif each.varies and each.formula is not None:
            yield "a value that is worked out varies with what it is worked out from", path
        elif each.formula is None and not _in_order(each):
            yield f"expected low <= {each.likely} <= high, found {each.low} and {each.high}", path
        if each.formula is not None:
            yield from unknown_names(case, each.formula, (*path, "formula"))


def _in_order(each: Assumption) -> bool:
    if each.low is None or each.high is None:
        return True
    return each.low <= each.likely <= each.high


def risks(case: Case) -> Said:
    """The three points of a consequence stand in order."""
    for at, each in enumerate(case.risks):
        if not each.low <= each.likely <= each.high:
            yield f"expected low <= {each.likely} <= high", ("risks", at, "consequence")
