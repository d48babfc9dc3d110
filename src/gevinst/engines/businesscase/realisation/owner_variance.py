"""Benefits against plan, by owner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.realisation.variances import ZERO


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """One benefit over one period, DKK, and who answers for it."""

    benefit: str
    owner: str
    expected: Decimal
    measured: Decimal


@dataclass(frozen=True, slots=True)
class OwnerVariance:
    """What an owner's benefits were to give and gave, DKK."""

    expected: Decimal
    measured: Decimal

    @property
    def variance(self) -> Decimal:
        """Measured less expected: below zero is a shortfall."""
        return self.measured - self.expected


def benefit_variance(rows: Sequence[BenefitRow]) -> Mapping[str, OwnerVariance]:
    """Each owner's benefits together, the largest shortfall first, equal ones by name.

    >>> rows = [BenefitRow("time", "home care", Decimal(100), Decimal(80)),
    ...         BenefitRow("travel", "home care", Decimal(10), Decimal(15))]
    >>> benefit_variance(rows)["home care"].variance
    Decimal('-15')
    """
    found: dict[str, OwnerVariance] = {}
    for row in rows:
        held = found.get(row.owner, OwnerVariance(ZERO, ZERO))
        found[row.owner] = OwnerVariance(held.expected + row.expected, held.measured + row.measured)
    return dict(sorted(found.items(), key=lambda item: (item[1].variance, item[0])))
