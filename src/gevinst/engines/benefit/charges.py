"""What a cost charges each month, and an amount divided by weights to the øre."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from gevinst.engines.benefit.calendar_months import month_end, month_of, months
from gevinst.engines.benefit.rows import CostRow, Per
from gevinst.engines.money import half_up

OERE = Decimal("0.01")


def charges(cost: CostRow, since: date | None, until: date) -> dict[date, Decimal]:
    """DKK by month within a window (both days included); part of a month by its days, in whole øre.

    >>> from gevinst.engines.benefit.rows import CostKind
    >>> team = CostRow("751", CostKind.TEAM, Decimal(3100), Per.MONTH, date(2026, 1, 22))
    >>> charges(team, None, date(2026, 2, 28))
    {datetime.date(2026, 1, 1): Decimal('1000.00'), datetime.date(2026, 2, 1): Decimal('3100.00')}
    """
    first = max(cost.since, since or cost.since)
    last = min(cost.until or until, until)
    if cost.per is Per.ONCE:
        inside = first == cost.since and cost.since <= until
        return {month_of(cost.since): half_up(cost.amount)} if inside else {}
    return {month: _part(cost.amount, month, first, last) for month in months(first, last)}


def _part(amount: Decimal, month: date, first: date, last: date) -> Decimal:
    end = month_end(month)
    days = (min(last, end) - max(first, month)).days + 1
    return half_up(amount * days / end.day)


def divided(amount: Decimal, weights: Mapping[str, int]) -> dict[str, Decimal]:
    """The amount in parts by weight that sum to it exactly; the largest remainders get the last øre.

    Raises `ValueError` when no weight is positive.

    >>> divided(Decimal("100.00"), {"a": 1, "b": 1, "c": 1})
    {'a': Decimal('33.34'), 'b': Decimal('33.33'), 'c': Decimal('33.33')}
    """
    whole = sum(weights.values())
    if whole <= 0 or min(weights.values()) < 0:
        raise ValueError("an amount is divided by weights of which one at least is positive")
    oere = int(half_up(amount) / OERE)
    parts = {key: divmod(oere * weight, whole) for key, weight in weights.items()}
    left = oere - sum(part for part, _rest in parts.values())
    lucky = set(sorted(parts, key=lambda key: (-parts[key][1], key))[:left])
    return {key: (part + (key in lucky)) * OERE for key, (part, _rest) in parts.items()}
