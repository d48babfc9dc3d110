"""The sums of the result by year: gains, costs, transfers, net, and the net so far."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.calculus.shares import transferred
from gevinst.engines.businesscase.model.phases import Phase, phase
from gevinst.engines.money import half_up
from gevinst.features.benefits.reporting.workbook.rows import ResultRows
from gevinst.features.benefits.reporting.workbook.terms import number


def add_sums(rows: ResultRows, gains: Sequence[str], costs: Sequence[str]) -> None:
    """The sums over the rows that have these keys."""
    result = rows.result
    rows.add("gain", _("Gains"), rows.added(gains), result.gain, "sum")
    rows.add("cost", _("Costs of the project"), rows.added(costs), result.cost, "sum")
    project = [each.key for each in rows.rows if each.project]
    own = [_project_cost(result, t) for t in range(len(result.years))]
    rows.add("project", _("Of them investment and implementation"), rows.added(project), own)
    transfers = _("From other parties")
    rows.add("transfers", transfers, lambda t: _transfers(rows, t), result.transfers)

    def net(t: int) -> str:
        return f"{rows.at('gain', t)}-{rows.at('cost', t)}+{rows.at('transfers', t)}"

    rows.add("net", _("Net of the year"), net, result.net, "sum")

    def running(t: int) -> str:
        # Rounded, or a sum of floats could miss the 0 at which it turns.
        before = f"{rows.at('cumulative', t - 1)}+" if t else ""
        return f"ROUND({before}{rows.at('net', t)},2)"

    rows.add("cumulative", _("Cumulative net"), running, result.cumulative, "sum")


def _project_cost(result: Result, t: int) -> Decimal:
    held = [
        series[t]
        for name, series in result.costs.items()
        if phase(result.lines[name].line.place) is not Phase.OPERATION
    ]
    return sum(held, Decimal(0))


def _transfers(rows: ResultRows, t: int) -> str:
    year = rows.layout.case.first + t
    cases = [rows.layout.case.under(name) for name in rows.layout.readings]
    return rows.layout.by_reading([number(half_up(transferred(one, year))) for one in cases])
