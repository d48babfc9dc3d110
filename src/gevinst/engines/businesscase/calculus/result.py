"""What a case comes to: net by year, cumulative, return, break-even, present value, hours and FTE."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from gevinst.engines.businesscase.calculus.line_years import LineYears
from gevinst.engines.businesscase.indicators.break_even import BreakEven, Mode, Origin, break_even
from gevinst.engines.businesscase.indicators.discounting import Rates, discount_factors
from gevinst.engines.businesscase.indicators.payback import payback
from gevinst.engines.businesscase.indicators.present_value import npv
from gevinst.engines.businesscase.indicators.returns import RoiKind, roi
from gevinst.engines.businesscase.indicators.series import cumulative
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.phases import Phase, phase

ZERO = Decimal(0)
Series = tuple[Decimal, ...]


@dataclass(frozen=True)
class Result:
    """A case worked out. Series are DKK by year of the horizon, to the øre, as the perspective sees them.

    `gains` and `costs` hold every effect once: their difference, with `transfers`, is the net. `cost_0` and
    `cost_1` are all that the two scenarios spend. `values` are the assumptions in the first year.
    """

    case: Case
    reading: str
    lines: Mapping[str, LineYears]
    values: Mapping[str, Decimal]
    gains: Mapping[str, Series]
    costs: Mapping[str, Series]
    transfers: Series
    cost_0: Series
    cost_1: Series

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the horizon."""
        return self.case.years

    @property
    def gain(self) -> Series:
        """All positive effects by year."""
        return self._summed(self.gains.values())

    @property
    def cost(self) -> Series:
        """All costs of the project by year."""
        return self._summed(self.costs.values())

    @property
    def investment(self) -> Decimal:
        """What is invested and implemented (not operation), DKK over the horizon."""
        return sum((sum(self.costs[name], ZERO) for name in self._project()), ZERO)

    @property
    def net(self) -> Series:
        """N[t]: gains less costs plus what is received from other parties."""
        parts = zip(self.gain, self.cost, self.transfers, strict=True)
        return tuple(gain - cost + received for gain, cost, received in parts)

    @property
    def cumulative(self) -> Series:
        """K[t]: the sum of the net up to and with each year."""
        return cumulative(self.net)

    @property
    def total(self) -> Decimal:
        """K[T]: the net over the horizon."""
        return sum(self.net, ZERO)

    @property
    def hours(self) -> Series:
        """Hours freed by year: of benefits, and of lines that scenario 1 does without."""
        return self._freed("hours")

    @property
    def fte(self) -> Series:
        """FTE freed by year, from lines that are counted in FTE."""
        return self._freed("fte")

    def roi(self, kind: RoiKind = "net_over_total_cost", rates: Rates = ZERO) -> Decimal | None:
        """The return over the horizon (0.13 is 13 %); None where there is no cost."""
        investment = self.investment if kind == "net_over_investment" else None
        paid, received = self._with_transfers()
        return roi(
            paid,
            received,
            horizon=len(self.years),
            kind=kind,
            investment=investment,
            rates=rates,
        )

    def break_even(self, mode: Mode = "first", origin: Origin | None = None) -> BreakEven | None:
        """Where the cumulative net turns; None when it does not within the horizon."""
        case = self.case
        return break_even(
            self.net,
            first_year=case.first,
            origin=origin or cast(Origin, case.origin),
            horizon=len(self.years),
            operation_from=case.operation_from - case.first,
            mode=mode,
        )

    @property
    def annual_net(self) -> Decimal:
        """The mean net of the years in operation before the project's own costs, DKK a year."""
        project = self._summed(self.costs[name] for name in self._project())
        net = [value + own for value, own in zip(self.net, project, strict=True)]
        running = net[self.case.operation_from - self.case.first :]
        return sum(running, ZERO) / len(running)

    def payback(self, origin: Origin | None = None) -> Decimal | None:
        """Years until the investment is earned back by the mean net of operation; None when never."""
        case = self.case
        lag = Decimal(case.operation_from - case.first)
        chosen = origin or cast(Origin, case.origin)
        return payback(self.investment, self.annual_net, lag=lag, origin=chosen)

    def npv(self, rates: Rates) -> Decimal:
        """The present value in the first year, DKK."""
        return npv(self.net, rates, from_year=0)

    def equivalent_annual_net(self, rates: Rates) -> Decimal:
        """The equal net in each of the years that has the same present value, DKK a year."""
        return self.npv(rates) / sum(discount_factors(len(self.years), rates), ZERO)

    def _with_transfers(self) -> tuple[Series, Series]:
        """Costs and gains: what is given to other parties is a cost, what comes from them a gain."""
        costs = zip(self.cost, self.transfers, strict=True)
        gains = zip(self.gain, self.transfers, strict=True)
        return (
            tuple(cost + max(-moved, ZERO) for cost, moved in costs),
            tuple(gain + max(moved, ZERO) for gain, moved in gains),
        )

    def _project(self) -> list[str]:
        places = {name: self.lines[name].line.place for name in self.costs}
        return [name for name, place in places.items() if phase(place) is not Phase.OPERATION]

    def _summed(self, series: Iterable[Series]) -> Series:
        kept = list(series)
        return tuple(sum((each[t] for each in kept), ZERO) for t in range(len(self.years)))

    def _freed(self, unit: str) -> Series:
        signs = {"benefit": 1, "0": 1, "1": -1}
        total = [ZERO] * len(self.years)
        for each in self.lines.values():
            sign = signs.get(each.line.scenario, 0)
            if each.line.scenario == "1" and not each.line.continues:
                sign = 0
            for t, value in enumerate(getattr(each, unit)):
                total[t] += sign * value
        return tuple(total)
