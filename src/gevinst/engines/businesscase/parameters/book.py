"""A book of parameters: the shipped one, an authority's own on top of it, and how to ask it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import cast

from gevinst.engines.businesscase.parameters.parameter import Dated, Kind, Parameter, When
from gevinst.engines.businesscase.parameters.reading import read


@dataclass(frozen=True, slots=True)
class Book:
    """Parameters by name."""

    parameters: Mapping[str, Parameter]

    def named(self, name: str) -> Parameter:
        """The parameter. Raises: ValueError where there is none of that name, with the nearest names."""
        if name in self.parameters:
            return self.parameters[name]
        near = get_close_matches(name, self.parameters, n=3) or sorted(self.parameters)
        raise ValueError(f"no parameter is called {name!r}: did you mean {', '.join(near)}?")

    def over(self, other: Book) -> Book:
        """This book, with those of the other that it does not have; a name is taken whole from one book."""
        return Book({**other.parameters, **self.parameters})

    def value(self, name: str, when: When, kind: Kind) -> object:
        """The bare value. Raises: ValueError where the parameter is of another kind or has no value then."""
        parameter = self.named(name)
        if parameter.kind != kind:
            raise ValueError(f"the parameter {name!r} is of kind {parameter.kind}, not {kind}")
        return parameter.at(when).value


def book(texts: Iterable[tuple[str, str]]) -> Book:
    """The book of YAML texts, each with the file name that errors name.

    Raises: ValueError for a text that is not a parameter file, or a name in two files.

    >>> own = book([("own.yaml", '''
    ... utilisation:
    ...   unit: share of the norm (0-1)
    ...   description: Effective hours over the norm.
    ...   values:
    ...     - {from: 2024-01-01, value: 0.71, source: Time registration 2023}
    ... ''')])
    >>> own.over(shipped()).named("utilisation").at(2025).value
    Decimal('0.71')
    """
    parameters: dict[str, Parameter] = {}
    for where, text in texts:
        for parameter in read(text, where):
            if parameter.name in parameters:
                raise ValueError(
                    f"{where}: the parameter {parameter.name!r} stands in another file too"
                )
            parameters[parameter.name] = parameter
    return Book(parameters)


@cache
def shipped() -> Book:
    """The parameters that come with the engine."""
    tables = files(__package__).joinpath("tables").iterdir()
    named = sorted((table.name, table) for table in tables if table.name.endswith(".yaml"))
    return book((name, table.read_text(encoding="utf-8")) for name, table in named)


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
