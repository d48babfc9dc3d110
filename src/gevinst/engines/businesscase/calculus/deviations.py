"""Why a line with a driver came out otherwise: its deviation split between volume, time and price."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import prod

from gevinst.engines.businesscase.calculus.amounts import quantities
from gevinst.engines.businesscase.calculus.shares import part
from gevinst.engines.businesscase.calculus.values import Values
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.lines import Line
from gevinst.engines.businesscase.realisation import Change, split_deviation
from gevinst.engines.money import rounded_to_sum

ZERO = Decimal(0)

# The drivers that are a product, and the terms that are multiplied.
PRODUCTS: Mapping[str, tuple[str, ...]] = {
    "time": ("units", "minutes", "periods", "rate"),
    "hours": ("hours", "rate"),
    "staffing": ("fte", "cost"),
    "volume": ("units", "price", "periods"),
}


@dataclass(frozen=True, slots=True)
class Explained:
    """A line's deviation in a year (DKK): `parts` by term, and `other` that no term tells.

    `changes` are the terms as expected and as they came; `product` is what they came to together (DKK).
    """

    line: str
    year: int
    changes: Mapping[str, Change]
    parts: Mapping[str, Decimal]
    other: Decimal
    product: Decimal

    @property
    def total(self) -> Decimal:
        """The sum of `parts` and `other`."""
        return sum(self.parts.values(), self.other)


def terms(case: Case, line: Line, year: int) -> dict[str, Decimal]:
    """The terms of the line's product as expected in a year; {} where its driver is no product."""
    values = Values(case)
    return {
        name: values.of(line.amount.terms[name], year)
        for name in PRODUCTS.get(line.amount.driver, ())
        if name in line.amount.terms
    }


def explained(
    case: Case,
    line: Line,
    year: int,
    came: Mapping[str, Decimal],
    amount: Decimal | None = None,
) -> Explained | None:
    """The deviation split between the terms that `came` otherwise (the rest as expected).

    `amount` (DKK) is what the line came to where that is measured too: what the terms do not tell of it is
    `other`. None where the driver is no product, none of its terms was measured, or nothing was expected
    that year.
    """
    held = terms(case, line, year)
    found = quantities(line, Values(case)).get(year)
    changes = {name: Change(value, came.get(name, value)) for name, value in held.items()}
    if found is None or not changes or not set(came) & set(changes):
        return None
    full = Fraction(found.dkk) * Fraction(part(case, line, year))
    expected = prod(Fraction(each.expected) for each in changes.values())
    if not expected:
        return None
    split = split_deviation(changes, full / expected)
    product = rounded_to_sum({"": full})[""] + split.total
    other = ZERO if amount is None else amount - product
    return Explained(line.id, year, changes, split.parts, other, product)
