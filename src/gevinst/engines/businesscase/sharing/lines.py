"""What is shared: lines of cost and benefit, and transfers that only move money between parties."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from gevinst.engines.businesscase.sharing.sharing_rule import Sharing

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the case: DKK a year from the first year of the horizon, and how each year is shared."""

    name: str
    kind: Literal["cost", "benefit"]
    amounts: tuple[Decimal, ...]
    sharing: Sharing
    phase: Literal["development", "operation"] = "operation"

    @property
    def sign(self) -> int:
        """1 for a benefit, -1 for a cost."""
        return 1 if self.kind == "benefit" else -1
