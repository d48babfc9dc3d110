"""A figure that was published about the case, and the ways in which it has been tried to reach it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from gevinst.engines.businesscase.figures.formula import Formula
from gevinst.engines.businesscase.model.source import UNKNOWN, Source


@dataclass(frozen=True, slots=True)
class Check:
    """One way to reach a published figure: a formula over the case's assumptions and results.

    `reading` names the reading of the case under which it is worked out ("" for the text as it stands),
    `inputs` are given as printed, `assumptions` say what the text does not state, `circular` tells that a
    number was fitted to this very figure. `expects` is what the formula should give where that is not the
    figure itself (a claim that is true, a list of whole numbers). `reason` says why it comes out as it does.
    """

    id: str
    formula: Formula
    words: str = ""
    reading: str = ""
    inputs: Mapping[str, Decimal | tuple[Decimal, ...]] = field(default_factory=dict)
    intervals: Mapping[str, tuple[Decimal, Decimal]] = field(default_factory=dict)
    assumptions: tuple[str, ...] = ()
    circular: bool = False
    tolerance: Decimal | None = None
    part_of_range: bool = False
    expects: Decimal | tuple[Decimal, ...] | bool | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """A printed figure; `value` is None for one that is only implied, `qualifier` the rounding.

    `window` are the first and last year that it covers.
    """

    id: str
    title: str
    value: Decimal | tuple[Decimal, ...] | bool | None
    unit: str = ""
    decimals: int = 0
    qualifier: str = "exact"
    display: str = "rounded"
    status: str = "reported"
    window: tuple[int, int] | None = None
    source: Source = UNKNOWN
    checks: tuple[Check, ...] = ()
    reason: str = ""
