"""Costs by month: a monthly charge by its days, a one-off where it falls, and a shared one divided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gevinst.engines.benefit.charges import charges, divided
from gevinst.engines.benefit.rows import CostRow, Per


class Share(StrEnum):
    """How a shared cost is divided among the robots that ran in its month."""

    EQUAL = "equal"
    ITEMS = "items"
    NONE = "none"


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
