"""Optimism bias: cost and duration raised, benefit cut, less so for what is documented as managed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.estimators.estimate import checked_weights
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.risk.uplift import RiskArea, Uplift


@dataclass(frozen=True, slots=True)
class Adjusted:
    """Cost and benefit (DKK) and duration (its own unit) corrected for bias, and the rates that were left."""

    cost: Decimal
    duration: Decimal
    benefit: Decimal
    remaining: Decimal
    uplift: Uplift
    notes: tuple[Note, ...]


def remaining(areas: Sequence[RiskArea], floor: Decimal = Decimal(0)) -> Decimal:
    """The share of the bias (0-1) left: 1 less what is managed with evidence, `floor` at least.

    All of it where no areas are given. Raises `ValueError` for weights that do not sum to 1.

    >>> supplier = RiskArea("supplier", Decimal("0.6"), Decimal("0.5"), "contract")
    >>> remaining([supplier, RiskArea("data", Decimal("0.4"))])
    Decimal('0.70')
    """
    if not areas:
        return Decimal(1)
    checked_weights([area.weight for area in areas], "the risk areas")
    managed = sum((area.weight * area.managed for area in areas if area.evidence), start=Decimal(0))
    return max(1 - managed, floor)


def adjust(
    cost: Decimal,
    duration: Decimal,
    benefit: Decimal,
    uplift: Uplift,
    areas: Sequence[RiskArea] = (),
) -> Adjusted:
    """Cost x (1+u), duration x (1+u), benefit x (1-v), where u and v are what is left of the uplift's rates.

    An area said to be managed without evidence counts as not managed, and is noted.
    Raises `ValueError` as `remaining`.
    Source: UK Green Book, supplementary guidance on optimism bias (uplift reduced by managed
    contributory factors).

    >>> software = Uplift("equipment", "outline", Decimal(2), Decimal("0.5"), Decimal("0.02"), "example")
    >>> area = RiskArea("all", Decimal(1), Decimal("0.5"), "signed contract")
    >>> corrected = adjust(Decimal(100), Decimal(12), Decimal(50), software, [area])
    >>> corrected.cost, corrected.duration, corrected.benefit
    (Decimal('200.0'), Decimal('15.00'), Decimal('49.500'))
    """
    left = remaining(areas, uplift.floor)
    notes = tuple(_undocumented(area) for area in areas if area.managed and not area.evidence)
    return Adjusted(
        cost * (1 + left * uplift.cost),
        duration * (1 + left * uplift.duration),
        benefit * (1 - left * uplift.benefit),
        left,
        uplift,
        notes,
    )


def _undocumented(area: RiskArea) -> Note:
    """The note on management that is only claimed."""
    message = f"{area.id} is {area.managed:.0%} managed without evidence: it counts as not managed."
    return Note("managed-without-evidence", message, {"area": area.id, "managed": area.managed})
