"""The value of each assumption in each year, worked out in the order they need each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.figures.formula import Formula
from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.engines.businesscase.model.case import Case

# What a formula may read besides assumptions: the calendar year and the period number from 0.
BUILT_IN = ("year", "t")

# Decimal when exact; a float or a numpy array of floats when simulated.
Number = Any


class Values:
    """The assumptions of a case by year; `given` replaces some, `number` makes numbers of Decimals."""

    def __init__(
        self,
        case: Case,
        given: Mapping[str, Number] | None = None,
        number: Callable[[Any], Number] = Decimal,
    ) -> None:
        self.case, self.number = case, number
        self._given = dict(given or {})
        self._known: dict[tuple[str, int], Number] = {}
        self._doing: list[str] = []
        self._steady: dict[str, bool] = {}

    def at(self, name: str, year: int) -> Number:
        """The value of an assumption in a year.

        Raises `ValueError` for one that is not there and for assumptions that need each other in a ring.
        """
        known = self._known.get((name, year))
        if known is None:
            known = self._known[name, year] = self._worked_out(name, year)
        return known

    def of(self, formula: Formula, year: int) -> Number:
        """A formula's value in a year."""
        values = {name: self.at(name, year) for name in formula.names}
        found = formula.value(values, self.number)
        return self.number(found) if isinstance(found, int) else found

    def steady(self, formula: Formula) -> bool:
        """Whether the formula has the same value in every year."""
        return all(self._is_steady(name) for name in formula.names)

    def _is_steady(self, name: str) -> bool:
        if name not in self._steady:
            self._steady[name] = name not in BUILT_IN and self._same_every_year(name)
        return self._steady[name]

    def _same_every_year(self, name: str) -> bool:
        each = self.case.assumptions[name]
        if each.by_year or each.growth is not None:
            return False
        return each.formula is None or self.steady(each.formula)

    def _worked_out(self, name: str, year: int) -> Number:
        if name in BUILT_IN:
            return self.number(year if name == "year" else year - self.case.first)
        if name not in self.case.assumptions:
            raise ValueError(f"there is no assumption {name!r}")
        if name in self._doing:
            ring = " -> ".join([*self._doing[self._doing.index(name) :], name])
            raise ValueError(f"assumptions need each other in a ring: {ring}")
        self._doing.append(name)
        try:
            return self._of_kind(self.case.assumptions[name], year)
        finally:
            self._doing.pop()

    def _of_kind(self, each: Assumption, year: int) -> Number:
        given = self._given.get(each.name)
        if each.by_year:
            value = self.number(nearest(each.by_year, year))
            return value if given is None else value * given
        if each.formula is not None and given is None:
            return self.of(each.formula, year)
        value = self.number(each.likely) if given is None else given
        if each.growth is None:
            return value
        return value * self.number((1 + each.growth) ** (year - self.case.first))


def nearest(by_year: Mapping[int, Decimal], year: int) -> Decimal:
    """The value that holds in a year: its own, else the latest before it, else the first.

    >>> nearest({2020: Decimal(5), 2022: Decimal(7)}, 2021)
    Decimal('5')
    """
    earlier = [known for known in by_year if known <= year]
    return by_year[max(earlier) if earlier else min(by_year)]
