"""Asking a book of parameters what held on a date: the value, a number, a table."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import cast

from gevinst.engines.businesscase.parameters.book import Book, shipped
from gevinst.engines.businesscase.parameters.parameter import Dated, When


def at(name: str, when: When, *, of: Book | None = None) -> Dated:
    """What held on a date, or on the last day of a year, with its source.

    Raises: ValueError for an unknown name or a date without a value.

    >>> at("hours-norm", 2024).value, at("hours-norm", 2024).unconfirmed
    (Decimal('1924'), False)
    """
    return (of or shipped()).named(name).at(when)


def number(name: str, when: When, *, of: Book | None = None) -> Decimal:
    """The bare number that held then. Raises: ValueError as `at`, or where it is not a number.

    >>> number("net-tax-factor", 2024)
    Decimal('1.28')
    """
    return cast(Decimal, (of or shipped()).value(name, when, "number"))


def by_year(name: str, when: When, *, of: Book | None = None) -> Mapping[int, Decimal]:
    """The table that held then: from each year on, a number. Raises: ValueError as `at`, or another kind.

    >>> by_year("discount-rate", 2024)[36]
    Decimal('0.025')
    """
    return cast("Mapping[int, Decimal]", (of or shipped()).value(name, when, "by-year"))


def steps(name: str, when: When, *, of: Book | None = None) -> Mapping[Decimal, str]:
    """The table that held then: from each amount on, a code. Raises: ValueError as `at`, or another kind.

    >>> steps("required-method", 2024)[Decimal(0)]
    'three-point'
    """
    return cast("Mapping[Decimal, str]", (of or shipped()).value(name, when, "steps"))
