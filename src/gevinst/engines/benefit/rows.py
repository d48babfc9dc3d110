"""The rows that an account is made from: runs, dated baselines and costs, each of one robot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gevinst.engines.benefit.effect import Rates
from gevinst.engines.businesscase.model.benefit_state import Grade


@dataclass(frozen=True, slots=True)
class RunRow:
    """What a robot did on a day. `exception_minutes` as measured; None: by the baseline."""

    authority: str
    robot: str
    on: date
    items: int
    untouched: int
    exceptions: int
    exception_minutes: Decimal | None = None

    def __post_init__(self) -> None:
        if min(self.untouched, self.exceptions) < 0:
            raise ValueError(f"{self.robot} {self.on}: a count is negative")
        if self.untouched + self.exceptions > self.items:
            message = f"{self.untouched} untouched and {self.exceptions} exceptions"
            raise ValueError(f"{self.robot} {self.on}: {message} of {self.items} items")
        if self.exception_minutes is not None and self.exception_minutes < 0:
            raise ValueError(f"{self.robot} {self.on}: minutes are negative")


@dataclass(frozen=True, slots=True)
class BaselineRow:
    """What an item of the robot costs by hand from a day on; `n` cases were measured."""

    robot: str
    valid_from: date
    rates: Rates
    grade: Grade
    source: str
    authority: str = ""
    n: int | None = None


class CostKind(StrEnum):
    """What a cost is for."""

    LICENCE = "licence"
    TEAM = "team"
    INFRASTRUCTURE = "infrastructure"
    DEVELOPMENT = "development"


class Per(StrEnum):
    """Whether an amount comes every month or once."""

    MONTH = "month"
    ONCE = "once"


@dataclass(frozen=True, slots=True)
class CostRow:
    """DKK excl. VAT, every month or once, of one robot or (`robot` empty) shared by the authority's."""

    authority: str
    kind: CostKind
    amount: Decimal
    per: Per
    since: date
    until: date | None = None
    robot: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        if self.amount < 0:
            raise ValueError(f"a cost of {self.amount} DKK is negative")
        if self.until is not None and self.until < self.since:
            raise ValueError(f"a cost ends {self.until}, before it begins {self.since}")
