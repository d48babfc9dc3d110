"""The rows of the result sheet: what each is made of, as a formula for each year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.calculus.shares import transferred
from gevinst.engines.businesscase.indicators.discounting import discount_factors, rate_in
from gevinst.engines.businesscase.model.lines import Line
from gevinst.engines.businesscase.model.phases import Phase, phase
from gevinst.engines.money import half_up
from gevinst.features.benefits.reporting.workbook.engine import Engine
from gevinst.features.benefits.reporting.workbook.layout import FIRST_ROW, Layout
from gevinst.features.benefits.reporting.workbook.line_rows import share_row
from gevinst.features.benefits.reporting.workbook.terms import number

ZERO = Decimal(0)
# From a year (counted from 0) to a formula.
Formulas = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A row: its key, its words, how it is shown, its formulas and the engine's values by year.

    `typed` rows hold inputs, no formulas. `project` tells a cost that is not of operation.
    """

    key: str
    label: str
    how: str
    formulas: Formulas
    values: Sequence[Decimal]
    typed: bool = False
    project: bool = False


class ResultRows:
    """The rows in their order; each knows the rows before it."""

    def __init__(self, layout: Layout, engine: Engine) -> None:
        self.layout, self.engine, self.result = layout, engine, engine.results[0]
        self.rows: list[ResultRow] = []
        self._scenarios()
        gains, costs = self._gains(), self._costs()
        self._sums(gains, costs)
        self._discounted()
        self._turn()

    def row(self, key: str) -> int:
        """The row, as Excel counts it, that a key has."""
        return FIRST_ROW + [each.key for each in self.rows].index(key) + 1

    def at(self, key: str, t: int) -> str:
        """The cell of a row on its own sheet in a year."""
        return f"{self.layout.column(t)}{self.row(key)}"

    def span(self, key: str, first: int = 0) -> str:
        """The cells of a row from a year on."""
        last = len(self.layout.case.years) - 1
        row = self.row(key)
        return f"${self.layout.column(first)}${row}:${self.layout.column(last)}${row}"

    def _add(
        self,
        key: str,
        label: str,
        formulas: Formulas,
        values: Sequence[Decimal],
        how: str = "amount",
        *,
        typed: bool = False,
        project: bool = False,
    ) -> str:
        self.rows.append(ResultRow(key, label, how, formulas, values, typed, project))
        return key

    def _line(self, line: Line, t: int) -> str:
        place = self.layout.case.lines.index(line)
        return self.layout.cell(self.layout.sheets.lines, share_row(place), t)

    def _flag(self, line: Line) -> str:
        place = self.layout.case.lines.index(line)
        return f"'{self.layout.sheets.shares}'!$D${share_row(place)}"

    def _scenarios(self) -> None:
        for scenario, series in (("0", self.result.cost_0), ("1", self.result.cost_1)):
            held = [each for each in self.layout.case.lines if each.scenario in (scenario, "both")]
            label = _("Scenario %(number)s: all that is spent") % {"number": scenario}
            self._add(f"cost_{scenario}", label, self._sum_of(held), series)

    def _sum_of(self, lines: Sequence[Line]) -> Formulas:
        return lambda t: "+".join(self._line(each, t) for each in lines) or "0"

    def _gains(self) -> list[str]:
        found = []
        for line in self.layout.case.lines:
            if line.is_benefit:
                found.append(self._own(f"gain:{line.id}", line, self.result.gains))
            elif line.scenario == "0":
                found.append(self._relief(f"gain:{line.id}", line, 1))
        return found

    def _costs(self) -> list[str]:
        found = []
        for line in self.layout.case.lines:
            if line.scenario == "1" and not line.continues:
                found.append(self._own(f"cost:{line.id}", line, self.result.costs))
            elif line.scenario == "0":
                found.append(self._relief(f"cost:{line.id}", line, -1))
        return found

    def _own(self, key: str, line: Line, series: object) -> str:
        values = self._series(series, line.id)
        side = _("Benefit") if line.is_benefit else _("Cost")
        label = f"{side}: {line.title}"
        project = key.startswith("cost:") and phase(line.place) is not Phase.OPERATION
        return self._add(key, label, lambda t: self._line(line, t), values, project=project)

    def _relief(self, key: str, line: Line, sign: int) -> str:
        """What scenario 1 spends less on a line of scenario 0 (sign 1), or more (sign -1)."""
        left = [each for each in self.layout.case.lines if each.continues == line.id]

        def told(t: int) -> str:
            then, now = self._line(line, t), "+".join(self._line(each, t) for each in left) or "0"
            gap = f"{then}-({now})" if sign > 0 else f"({now})-{then}"
            return f"{self._flag(line)}*MAX({gap},0)"

        held = self.result.gains if sign > 0 else self.result.costs
        words = _("Spent less: %(title)s") if sign > 0 else _("Spent more: %(title)s")
        project = sign < 0 and phase(line.place) is not Phase.OPERATION
        label = words % {"title": line.title}
        return self._add(key, label, told, self._series(held, line.id), project=project)

    def _series(self, held: object, name: str) -> Sequence[Decimal]:
        none = (ZERO,) * len(self.layout.case.years)
        return held.get(name, none) if isinstance(held, dict) else none

    def _sums(self, gains: list[str], costs: list[str]) -> None:
        result = self.result
        self._add("gain", _("Gains"), self._added(gains), result.gain, "sum")
        self._add("cost", _("Costs of the project"), self._added(costs), result.cost, "sum")
        project = [each.key for each in self.rows if each.project]
        own = [self._project_cost(result, t) for t in range(len(result.years))]
        self._add("project", _("Of them investment and implementation"), self._added(project), own)
        self._add("transfers", _("From other parties"), self._transfers, result.transfers)

        def net(t: int) -> str:
            return f"{self.at('gain', t)}-{self.at('cost', t)}+{self.at('transfers', t)}"

        self._add("net", _("Net of the year"), net, result.net, "sum")

        def running(t: int) -> str:
            # Rounded, or a sum of floats could miss the 0 at which it turns.
            before = f"{self.at('cumulative', t - 1)}+" if t else ""
            return f"ROUND({before}{self.at('net', t)},2)"

        self._add("cumulative", _("Cumulative net"), running, result.cumulative, "sum")

    def _added(self, keys: Sequence[str]) -> Formulas:
        return lambda t: "+".join(self.at(key, t) for key in keys) or "0"

    def _project_cost(self, result: Result, t: int) -> Decimal:
        lines = {name: result.lines[name].line.place for name in result.costs}
        return sum(
            (
                result.costs[n][t]
                for n, where in lines.items()
                if phase(where) is not Phase.OPERATION
            ),
            ZERO,
        )

    def _transfers(self, t: int) -> str:
        year = self.layout.case.first + t
        cases = [self.layout.case.under(name) for name in self.layout.readings]
        return self.layout.by_reading([number(half_up(transferred(one, year))) for one in cases])

    def _discounted(self) -> None:
        years, rates = range(len(self.layout.case.years)), self.engine.rates
        held = [ZERO if not t else rate_in(rates, t) for t in years]
        factors = discount_factors(len(held), rates)
        words = _("Discount rate from the year before")
        self._add("rate", words, lambda t: number(held[t]), held, "input_percent", typed=True)

        def factor(t: int) -> str:
            return f"{self.at('factor', t - 1)}/(1+{self.at('rate', t)})" if t else "1"

        self._add("factor", _("Discount factor"), factor, factors, "number")
        values = [net * each for net, each in zip(self.result.net, factors, strict=True)]

        def present(t: int) -> str:
            return f"{self.at('net', t)}*{self.at('factor', t)}"

        self._add("present", _("Present value"), present, values)

    def _turn(self) -> None:
        """In which year the sum turns (1), and how many years have gone by then."""
        running = self.result.cumulative
        turn = next((t for t, value in enumerate(running) if value >= 0), None)
        flags = [Decimal(int(t == turn)) for t in range(len(running))]

        def flag(t: int) -> str:
            before = f",SUM({self.at('turn', 0)}:{self.at('turn', t - 1)})=0" if t else ""
            return f"IF(AND({self.at('cumulative', t)}>=0{before}),1,0)"

        self._add("turn", _("The year in which it is earned back"), flag, flags, "whole")
        gone = [self._elapsed(t) * flags[t] for t in range(len(running))]

        def elapsed(t: int) -> str:
            before = self.at("cumulative", t - 1) if t else "0"
            net = self.at("net", t)
            return f"IF({self.at('turn', t)}=1,{t}+IF({net}=0,0,-{before}/{net}),0)"

        self._add("gone", _("Years gone by then"), elapsed, gone, "number")

    def _elapsed(self, t: int) -> Decimal:
        before = self.result.cumulative[t - 1] if t else ZERO
        net = self.result.net[t]
        return t + (-before / net if net else ZERO)
