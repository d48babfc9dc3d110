"""The datasets that rooms offer as open data; `config.wiring` registers them, one page lists them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from gevinst.engines.opendata import Dataset

# Given the way from an address of ours to a whole one, the datasets of a room.
Teller = Callable[[Callable[[str], str]], Iterable[Dataset]]
_tellers: list[tuple[int, Teller]] = []


def register(order: int, teller: Teller) -> None:
    """Lists what `teller` tells of; the same one twice counts once."""
    if (order, teller) not in _tellers:
        _tellers.append((order, teller))
        _tellers.sort(key=lambda each: each[0])


def datasets(whole: Callable[[str], str]) -> list[Dataset]:
    """Every dataset, in order. `whole` makes a whole address of a path."""
    return [dataset for _, teller in _tellers for dataset in teller(whole)]
