"""An amount set by hand for the risks: the share of outcomes it covers, and how it seems to be set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.risk.distribution import Distribution, distribution
from gevinst.engines.businesscase.risk.model import Risk
from gevinst.engines.businesscase.risk.pool import pool

# The shares of the project's cost that buffers are set to by habit.
FLAT_RATES = tuple(Decimal(rate) / 100 for rate in (5, 10, 15, 20, 25, 30))
# An amount rounded to look even is still the flat rate: within a tenth of a percentage point.
_NEAR = Decimal("0.001")
_UNEVEN = Decimal("0.5")


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
        notes += _flat(amount, project_cost)
    if right.mitigation and amount == right.total + right.mitigation:
        notes.append(_mitigation(right.mitigation))
    if covers < _UNEVEN:
        notes.append(_thin(amount, covers))
    return Reserve(amount, covers, right.total, p50, p80, p90, tuple(notes))


def _flat(amount: Decimal, project_cost: Decimal | None) -> list[Note]:
    """The note on an amount that is a customary share of the project's cost."""
    if not project_cost:
        return []
    share = amount / project_cost
    rate = next((rate for rate in FLAT_RATES if abs(share - rate) <= _NEAR), None)
    if rate is None:
        return []
    message = f"The reserve is a flat {rate:.0%} of the cost: set it from the risks instead."
    return [Note("flat-rate-buffer", message, {"rate": rate, "amount": amount})]


def _mitigation(mitigation: Decimal) -> Note:
    """The note on an amount that is the pool and the mitigation together."""
    message = (
        f"The reserve holds mitigation of {mitigation} DKK: it belongs to the project's budget."
    )
    return Note("mitigation-in-pool", message, {"mitigation": mitigation})


def _thin(amount: Decimal, covers: Decimal) -> Note:
    """The note on an amount that is more likely to fall short than to suffice."""
    message = (
        f"{amount} DKK covers {covers:.0%} of the outcomes: it more likely falls short than not."
    )
    return Note("reserve-covers-little", message, {"covers": covers})
