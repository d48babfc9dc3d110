"""A run log with the totals of a published robot case, made by a seed: 130 robots over three years.

Source: KL and Deloitte, ten cases (2022), case 6: 37,400 hours over three years, 340.4 hours a robot,
139.57 DKK an hour, 390 DKK a manual hour. The split on robots and months is ours.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from gevinst.engines.benefit import BaselineRow, CostKind, CostRow, Per, Rates, RunRow
from gevinst.engines.businesscase.model.benefit_state import Grade

AUTHORITY = "760"
ROBOTS, WITH_HOURS = 130, 110
HOURS = Decimal("37444")  # 110 x 340.4, which the case rounds to "more than 37,400"
MANUAL_HOUR = Decimal(390)
FIRST, LAST = date(2019, 1, 1), date(2021, 12, 31)
# Licences as printed (200,000 a year); team of 1.5 and then 2.5 FTE; the rest is what remains of
# 37,444 x 139.57 DKK.
COST = Decimal("5226059.08")
MONTHS = [date(year, month, 1) for year in (2019, 2020, 2021) for month in range(1, 13)]


def baselines() -> Iterator[BaselineRow]:
    """Of the robots with hours: six minutes an item, read from the log of transactions."""
    for n in range(WITH_HOURS):
        rates = Rates(Decimal(6), Decimal(4), MANUAL_HOUR)
        yield BaselineRow(name(n), FIRST, rates, Grade.A, "Transaktionslog", AUTHORITY)


def runs(seed: int = 1) -> Iterator[RunRow]:
    """A run a robot and month; the last month of the last robot takes what rounding leaves."""
    rng = random.Random(seed)
    wanted = HOURS * 60
    freed = Decimal(0)
    for n in range(ROBOTS):
        for month in MONTHS:
            last = n == WITH_HOURS - 1 and month == MONTHS[-1]
            untouched, exceptions = rng.randint(80, 105), rng.randint(0, 8)
            minutes = Decimal(rng.randint(1, 6) * exceptions)
            if last:
                untouched, exceptions = int((wanted - freed) // 6), 1
                minutes = untouched * 6 - (wanted - freed)
                if minutes < 0:
                    untouched, minutes = untouched + 1, minutes + 6
            if n < WITH_HOURS:
                freed += untouched * 6 - minutes
            items = untouched + exceptions
            yield RunRow(AUTHORITY, name(n), month, items, untouched, exceptions, minutes)


def costs() -> Iterator[CostRow]:
    """Team, licences, and what it cost to build the robots, spread over the three years."""
    source = "Årsopgørelse"
    fte = Decimal(520_000)
    team = [(1.5, FIRST, date(2020, 12, 31)), (2.5, date(2021, 1, 1), LAST)]
    for people, since, until in team:
        monthly = Decimal(str(people)) * fte / 12
        yield CostRow(AUTHORITY, CostKind.TEAM, monthly, Per.MONTH, since, until, source=source)
    yield CostRow(
        AUTHORITY,
        CostKind.LICENCE,
        Decimal(200_000),
        Per.ONCE,
        FIRST,
        source=source,
    )
    for year in (2020, 2021):
        yield CostRow(AUTHORITY, CostKind.LICENCE, Decimal(200_000), Per.ONCE, date(year, 1, 1))
    rest = COST - 600_000 - 24 * Decimal(65_000) - 12 * Decimal("108333.33")
    built = (rest / ROBOTS).quantize(Decimal("0.01"))
    for n in range(ROBOTS):
        amount = rest - built * (ROBOTS - 1) if n == 0 else built
        yield CostRow(
            AUTHORITY, CostKind.DEVELOPMENT, amount, Per.ONCE, MONTHS[n % 36], robot=name(n)
        )


def name(n: int) -> str:
    """A robot's name."""
    return f"robot-{n:03}"
