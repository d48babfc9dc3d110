"""Net per year of each party, summing over the parties to the net of the case, to the øre."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

from gevinst.engines.businesscase.sharing.lines import Line
from gevinst.engines.businesscase.sharing.sharing_rule import SoFar
from gevinst.engines.businesscase.sharing.transfers import Transfer
from gevinst.engines.money import rounded_to_sum

_Table = dict[str, tuple[Fraction, ...]]


@dataclass(frozen=True, slots=True)
class Split:
    """N[p,t] in DKK from `first_year`; `operation_costs` is what each party bears of running costs, exact."""

    first_year: int
    net: Mapping[str, tuple[Decimal, ...]]
    operation_costs: Mapping[str, tuple[Fraction, ...]]

    @property
    def total(self) -> tuple[Decimal, ...]:
        """N[t], all parties together."""
        return self.perspective(self.net)

    def perspective(self, parties: Iterable[str]) -> tuple[Decimal, ...]:
        """Net per year of these parties together.

        Raises: ValueError for no party or one that takes no part.
        """
        chosen = set(parties)
        if not chosen or chosen - set(self.net):
            known = ", ".join(sorted(self.net))
            raise ValueError(f"no perspective of {sorted(chosen)}: choose among {known}")
        return tuple(map(sum_of, zip(*(self.net[party] for party in chosen), strict=True)))

    def cumulative(self, parties: Iterable[str]) -> tuple[Decimal, ...]:
        """K[t] of these parties together. Raises `ValueError` as `perspective`."""
        return tuple(accumulate(self.perspective(parties)))


def sum_of(amounts: Iterable[Decimal]) -> Decimal:
    """The sum, Decimal 0 of nothing."""
    return sum(amounts, Decimal(0))


def by_party(
    lines: Sequence[Line],
    *,
    first_year: int,
    transfers: Sequence[Transfer] = (),
    volumes: Sequence[Decimal] = (),
    places: int = 2,
) -> Split:
    """Who is left with what, year by year; `volumes` is units a year for shares that wait for a volume.

    Exact until the end, then rounded to `places` decimals (2: øre) so that the parties sum to the net.
    Raises `ValueError` where lines, transfers and volumes do not cover the same years.

    >>> from gevinst.engines.businesscase.sharing.shares import Shares
    >>> both = Shares.constant({"a": "1/3", "b": "2/3"})
    >>> split = by_party([Line("saved", "benefit", (Decimal(1),), both)], first_year=2025)
    >>> {party: str(net[0]) for party, net in split.net.items()}
    {'a': '0.33', 'b': '0.67'}
    """
    years = _years(lines, transfers, volumes)
    exact: _Table = {}
    gross: _Table = {}
    costs: _Table = {}
    for year in range(years):
        so_far = SoFar(first_year + year, first_year, exact, gross, tuple(volumes[: year + 1]))
        shared = [(line, line.sharing.at(so_far)) for line in lines]
        moved = [
            (party, Fraction(amounts[year]))
            for each in transfers
            for party, amounts in each.by_party.items()
        ]
        moved += _net(shared, year)
        exact = _with_year(exact, year, moved)
        gross = _with_year(gross, year, [(party, abs(amount)) for party, amount in moved])
        costs = _with_year(costs, year, _running_costs(shared, year))
    return Split(first_year, _rounded(exact, years, places), costs)


_Shared = list[tuple[Line, Mapping[str, Fraction]]]
_Moves = list[tuple[str, Fraction]]


def _net(shared: _Shared, year: int) -> _Moves:
    return [
        (party, line.sign * share * Fraction(line.amounts[year]))
        for line, parts in shared
        for party, share in parts.items()
    ]


def _running_costs(shared: _Shared, year: int) -> _Moves:
    running = [each for each in shared if each[0].kind == "cost" and each[0].phase == "operation"]
    return [(party, -amount) for party, amount in _net(running, year)]


def _with_year(table: _Table, year: int, moves: _Moves) -> _Table:
    """The table with one year more; a party that is new had nothing before."""
    added: dict[str, Fraction] = dict.fromkeys(table, Fraction(0))
    for party, amount in moves:
        added[party] = added.get(party, Fraction(0)) + amount
    nothing = (Fraction(0),) * year
    return {party: (*table.get(party, nothing), amount) for party, amount in added.items()}


def _rounded(exact: _Table, years: int, places: int) -> dict[str, tuple[Decimal, ...]]:
    columns = [
        rounded_to_sum({party: net[year] for party, net in exact.items()}, places)
        for year in range(years)
    ]
    return {party: tuple(column[party] for column in columns) for party in exact}


def _years(lines: Sequence[Line], transfers: Sequence[Transfer], volumes: Sequence[Decimal]) -> int:
    lengths = {line.name: len(line.amounts) for line in lines}
    lengths |= {each.name: len(row) for each in transfers for row in each.by_party.values()}
    if volumes:
        lengths["volumes"] = len(volumes)
    if len(set(lengths.values())) != 1:
        told = ", ".join(f"{name} {length}" for name, length in lengths.items())
        raise ValueError(
            f"years covered ({told or 'nothing'}) differ: give every year, 0 where nothing is"
        )
    return next(iter(lengths.values()))
