"""What published figures imply: the volume that covers a cost, the cost behind a return."""

from __future__ import annotations

from decimal import Decimal

from gevinst.engines.businesscase.indicators.returns import ratio
from gevinst.engines.businesscase.indicators.series import ZERO


def units_to_cover(
    cost: Decimal, value_per_unit: Decimal, *, surplus: Decimal = ZERO
) -> Decimal | None:
    """How many units (hours, cases) earn a cost and a surplus (both DKK), None where a unit earns nothing.

    >>> round(units_to_cover(Decimal(980_000), Decimal(390)))
    2513
    """
    return ratio(cost + surplus, value_per_unit)


def cost_from_roi(net_total: Decimal, roi: Decimal) -> Decimal | None:
    """The total cost that a net and a published ROI (0-1) force together, None at ROI 0.

    >>> round(cost_from_roi(Decimal("8.88"), Decimal("1.79")), 2)
    Decimal('4.96')
    """
    return ratio(net_total, roi)


def cost_from_benefit(benefit_total: Decimal, roi: Decimal) -> Decimal | None:
    """The total cost that a gross benefit and a published ROI (0-1) force together, None at ROI -1.

    >>> round(cost_from_benefit(4 * Decimal("9.8"), Decimal("0.87")), 2)
    Decimal('20.96')
    """
    return ratio(benefit_total, 1 + roi)
