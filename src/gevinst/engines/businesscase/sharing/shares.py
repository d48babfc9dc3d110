"""Shares of a line by party, constant or by year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gevinst.engines.businesscase.sharing.sharing_rule import Exact, Parts, SoFar, parts


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
