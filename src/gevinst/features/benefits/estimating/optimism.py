"""A case corrected for optimism: the uplift, what is left of it, the new figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.parameters.parameter import Dated
from gevinst.engines.businesscase.risk import RiskArea, Uplift, adjust, remaining
from gevinst.features.benefits.estimating.plan import Plan
from gevinst.features.benefits.estimating.uplifts import (
    BENEFIT,
    DURATION,
    INVESTMENT,
    OPERATION,
    rate,
    rates_of,
)

ZERO = Decimal(0)


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


def corrected(
    plan: Plan, category: str, stage: str, areas: Sequence[RiskArea], on: date
) -> Corrected:
    """The plan with the uplift of a category and stage, less what the areas document as managed.

    Raises `ValueError` as `rates_of`, or for weights that do not sum to 1.
    """
    rates = rates_of(category, stage, on)
    told = {what: rate(each) for what, each in rates.items()}
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
