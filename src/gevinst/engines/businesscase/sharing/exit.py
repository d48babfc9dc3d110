"""A party that leaves on a date, and those that take over its shares."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from gevinst.engines.businesscase.sharing.sharing_rule import Exact, Parts, Sharing, SoFar, parts


@dataclass(frozen=True, slots=True)
class Exit:
    """`sharing` until the party leaves on the date `on`; from that day `takes_over` bears its share.

    The year of the exit is shared by days. Raises: ValueError as `parts`, and where the party that
    leaves takes over itself.
    """

    sharing: Sharing
    party: str
    on: date
    takes_over: Mapping[str, Exact]

    def __post_init__(self) -> None:
        if self.party in parts(self.takes_over):
            raise ValueError(f"{self.party} leaves on {self.on} and cannot take over its own share")

    def at(self, so_far: SoFar) -> Parts:
        """See `Sharing`."""
        shared = dict(self.sharing.at(so_far))
        leaving = shared.pop(self.party, Fraction(0))
        gone = self._gone(so_far.year) * leaving
        for party, share in parts(self.takes_over).items():
            shared[party] = shared.get(party, Fraction(0)) + gone * share
        return shared | {self.party: leaving - gone}

    def _gone(self, year: int) -> Fraction:
        """The part of the year, 0-1, in which the party is no longer there."""
        days = 366 if calendar.isleap(year) else 365
        stayed = (self.on - date(year, 1, 1)).days
        return 1 - Fraction(min(max(stayed, 0), days), days)
