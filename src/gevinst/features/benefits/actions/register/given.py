"""What a person gives for a step of a benefit."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class Given:
    """What a person gives for a step; `value` is that of the period, in the benefit's unit."""

    on: date | None = None
    evidence: str = ""
    grade: str = ""
    value: Decimal | None = None
    since: date | None = None
    until: date | None = None
    n: int | None = None
    budget_reference: str = ""
    rests_on: dict[str, Any] = field(default_factory=dict)
