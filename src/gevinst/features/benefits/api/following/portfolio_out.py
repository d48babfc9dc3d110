"""What the API tells of the portfolio of benefits."""

from __future__ import annotations

from typing import Any

from gevinst.features.benefits.queries.portfolio.holding import Holding, Unit
from gevinst.features.benefits.queries.portfolio.portfolio import Portfolio
from gevinst.features.benefits.queries.portfolio.sums import Sum


def portfolio_out(found: Portfolio) -> dict[str, Any]:
    """The benefits and the sums of each unit as `PortfolioOut`."""
    return {
        "totals": [_sum(unit, found.total(unit)) for unit in found.units],
        "benefits": [_holding(one) for one in found.holdings],
        "left_out": found.left_out,
    }


def _sum(unit: Unit, one: Sum) -> dict[str, Any]:
    return {
        "unit": unit[1] or unit[0],
        "count": one.count,
        "expected": one.expected,
        "measured": one.measured,
        "due": one.due,
        "rate": one.rate,
    }


def _holding(one: Holding) -> dict[str, Any]:
    held = one.benefit
    return {
        "id": held.pk,
        "title": held.title,
        "authority": held.authority.code,
        "type": held.kind,
        "state": held.state,
        "mode": held.mode,
        "unit": held.unit_name or held.unit,
        "expected": held.expected,
        "measured": one.standing.a_year if one.standing else None,
        "rate": one.rate,
        "next_measurement_on": held.next_measurement_on,
        "slips": one.slips,
    }
