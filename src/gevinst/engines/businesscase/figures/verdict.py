"""The verdict on a published figure: what is checked, and on what grounds it stands or falls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.power import Power


class Reproduces(StrEnum):
    """Whether the published figure follows from its formula."""

    YES = "yes"
    NO = "no"
    AMBIGUOUS = "ambiguous"
    IMPLIED = "implied"


class How(StrEnum):
    """On what grounds the verdict stands."""

    POINT = "point"
    ROUNDING_INTERVAL = "rounding_interval"
    UNDER_ASSUMPTION = "under_assumption"
    SOLVED_FOR = "solved_for"
    PART_OF_RANGE = "part_of_range"
    NONE = "none"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class Check:
    """One published figure with the formula that should give it.

    `tolerance` is in the unit of the figure; `intervals` say how far each printed input may lie from its
    value; `assumptions` are readings the text does not state; `circular` marks a number solved for.
    """

    formula: str
    inputs: Mapping[str, Any] = field(default_factory=dict)
    published: Any = None
    tolerance: Any = Decimal(0)
    intervals: Mapping[str, Interval] = field(default_factory=dict)
    assumptions: Sequence[str] = ()
    circular: bool = False
    figure: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check came to; `deviation` is computed less published, `reason` says why it is ambiguous."""

    reproduces: Reproduces
    how: How
    computed: Any
    interval: tuple[Interval, ...] = ()
    deviation: Decimal | None = None
    power: Power | None = None
    reason: str = ""
