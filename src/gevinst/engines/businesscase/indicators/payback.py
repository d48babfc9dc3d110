"""Payback: after how many years a plain investment with even gains has earned itself back."""

from __future__ import annotations

from decimal import Decimal

from gevinst.engines.businesscase.indicators.break_even import Origin, checked_origin
from gevinst.engines.businesscase.indicators.series import ZERO


def payback(
    investment: Decimal, annual_net: Decimal, *, lag: Decimal, origin: Origin
) -> Decimal | None:
    """Years until an investment is earned back by an equal yearly net; None when the net is not positive.

    `lag`: years from project start to operation; counted only with `origin="project_start"`.
    Raises: ValueError for an unknown origin.

    >>> round(payback(Decimal("1.2"), Decimal("0.315"), lag=Decimal(1), origin="project_start"), 2)
    Decimal('4.81')
    >>> round(payback(Decimal("1.2"), Decimal("0.315"), lag=Decimal(1), origin="operation_start"), 2)
    Decimal('3.81')
    """
    checked_origin(origin)
    if annual_net <= 0:
        return None
    return investment / annual_net + (lag if origin == "project_start" else ZERO)
