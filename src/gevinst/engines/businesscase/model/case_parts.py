"""The parts of a business case beside its lines: risks, readings, quality benefits, transfers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from gevinst.engines.businesscase.model.source import UNKNOWN, Source


@dataclass(frozen=True, slots=True)
class RiskEntry:
    """A risk of the pool: probability 0-1, consequence in DKK as low, likely and high."""

    id: str
    title: str
    probability: Decimal
    low: Decimal
    likely: Decimal
    high: Decimal
    category: str = ""
    owner: str = ""
    mitigation: str = ""
    mitigation_cost: Decimal = Decimal(0)
    status: str = "open"
    exposure: Mapping[int, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """Another way to understand the facts: assumptions replaced, lines in or out, other parties' view.

    `stated` tells that the text itself gives it (the upper end of a printed range), so that what comes out
    under it needs nothing that the text does not say. `perspective` is () where the case's own holds.
    """

    name: str
    title: str
    assumptions: Mapping[str, Decimal] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    perspective: tuple[str, ...] = ()
    stated: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Quality:
    """A benefit that is not money, in a measurable unit; `n` is how many were asked or measured."""

    id: str
    title: str
    kind: str
    unit: str = ""
    before: Decimal | None = None
    after: Decimal | None = None
    target: Decimal | None = None
    better: str = "higher"
    n: int | None = None
    status: str = "expected"
    evidence: str = ""
    source: Source = UNKNOWN


@dataclass(frozen=True, slots=True)
class Transfer:
    """Money that only changes hands, DKK by year: given by `giver`, received by `receiver`."""

    id: str
    title: str
    giver: str
    receiver: str
    amounts: Mapping[int, Decimal]
