"""What a rule of sharing is asked: the shares of a year, given what is known so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
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
