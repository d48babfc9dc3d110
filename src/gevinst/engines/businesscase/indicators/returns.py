"""Return on investment: the published definition and its variants, each by name."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, get_args

from gevinst.engines.businesscase.indicators.discounting import Rates
from gevinst.engines.businesscase.indicators.present_value import npv
from gevinst.engines.businesscase.indicators.series import ZERO, net, within

RoiKind = Literal["net_over_total_cost", "net_over_investment", "benefit_cost_ratio"]


def ratio(part: Decimal, whole: Decimal) -> Decimal | None:
    """The part over the whole, None where the whole is zero.

    >>> ratio(Decimal(7), Decimal(56)), ratio(Decimal(7), Decimal(0))
    (Decimal('0.125'), None)
    """
    return part / whole if whole else None


def roi(
    costs: Sequence[Decimal],
    benefits: Sequence[Decimal],
    *,
    horizon: int,
    kind: RoiKind = "net_over_total_cost",
    investment: Decimal | None = None,
    rates: Rates = ZERO,
) -> Decimal | None:
    """The return over the first `horizon` years (0.13 is 13 %), None where the denominator is zero.

    `net_over_total_cost` is the published definition: sum of benefits less sum of all costs, over all costs,
    undiscounted. `net_over_investment` needs `investment` (DKK). `benefit_cost_ratio` is B/C.
    With `rates` benefits and costs are discounted first, the first year undiscounted; the investment is not.
    Raises: ValueError where the series differ in length, the horizon is not covered, the kind is unknown or
    the investment is missing.
    Source: KL/Deloitte case analysis, September 2022; the state's business case model.

    >>> costs = [Decimal(8)] + [Decimal(9)] * 5
    >>> benefits = [Decimal(0)] + [Decimal(12)] * 5
    >>> round(roi(costs, benefits, horizon=6), 5)
    Decimal('0.13208')
    >>> round(roi(costs, benefits, horizon=6, rates=Decimal("0.035")), 3)
    Decimal('0.114')
    """
    if kind not in get_args(RoiKind):
        raise ValueError(f"no return is called {kind!r}: use one of {', '.join(get_args(RoiKind))}")
    yearly = within(net(costs, benefits), horizon)
    surplus = npv(yearly, rates, from_year=0)
    if kind == "net_over_investment":
        if investment is None:
            raise ValueError("net_over_investment needs the investment in DKK")
        return ratio(surplus, investment)
    cost = npv(within(costs, horizon), rates, from_year=0)
    return ratio(surplus if kind == "net_over_total_cost" else surplus + cost, cost)


def unit_roi(manual_hour: Decimal, automated_hour: Decimal) -> Decimal | None:
    """Value of a manual hour over the cost of an automated one, less 1; None where the latter costs nothing.

    Equals the published ROI when both cover the same number of hours. Both in DKK/hour.

    >>> round(unit_roi(Decimal(390), Decimal("139.57")), 3)
    Decimal('1.794')
    """
    value = ratio(manual_hour, automated_hour)
    return None if value is None else value - 1


def unit_saving(manual_hour: Decimal, automated_hour: Decimal) -> Decimal | None:
    """The share of a manual hour's price that is saved when the hour is automated.

    >>> round(unit_saving(Decimal(390), Decimal("139.57")), 3)
    Decimal('0.642')
    """
    spent = ratio(automated_hour, manual_hour)
    return None if spent is None else 1 - spent
