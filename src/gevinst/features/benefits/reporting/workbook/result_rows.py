"""What each row of the result sheet is made of, as a formula for each year."""

from __future__ import annotations

from gevinst.features.benefits.reporting.workbook.engine import Engine
from gevinst.features.benefits.reporting.workbook.layout import Layout
from gevinst.features.benefits.reporting.workbook.result_discounted import add_discounted
from gevinst.features.benefits.reporting.workbook.result_lines import (
    add_costs,
    add_gains,
    add_scenarios,
)
from gevinst.features.benefits.reporting.workbook.result_sums import add_sums
from gevinst.features.benefits.reporting.workbook.result_turn import add_turn
from gevinst.features.benefits.reporting.workbook.rows import ResultRows


def result_rows(layout: Layout, engine: Engine) -> ResultRows:
    """The rows of a case from scenario 0 to the year in which it is earned back."""
    rows = ResultRows(layout, engine)
    add_scenarios(rows)
    gains, costs = add_gains(rows), add_costs(rows)
    add_sums(rows, gains, costs)
    add_discounted(rows)
    add_turn(rows)
    return rows
