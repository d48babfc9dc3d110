"""What a line's driver gives in a full year: DKK, and the hours and FTE behind it where it tells them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from gevinst.engines.businesscase.calculus.values import Number

Terms = Mapping[str, Number]


@dataclass(frozen=True, slots=True)
class Quantity:
    """DKK a year with the hours and FTE behind it; None where the driver does not tell them."""

    dkk: Number
    hours: Number | None = None
    fte: Number | None = None

    def times(self, share: Number) -> Quantity:
        """The same for a share of the year."""
        return Quantity(
            self.dkk * share,
            None if self.hours is None else self.hours * share,
            None if self.fte is None else self.fte * share,
        )


def amount(terms: Terms, number: Callable[[Any], Number]) -> Quantity:
    """The amount as it stands."""
    return Quantity(terms["amount"])


def time(terms: Terms, number: Callable[[Any], Number]) -> Quantity:
    """Units x minutes / 60 x periods a year x DKK an hour."""
    hours = terms["units"] * terms["minutes"] / number(60) * terms.get("periods", number(1))
    return Quantity(hours * terms["rate"], hours)


def hours(terms: Terms, number: Callable[[Any], Number]) -> Quantity:
    """Hours a year x DKK an hour."""
    return Quantity(terms["hours"] * terms["rate"], terms["hours"])


def staffing(terms: Terms, number: Callable[[Any], Number]) -> Quantity:
    """FTE x DKK a year each; hours where the effective hours of an FTE are given."""
    effective = terms.get("effective")
    worked = None if effective is None else terms["fte"] * effective
    return Quantity(terms["fte"] * terms["cost"], worked, terms["fte"])


def volume(terms: Terms, number: Callable[[Any], Number]) -> Quantity:
    """Units x DKK each x periods a year."""
    return Quantity(terms["units"] * terms["price"] * terms.get("periods", number(1)))


DRIVERS: Mapping[str, Callable[[Terms, Callable[[Any], Number]], Quantity]] = {
    "amount": amount,
    "time": time,
    "hours": hours,
    "staffing": staffing,
    "volume": volume,
}
