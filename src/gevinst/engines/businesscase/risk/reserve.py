"""An amount set by hand for the risks: the share of outcomes it covers, and how it seems to be set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.risk.distribution import Distribution, distribution
from gevinst.engines.businesscase.risk.model import Risk
from gevinst.engines.businesscase.risk.pool import pool
from gevinst.engines.businesscase.risk.reserve_notes import (
    UNEVEN,
    flat_rate,
    mitigation_held,
    thin_cover,
)


@dataclass(frozen=True, slots=True)
class Reserve:
    """An amount (DKK), the share of outcomes (0-1) it covers, and the pool beside it."""

    amount: Decimal
    covers: Decimal
    pool: Decimal
    p50: Decimal
    p80: Decimal
    p90: Decimal
    notes: tuple[Note, ...]


def reserve(
    amount: Decimal,
    risks: Sequence[Risk],
    project_cost: Decimal | None = None,
    known: Distribution | None = None,
) -> Reserve:
    """The judgement of an amount (DKK) set aside for the open risks.

    `project_cost` (DKK) lets a flat rate be seen, `known` spares the distribution where it was made
    before. Noted: an amount that is a flat rate of the cost, one that holds the cost of mitigation, one
    that covers less than half.
    Raises `ValueError` for an amount below 0.

    >>> from gevinst.engines.businesscase.estimators import ThreePoint
    >>> cost = ThreePoint(Decimal(100), Decimal(100), Decimal(100))
    >>> two = [Risk(name, "", Decimal("0.5"), cost) for name in "ab"]
    >>> judged = reserve(Decimal(100), two, project_cost=Decimal(1000))
    >>> judged.covers, judged.pool, judged.p80, [note.code for note in judged.notes]
    (Decimal('0.75'), Decimal('100.00'), Decimal('200'), [])
    """
    if amount < 0:
        raise ValueError(f"a reserve of {amount} DKK: give 0 or more")
    sums = known or distribution(risks)
    right = pool(risks)
    covers = sums.coverage(amount)
    notes: list[Note] = []
    p50, p80, p90 = (sums.quantile(Decimal(p)) for p in ("0.5", "0.8", "0.9"))
    # An amount that was taken from the risks may happen to be an even share of the cost.
    if amount not in {right.total, p50, p80, p90}:
        notes += flat_rate(amount, project_cost)
    if right.mitigation and amount == right.total + right.mitigation:
        notes.append(mitigation_held(right.mitigation))
    if covers < UNEVEN:
        notes.append(thin_cover(amount, covers))
    return Reserve(amount, covers, right.total, p50, p80, p90, tuple(notes))
