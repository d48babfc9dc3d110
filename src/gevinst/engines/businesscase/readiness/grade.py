"""A grade of a published case on one dimension, and the rules that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final


class Dimension(StrEnum):
    """What a case is graded on."""

    TIME = "time"
    ECONOMY = "economy"
    QUALITY = "quality"


class Basis(StrEnum):
    """Whether what a grade rests on is expected (drawn hatched) or measured (drawn solid)."""

    EXPECTED = "expected"
    MEASURED = "measured"


# The rules as they are said to the user. Source: own proposal; the published scale is lost.
RULES: Final[Mapping[Dimension, tuple[str, str, str, str]]] = {
    Dimension.TIME: (
        "No time is freed.",
        "Less than 5 per cent of the process time is freed.",
        "From 5 to 20 per cent of the process time is freed.",
        "More than 20 per cent of the process time is freed.",
    ),
    Dimension.ECONOMY: (
        "The investment is not paid back.",
        "The investment is paid back after more than 5 years.",
        "The investment is paid back after 2 to 5 years.",
        "The investment is paid back in less than 2 years.",
    ),
    Dimension.QUALITY: (
        "No indicator of quality is better.",
        "One indicator of quality is better.",
        "Two indicators of quality are better.",
        "Three or more indicators of quality are better.",
    ),
}
TOP: Final = 3


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade 0-3, or None where it cannot be told, with its basis and its inputs by name."""

    dimension: Dimension
    grade: int | None
    basis: Basis
    inputs: Mapping[str, object]

    @property
    def rule(self) -> str:
        """The rule that gave the grade, in a sentence; "" where there is no grade."""
        return "" if self.grade is None else RULES[self.dimension][self.grade]

    @property
    def hatched(self) -> bool:
        """Whether the grade is drawn hatched: it is expected, not measured."""
        return self.basis is Basis.EXPECTED


@dataclass(frozen=True, slots=True)
class QualityIndicator:
    """An indicator of quality before and after, in `unit`; `more_is_better` tells its direction."""

    name: str
    unit: str
    before: Decimal
    after: Decimal
    more_is_better: bool
    basis: Basis

    @property
    def improved(self) -> bool:
        """Whether it is better after than before."""
        return self.before != self.after and (self.after > self.before) is self.more_is_better
