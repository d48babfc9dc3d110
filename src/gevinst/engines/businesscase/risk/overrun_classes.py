"""Classes of finished projects by actual over estimate: an own register, a published class."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class OwnRegister:
    """The actual/estimate ratios of one's own finished projects (1 is on the estimate).

    Raises `ValueError` for a ratio that is not above 0.
    """

    name: str
    ratios: tuple[Decimal, ...]

    def __post_init__(self) -> None:
        """A project that cost nothing says nothing."""
        if any(ratio <= 0 for ratio in self.ratios):
            raise ValueError(
                f"{self.name} holds a ratio of {min(self.ratios)}: give ratios above 0"
            )

    def ratio(self, share: Decimal) -> Decimal:
        """The smallest observed ratio that the share (0-1) of the projects did not exceed."""
        rising = sorted(self.ratios)
        return rising[max(math.ceil(share * len(rising)), 1) - 1]

    @property
    def cap(self) -> Decimal:
        """The worst that was seen."""
        return max(self.ratios)


@dataclass(frozen=True, slots=True)
class PublicClass:
    """A published class: (share of projects, actual/estimate ratio) rising, and a ratio for the worst.

    `cap` is what the tail came to on the average, or the worst that was published. Raises `ValueError`
    for points that do not rise, or a cap below the last of them.
    """

    name: str
    points: tuple[tuple[Decimal, Decimal], ...]
    cap: Decimal
    source: str

    def __post_init__(self) -> None:
        """More of the projects means a higher ratio."""
        if not self.points or any(p >= q or x > y for (p, x), (q, y) in pairwise(self.points)):
            raise ValueError(f"{self.name}: give (share, ratio) points that rise, one at least")
        if self.cap < self.points[-1][1]:
            raise ValueError(f"{self.name}: the cap {self.cap} lies below its last published ratio")

    def ratio(self, share: Decimal) -> Decimal:
        """The ratio at the share, on a straight line between two points; outside them the next higher one."""
        for (p, x), (q, y) in pairwise(self.points):
            if p <= share <= q:
                return x + (y - x) * (share - p) / (q - p)
        least, ratio = self.points[0]
        return ratio if share <= least else self.cap

    def reaches(self, share: Decimal) -> bool:
        """Whether the share lies among the published points."""
        return self.points[0][0] <= share <= self.points[-1][0]
