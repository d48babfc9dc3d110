"""Lines of a case: what is paid or gained, in which years, by whom and for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from gevinst.engines.businesscase.model.amounts import FIXED, Amount, Behaviour
from gevinst.engines.businesscase.model.source import UNKNOWN, Source

BASELINES = ("frozen", "trend", "committed", "counterfactual")


@dataclass(frozen=True, slots=True)
class Line:
    """A cost of one scenario or of both, or a benefit of scenario 1; amounts are DKK a year, never negative.

    `scenario` is "0", "1" or "both" for costs and "benefit" for benefits. `when` is the share of the amount
    by year (1 for a full year). `continues` names the line of scenario 0 that this one carries on:
    what it is less is a gain, what it is more an extra cost. `residual_of` names a line whose saving is
    counted net already. `readings` are the named readings it belongs to; () for all.
    """

    id: str
    title: str
    scenario: str
    place: str
    amount: Amount
    when: Mapping[int, Decimal]
    behaviour: Behaviour = FIXED
    shares: tuple[tuple[int, Mapping[str, Decimal]], ...] = ()
    continues: str = ""
    residual_of: str = ""
    relieves: str = ""
    mode: str = ""
    kind: str = ""
    status: str = "expected"
    evidence: str = ""
    owner: str = ""
    price_year: int | None = None
    price_index: str = "general"
    readings: tuple[str, ...] = ()
    actuals: Mapping[int, Decimal] = field(default_factory=dict)
    source: Source = UNKNOWN

    @property
    def is_benefit(self) -> bool:
        """Whether it is an explicit benefit."""
        return self.scenario == "benefit"
