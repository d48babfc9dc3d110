"""What was spent in earlier years, carried on into those of the case."""

from __future__ import annotations

from gevinst.engines.businesscase.calculus.baselines import carried_on
from gevinst.engines.businesscase.calculus.values import nearest
from gevinst.engines.businesscase.model.lines import Line
from gevinst.features.benefits.reporting.workbook.formula_signs import POWER
from gevinst.features.benefits.reporting.workbook.layout import Layout
from gevinst.features.benefits.reporting.workbook.terms import (
    number,
    written_at,
)


def history_dkk(layout: Layout, line: Line, t: int) -> str:
    """What was spent, carried on: by growth as a formula, else as the number that it comes to."""
    case, history = layout.case, line.amount.history
    year, last = case.first + t, max(history)
    if year <= last:
        return number(nearest(history, year))
    if case.baseline != "counterfactual":
        found = carried_on(history, case.years, case.baseline, committed=line.amount.committed)
        return number(found[year])
    rate = line.amount.terms.get("growth")
    step = line.amount.terms.get("step")
    told = number(history[last])
    if rate is not None:
        told = f"{told}*(1+{written_at(layout, rate, 0, POWER)})^{year - last}"
    if step is not None:
        told = f"({told}+{written_at(layout, step, 0)}*{year - last})"
    return f"({told})"
