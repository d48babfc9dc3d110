"""The rows of break-even: in which year the sum turns, and how many years have gone by then."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.features.benefits.reporting.workbook.rows import ResultRows


def add_turn(rows: ResultRows) -> None:
    """1 in the year in which the sum turns, 0 in the others; and the years gone by then."""
    running = rows.result.cumulative
    turn = next((t for t, value in enumerate(running) if value >= 0), None)
    flags = [Decimal(int(t == turn)) for t in range(len(running))]

    def flag(t: int) -> str:
        before = f",SUM({rows.at('turn', 0)}:{rows.at('turn', t - 1)})=0" if t else ""
        return f"IF(AND({rows.at('cumulative', t)}>=0{before}),1,0)"

    rows.add("turn", _("The year in which it is earned back"), flag, flags, "whole")
    gone = [_elapsed(rows.result, t) * flags[t] for t in range(len(running))]

    def elapsed(t: int) -> str:
        before = rows.at("cumulative", t - 1) if t else "0"
        net = rows.at("net", t)
        return f"IF({rows.at('turn', t)}=1,{t}+IF({net}=0,0,-{before}/{net}),0)"

    rows.add("gone", _("Years gone by then"), elapsed, gone, "number")


def _elapsed(result: Result, t: int) -> Decimal:
    before = result.cumulative[t - 1] if t else Decimal(0)
    net = result.net[t]
    return t + (-before / net if net else Decimal(0))
