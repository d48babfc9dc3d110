"""What a case says before any correction."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.model.phases import Phase, phase

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a case says before any correction: DKK over the horizon, and months until operation."""

    investment: Decimal
    operation: Decimal
    benefit: Decimal
    months: Decimal

    @property
    def net(self) -> Decimal:
        """Benefit less both costs."""
        return self.benefit - self.investment - self.operation


def plan_of(result: Result) -> Plan:
    """The plan of a case as it is worked out."""
    places = {name: each.line.place for name, each in result.lines.items()}
    running = sum(
        (
            sum(series, ZERO)
            for name, series in result.costs.items()
            if phase(places[name]) is Phase.OPERATION
        ),
        ZERO,
    )
    months = 12 * (result.case.operation_from - result.case.first)
    return Plan(result.investment, running, sum(result.gain, ZERO), Decimal(months))
