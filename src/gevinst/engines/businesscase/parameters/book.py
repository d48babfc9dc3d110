"""A book of parameters: the shipped one, and an authority's own on top of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from gevinst.engines.businesscase.parameters.parameter import Kind, Parameter, When
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
