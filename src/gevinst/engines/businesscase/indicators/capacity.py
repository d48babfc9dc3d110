"""Two percentages of one change: how much more the same staff reach, and how much less staff is needed."""

from __future__ import annotations

from decimal import Decimal

from gevinst.engines.businesscase.indicators.returns import ratio


def _less_one(value: Decimal | None) -> Decimal | None:
    return None if value is None else value - 1


def capacity_gain(before: Decimal, after: Decimal) -> Decimal | None:
    """More done by the same staff: after / before - 1 (0-1), None where nothing was done before.

    >>> round(capacity_gain(Decimal("28.7"), Decimal(34)), 3)
    Decimal('0.185')
    """
    return _less_one(ratio(after, before))


def staffing_reduction(before: Decimal, after: Decimal) -> Decimal | None:
    """Less staff for the same work: 1 - before / after (0-1), None where nothing is done after.

    >>> round(staffing_reduction(Decimal("28.7"), Decimal(34)), 3)
    Decimal('0.156')
    """
    fewer = _less_one(ratio(before, after))
    return None if fewer is None else -fewer


def posts_saved(served: Decimal, before: Decimal, after: Decimal) -> Decimal | None:
    """Posts no longer needed to serve so many, when one post serves `after` instead of `before`.

    None where a post serves nobody.

    >>> round(posts_saved(Decimal(2300), Decimal("28.7"), Decimal(34)), 1)
    Decimal('12.5')
    """
    needed, needs = ratio(served, before), ratio(served, after)
    return None if needed is None or needs is None else needed - needs


def fte_from_productivity(workforce: Decimal, before: Decimal, target: Decimal) -> Decimal | None:
    """FTE freed when a productivity rate rises to a target: N (1 - before / target), None at target 0.

    >>> fte_from_productivity(Decimal("187.5"), Decimal(69), Decimal(75))
    Decimal('15.000')
    """
    fewer = staffing_reduction(before, target)
    return None if fewer is None else workforce * fewer


def workforce_from_fte(freed: Decimal, before: Decimal, target: Decimal) -> Decimal | None:
    """The workforce of which so many FTE are freed when the rate rises to the target; None if it does not.

    >>> [str(workforce_from_fte(Decimal(15), Decimal(rate), Decimal(75))) for rate in (69, 72)]
    ['187.5', '375']
    """
    return ratio(freed * target, target - before)


def progress(before: Decimal, now: Decimal, target: Decimal) -> Decimal | None:
    """How much of the way from before to the target is done (0-1), None where there is no way to go.

    >>> progress(Decimal(69), Decimal(72), Decimal(75))
    Decimal('0.5')
    """
    return ratio(now - before, target - before)
