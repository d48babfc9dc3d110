"""A case corrected for optimism: published uplifts with their sources, what is left, the new figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.model.phases import Phase, phase
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.parameters import at
from gevinst.engines.businesscase.parameters.parameter import Dated
from gevinst.engines.businesscase.risk import PublicClass, RiskArea, Uplift, adjust, remaining

ZERO, ONE = Decimal(0), Decimal(1)
INVESTMENT, OPERATION, DURATION, BENEFIT = "investment", "operation", "duration", "benefit"
_AVERAGE = {
    INVESTMENT: "optimism-capital-expenditure",
    OPERATION: "optimism-operating-expenditure",
    DURATION: "optimism-duration",
    BENEFIT: "optimism-benefit-shortfall",
}
# Category and stage -> the parameter of each rate. What a source does not publish is taken from the averages.
CATEGORIES: Final[Mapping[tuple[str, str], Mapping[str, str]]] = {
    ("it-system", "stage-1"): {**_AVERAGE, INVESTMENT: "optimism-it-system-stage-1"},
    ("it-system", "stage-3"): {**_AVERAGE, INVESTMENT: "optimism-it-system-stage-3"},
    ("average", "outline"): _AVERAGE,
}
# The areas that the bias comes from are the six success factors; the weights are a choice of ours.
AREAS: Final[Mapping[str, Decimal]] = {
    "anchoring": Decimal("0.20"),
    "technology": Decimal("0.20"),
    "competences": Decimal("0.20"),
    "citizens": Decimal("0.10"),
    "security": Decimal("0.10"),
    "financing": Decimal("0.20"),
}
OVERRUN = Decimal("1.5")  # "by more than half" in the published class


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


@dataclass(frozen=True, slots=True)
class Corrected:
    """The plan after the uplift; `factors` are what investment, operation and benefit are multiplied by.

    `left` is the share (0-1) of the uplift that is not managed away.
    """

    plan: Plan
    factors: Mapping[str, Decimal]
    left: Decimal
    rates: Mapping[str, Dated]
    notes: tuple[Note, ...]


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


def rates_of(category: str, stage: str, on: date) -> Mapping[str, Dated]:
    """The rates that held on a day, each with its source. Raises `ValueError` that names the choices."""
    names = CATEGORIES.get((category, stage))
    if names is None:
        known = "; ".join(f"{one}, {other}" for one, other in CATEGORIES)
        raise ValueError(f"no uplift for {category}, {stage}: there are {known}")
    return {what: at(name, on) for what, name in names.items()}


def corrected(
    plan: Plan, category: str, stage: str, areas: Sequence[RiskArea], on: date
) -> Corrected:
    """The plan with the uplift of a category and stage, less what the areas document as managed.

    Raises `ValueError` as `rates_of`, or for weights that do not sum to 1.
    """
    rates = rates_of(category, stage, on)
    told = {what: _rate(each) for what, each in rates.items()}
    built = adjust(
        plan.investment,
        plan.months,
        plan.benefit,
        Uplift(
            category, stage, told[INVESTMENT], told[DURATION], told[BENEFIT],
            rates[INVESTMENT].source,
        ),
        areas,
    )  # fmt: skip
    run = adjust(
        plan.operation,
        ZERO,
        ZERO,
        Uplift(category, stage, told[OPERATION], ZERO, ZERO, rates[OPERATION].source),
        areas,
    )
    left = remaining(areas)
    factors = {
        INVESTMENT: 1 + left * told[INVESTMENT],
        OPERATION: 1 + left * told[OPERATION],
        BENEFIT: 1 - left * told[BENEFIT],
    }
    after = Plan(built.cost, run.cost, built.benefit, built.duration)
    return Corrected(after, factors, left, rates, built.notes)


def _rate(dated: Dated) -> Decimal:
    assert isinstance(dated.value, Decimal)
    return dated.value


def public_class(on: date) -> tuple[PublicClass, Dated]:
    """The published class of IT projects: the share that kept within half over, and what the rest came to."""
    often, size = at("it-overrun-frequency", on), at("it-overrun-size", on)
    points = ((1 - _rate(often), OVERRUN),)
    return PublicClass("IT projects", points, 1 + _rate(size), size.source), size
