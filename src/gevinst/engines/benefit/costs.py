"""Costs by month: a monthly charge by its days, a one-off where it falls, and a shared one divided."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from gevinst.engines.benefit.rows import CostRow, Per
from gevinst.engines.money import half_up

OERE = Decimal("0.01")


class Share(StrEnum):
    """How a shared cost is divided among the robots that ran in its month."""

    EQUAL = "equal"
    ITEMS = "items"
    NONE = "none"


def month_of(day: date) -> date:
    """The first day of the day's month."""
    return day.replace(day=1)


def months(first: date, last: date) -> Iterator[date]:
    """The first day of every month that two days span."""
    month = month_of(first)
    while month <= last:
        yield month
        month = month_of(month + timedelta(days=31))


def month_end(day: date) -> date:
    """The last day of the day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


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


Cell = tuple[str, str, date]  # authority, robot ("" for what is shared), month


def allocated(
    costs: Iterable[CostRow],
    items: Mapping[Cell, int],
    share: Share,
    since: date | None,
    until: date,
) -> dict[Cell, Decimal]:
    """Cost by authority, robot and month; `items` are those that each robot took in each month.

    A shared cost of a month in which no robot ran stays with the authority, under the robot "".
    """
    ran = _ran(items)
    found: dict[Cell, Decimal] = defaultdict(Decimal)
    for cost in costs:
        for month, amount in charges(cost, since, until).items():
            robots = ran.get((cost.authority, month), {})
            for robot, part in _parts(cost, amount, robots, share).items():
                found[cost.authority, robot, month] += part
    return dict(found)


def _ran(items: Mapping[Cell, int]) -> dict[tuple[str, date], dict[str, int]]:
    found: dict[tuple[str, date], dict[str, int]] = defaultdict(dict)
    for (authority, robot, month), count in items.items():
        found[authority, month][robot] = count
    return found


def _parts(
    cost: CostRow, amount: Decimal, ran: Mapping[str, int], share: Share
) -> Mapping[str, Decimal]:
    if cost.robot or share is Share.NONE or not ran:
        return {cost.robot: amount}
    by_items = share is Share.ITEMS and sum(ran.values()) > 0
    weights: Mapping[str, int] = ran if by_items else dict.fromkeys(ran, 1)
    return divided(amount, weights)


def span(costs: Sequence[CostRow]) -> tuple[date, date | None] | None:
    """From when until when costs are booked; None at the end for one that goes on; None of nothing."""
    if not costs:
        return None
    ends = [cost.since if cost.per is Per.ONCE else cost.until for cost in costs]
    last = None if None in ends else max(end for end in ends if end)
    return min(cost.since for cost in costs), last
