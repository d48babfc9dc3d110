"""How much the hit of a check proves: nothing where it only repeats what was printed."""

from __future__ import annotations

from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.power import Power, is_identity, strength
from gevinst.engines.businesscase.model.published_figure import Check, PublishedFigure
from gevinst.engines.businesscase.proof.hit import expected, standing_for
from gevinst.engines.businesscase.proof.names import is_result
from gevinst.engines.businesscase.proof.workings import Workings


def power_of_check(
    figure: PublishedFigure, check: Check, workings: Workings, over: tuple[Interval, ...]
) -> Power:
    """How much the check of a figure proves."""
    wanted = expected(figure, check)
    told = standing_for(figure, check)
    tolerance = check.tolerance or 0 if told is None else told.width / 2
    if is_identity(check.formula.tree, wanted) and not _worked_out(check, workings):
        return Power.IDENTITY
    return strength(wanted, tolerance, over)


def _worked_out(check: Check, workings: Workings) -> bool:
    """Whether a name in the formula stands for more than a number as it was given."""
    held = workings.case.assumptions
    return any(
        is_result(name) or (name in held and held[name].formula is not None)
        for name in check.formula.names
        if name not in check.inputs
    )
