"""How the portfolio looks in the API, and what it is asked for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ninja import Schema

from gevinst.features.benefits.register_choices import BenefitState, Mode, Type
from gevinst.shared.paging import Masked


class HoldingOut(Schema):
    """One benefit of the portfolio, a year; `slips` are codes: late, low."""

    id: int
    title: Masked
    authority: str
    type: str
    state: str
    mode: str
    unit: Masked
    expected: Decimal | None
    measured: Decimal | None
    rate: Decimal | None
    next_measurement_on: date | None
    slips: list[str]


class PortfolioSum(Schema):
    """Benefits of one unit together, a year; `due` is what was expected of the measured ones."""

    unit: Masked
    count: int
    expected: Decimal
    measured: Decimal
    due: Decimal
    rate: Decimal | None


class PortfolioOut(Schema):
    """The benefits that were asked for; `left_out` counts ideas and lapsed ones."""

    totals: list[PortfolioSum]
    benefits: list[HoldingOut]
    left_out: int


class PortfolioFilter(Schema):
    """By type, state and way of taking; what is left out asks for any."""

    type: Type | None = None
    state: BenefitState | None = None
    mode: Mode | None = None
