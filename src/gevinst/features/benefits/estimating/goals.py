"""What can be asked of a case: a floor (net, break-even, return, FTE) or a published figure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

NET, NPV, BREAK_EVEN, ROI, FTE = "net", "npv", "break_even", "roi", "fte"
PUBLISHED = "published"
KINDS: Final = (NET, NPV, BREAK_EVEN, ROI, FTE, PUBLISHED)
ZERO = Decimal(0)
Given = dict[str, Decimal]
Value = Callable[[Given], Decimal | None]


@dataclass(frozen=True, slots=True)
class Goal:
    """What is to be reached: at least `number` (DKK; a rate; FTE a year), or by the end of `year`.

    `figure` is the id of a published figure. `on` is the day whose effective hours and discount rates hold.
    """

    kind: str
    number: Decimal = ZERO
    year: int = 0
    figure: str = ""
    on: date = date.min
