"""What is agreed before the start: who runs it, who pays, and what each has promised."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True)
class Commitment:
    """What a party has promised to pay in a phase, DKK a year from the first year of the horizon."""

    party: str
    phase: Literal["development", "operation"]
    amounts: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What is agreed before the start.

    `operating`: who runs it; `operation_from`: the calendar year of go-live; `agreed_payers`: who has
    agreed to pay after it; `temporary`: funds that are to leave; `quality_indicators`: how many
    measures of quality, security or service are followed.
    """

    operating: frozenset[str]
    operation_from: int
    commitments: tuple[Commitment, ...] = ()
    agreed_payers: frozenset[str] = frozenset()
    temporary: frozenset[str] = frozenset()
    quality_indicators: int = 0
