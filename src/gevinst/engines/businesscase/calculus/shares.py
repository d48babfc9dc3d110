"""Which part of a line falls on whom in a year."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.lines import Line
from gevinst.engines.money import half_up, split


def shares_in(case: Case, line: Line, year: int) -> Mapping[str, Decimal]:
    """Party -> share (0-1) of a line in a year; all of it the first party's where nothing is agreed."""
    begun = [(since, shares) for since, shares in line.shares if since <= year]
    if begun:
        return max(begun, key=lambda each: each[0])[1]
    if line.shares:
        return min(line.shares, key=lambda each: each[0])[1]
    return {case.parties[0] if case.parties else "": Decimal(1)}


def part(case: Case, line: Line, year: int) -> Decimal:
    """The share of a line in a year that falls within the case's perspective."""
    if not case.perspective:
        return Decimal(1)
    shares = shares_in(case, line, year)
    return sum((shares.get(party, Decimal(0)) for party in case.perspective), Decimal(0))


def seen(case: Case, line: Line, year: int, amount: Decimal) -> Decimal:
    """The perspective's part of an amount (DKK): all parties' parts sum to the amount, to the øre."""
    if not case.perspective:
        return half_up(amount)
    parts = split(amount, shares_in(case, line, year))
    return sum((parts.get(party, Decimal(0)) for party in case.perspective), Decimal("0.00"))


def transferred(case: Case, year: int) -> Decimal:
    """DKK that the perspective's parties receive from others less what they give, in a year."""
    if not case.perspective:
        return Decimal(0)
    inside = set(case.perspective)
    return sum(
        (
            each.amounts.get(year, Decimal(0))
            * ((each.receiver in inside) - (each.giver in inside))
            for each in case.transfers
        ),
        Decimal(0),
    )
