"""Everything there is to say of a case under one reading: result, risk pool, and how far it may lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.outcome import outcome
from gevinst.engines.businesscase.calculus.rates import rates
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.calculus.risk_pool import events, pool_of
from gevinst.engines.businesscase.calculus.spreads import spreads
from gevinst.engines.businesscase.indicators.discounting import Rates
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.risk import Pool
from gevinst.engines.businesscase.uncertainty import (
    Bar,
    Propagated,
    Simulation,
    Spread,
    Switch,
    analytic,
    simulate,
    switching,
    tornado,
)

DRAWS, SEED = 10_000, 1


@dataclass(frozen=True, slots=True)
class Analysis:
    """A case under a reading. `propagated` and `simulation` are None where nothing is uncertain."""

    result: Result
    pool: Pool
    rates: Rates
    bars: tuple[Bar, ...]
    switches: tuple[Switch, ...]
    propagated: Propagated | None
    simulation: Simulation | None

    @property
    def npv(self) -> Decimal:
        """The present value in the first year by the rates of the price year, DKK."""
        return self.result.npv(self.rates)


def analyse(case: Case, reading: str = "", *, draws: int = DRAWS, seed: int = SEED) -> Analysis:
    """The case worked out; the analytic answer first, the simulation as a second view.

    Raises `ValueError` as `evaluate`, or for a risk that is certain.
    """
    result = evaluate(case, reading)
    varied, happening = spreads(case, reading), events(result.case)
    net = outcome(case, reading)
    uncertain = bool(varied or happening)
    return Analysis(
        result,
        pool_of(result.case),
        rates(case),
        tornado(net, varied),
        tuple(switching(net, each, others=_others(varied, each)) for each in varied),
        analytic(net, varied, events=happening) if uncertain else None,
        simulate(net, varied, draws, seed, events=happening) if uncertain else None,
    )


def _others(varied: Sequence[Spread], each: Spread) -> list[Spread]:
    return [other for other in varied if other.name != each.name]
