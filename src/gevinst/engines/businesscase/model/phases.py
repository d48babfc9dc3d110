"""The phases of a case, and the one that each expenditure belongs to."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from gevinst.engines.businesscase.model.taxonomy import place


class Phase(StrEnum):
    """The three parts that the expenditure of a scenario is broken down into."""

    INVESTMENT = "investment"
    IMPLEMENTATION = "implementation"
    OPERATION = "operation"


_PHASE_OF_CATEGORY: Final = {
    "resources": Phase.IMPLEMENTATION,
    "acquisition": Phase.INVESTMENT,
    "integrations": Phase.INVESTMENT,
}
# A lease is paid while it runs; work with people and data is implementation wherever it is bought.
_PHASE_OF_ACTIVITY: Final = {
    "lease": Phase.OPERATION,
    "training": Phase.IMPLEMENTATION,
    "data-work": Phase.IMPLEMENTATION,
    "communication": Phase.IMPLEMENTATION,
    "change-management": Phase.IMPLEMENTATION,
}


def phase(code: str) -> Phase | None:
    """The phase an expenditure belongs to; None for a benefit and for the risk pool.

    Raises `ValueError` as `place`.

    >>> phase("project.acquisition.hardware").value, phase("project.acquisition.training").value
    ('investment', 'implementation')
    >>> phase("benefit.budget.time") is None
    True
    """
    held = place(code)
    if held.level1 == "operation":
        return Phase.OPERATION
    if held.level1 != "project":
        return None
    return _PHASE_OF_ACTIVITY.get(held.level3, _PHASE_OF_CATEGORY[held.level2])
