"""The risk pool: the sum of probability times consequence of open risks, laid out on years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.risk.model import Risk, still_open
from gevinst.engines.businesscase.risk.pool_notes import (
    many_risks,
    mitigation_counted,
    undated_risks,
)
from gevinst.engines.money import rounded_to_sum, split


@dataclass(frozen=True, slots=True)
class Pool:
    """The pool (DKK, øre): `total` is the sum of `by_risk`, and of `by_year` and `undated` together.

    `mitigation` is the cost of mitigating the same risks: it belongs to the project's budget. It is part of
    `total` only where the pool was asked to count it, and then it is noted.
    """

    total: Decimal
    by_risk: Mapping[str, Decimal]
    by_year: Mapping[int, Decimal]
    undated: Decimal
    mitigation: Decimal
    notes: tuple[Note, ...]


def expected(risks: Iterable[Risk]) -> Fraction:
    """The exact expected cost (DKK) of the open risks: the sum of probability times mean consequence."""
    return sum((risk.expected for risk in still_open(risks)), start=Fraction(0))


def pool(risks: Sequence[Risk], *, count_mitigation: bool = False) -> Pool:
    """The pool of the open risks: sum of p x c, each risk laid out on the years of its exposure.

    Parts add up to the øre. Noted: a risk without exposure, more than twelve risks, mitigation counted in.
    Raises `ValueError` for two risks of one id.
    Source: KL/Deloitte case analysis, level 3 of the estimation diagram; twelve risks: the state's model.

    >>> from gevinst.engines.businesscase.estimators import ThreePoint
    >>> cost = ThreePoint(Decimal(500_000), Decimal(1_000_000), Decimal(3_000_000))
    >>> late = Risk("late", "", Decimal("0.2"), cost, exposure={2024: Decimal(1), 2025: Decimal(2)})
    >>> pool([late]).total, pool([late]).by_year
    (Decimal('300000.00'), {2024: Decimal('100000.00'), 2025: Decimal('200000.00')})
    """
    _unique(risks)
    live = still_open(risks)
    mitigation = sum((risk.mitigation_cost for risk in live), start=Decimal(0))
    costs = {risk.id: risk.expected for risk in live}
    if count_mitigation:
        costs = {risk.id: risk.expected + Fraction(risk.mitigation_cost) for risk in live}
    by_risk = rounded_to_sum(costs)
    whole = sum(by_risk.values(), start=Decimal("0.00"))
    by_year, undated = _years(live, by_risk)
    notes = (
        *undated_risks(live),
        *many_risks(len(live)),
        *mitigation_counted(mitigation, count_mitigation),
    )
    return Pool(whole, by_risk, by_year, undated, mitigation, notes)


def _unique(risks: Sequence[Risk]) -> None:
    """Every risk is told from the others."""
    ids = [risk.id for risk in risks]
    if twice := sorted({one for one in ids if ids.count(one) > 1}):
        raise ValueError(f"two risks are called {twice[0]!r}: give each an id of its own")


def _years(
    risks: Sequence[Risk], by_risk: Mapping[str, Decimal]
) -> tuple[dict[int, Decimal], Decimal]:
    """What each year holds, in order, and what has no year."""
    years: dict[int, Decimal] = {}
    undated = Decimal("0.00")
    for risk in risks:
        if not risk.exposure:
            undated += by_risk[risk.id]
            continue
        for year, part in split(by_risk[risk.id], risk.exposure).items():
            years[year] = years.get(year, Decimal("0.00")) + part
    return dict(sorted(years.items())), undated
