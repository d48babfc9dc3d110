"""The words a figure is printed with, and how its decimals were cut off."""

from __future__ import annotations

from enum import StrEnum


class Qualifier(StrEnum):
    """The word a figure was printed with: nothing, cirka, knap, godt, mere end, or a range."""

    EXACT = "exact"
    APPROX = "approx"
    JUST_UNDER = "just_under"
    SLIGHTLY_MORE = "slightly_more"
    MORE_THAN = "more_than"
    RANGE = "range"


class Display(StrEnum):
    """How the source cut the decimals off."""

    ROUNDED = "rounded"
    TRUNCATED = "truncated"
