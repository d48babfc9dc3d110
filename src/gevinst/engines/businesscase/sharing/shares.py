"""Shares of a line by party: exact, summing to 1 in every year, and how they change over time."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import Protocol

Parts = Mapping[str, Fraction]
Exact = Fraction | Decimal | int | str


@dataclass(frozen=True, slots=True)
class SoFar:
    """What is known when a year is shared: its number, earlier years by party, volumes to date.

    `net` and `gross` are DKK a year: what a party was left with, and all it paid and received.
    """

    year: int
    first_year: int
    net: Mapping[str, tuple[Fraction, ...]]
    gross: Mapping[str, tuple[Fraction, ...]]
    volumes: tuple[Decimal, ...]


class Sharing(Protocol):
    """How a line is shared in a year."""

    def at(self, so_far: SoFar) -> Parts:
        """Each party's share in the year, 0-1, summing to exactly 1."""
        ...


def parts(shares: Mapping[str, Exact]) -> Parts:
    """The shares as exact fractions.

    Raises: ValueError for a float, a share below zero, and shares that do not sum to exactly 1.

    >>> parts({"department": "0.25", "fund": "0.75"})["fund"]
    Fraction(3, 4)
    """
    if inexact := [party for party, share in shares.items() if isinstance(share, float)]:
        raise ValueError(
            f"the share of {inexact[0]} is a float: give a text, a decimal or a fraction"
        )
    exact = {party: Fraction(share) for party, share in shares.items()}
    whole = sum(exact.values(), Fraction(0))
    if whole != 1 or min(exact.values()) < 0:
        told = ", ".join(f"{party} {share}" for party, share in shares.items())
        raise ValueError(f"shares ({told}) sum to {whole}: give shares of at least 0 summing to 1")
    return exact


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares by year from the first year of the horizon; the last ones hold for every later year.

    Raises: ValueError as `parts`, and for no year at all.
    """

    years: tuple[Parts, ...]

    def __post_init__(self) -> None:
        if not self.years:
            raise ValueError("shares by year: give at least one year")
        for year in self.years:
            parts(year)

    @classmethod
    def constant(cls, shares: Mapping[str, Exact]) -> Shares:
        """The same shares in every year. Raises `ValueError` as `parts`."""
        return cls((parts(shares),))

    @classmethod
    def by_year(cls, years: Iterable[Mapping[str, Exact]]) -> Shares:
        """One set of shares per year. Raises `ValueError` as `Shares`."""
        return cls(tuple(parts(each) for each in years))

    def at(self, so_far: SoFar) -> Parts:
        """See `Sharing`."""
        return self.years[min(so_far.year - so_far.first_year, len(self.years) - 1)]


@dataclass(frozen=True, slots=True)
class StepDown:
    """`before` until a condition has been met, `after` from then on and never back.

    Met from the year after the party `recouped` ended a year with its cumulative net at 0 or above,
    having paid or gained; or in the year whose volume lies above `volume_above`; whichever comes first.
    Raises: ValueError where there is no condition.
    """

    before: Sharing
    after: Sharing
    recouped: str | None = None
    volume_above: Decimal | None = None

    def __post_init__(self) -> None:
        if self.recouped is None and self.volume_above is None:
            raise ValueError("a step-down needs a condition: a party that recoups, or a volume")

    def at(self, so_far: SoFar) -> Parts:
        """See `Sharing`. Raises `ValueError` where a volume is asked for and none is given."""
        return (self.after if self._met(so_far) else self.before).at(so_far)

    def _met(self, so_far: SoFar) -> bool:
        if self.volume_above is not None:
            if not so_far.volumes:
                raise ValueError(
                    f"a step-down waits for a volume above {self.volume_above}: give volumes"
                )
            if max(so_far.volumes) > self.volume_above:
                return True
        return self.recouped is not None and _recouped(self.recouped, so_far)


def _recouped(party: str, so_far: SoFar) -> bool:
    """Nothing paid and nothing gained is no pay-back: the years before the first movement do not count."""
    net, gross = (accumulate(table.get(party, ())) for table in (so_far.net, so_far.gross))
    return any(moved and running >= 0 for running, moved in zip(net, gross, strict=True))


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
