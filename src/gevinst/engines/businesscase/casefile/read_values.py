"""Small values of a case file: numbers, series by year, shares, sources, formulas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.casefile.document import Document
from gevinst.engines.businesscase.figures.formula import Formula, FormulaError, parse
from gevinst.engines.businesscase.model.source import Source


def decimal(value: object) -> Decimal:
    """A number of a document, exact."""
    return value if isinstance(value, Decimal) else Decimal(str(value))


def optional(value: object) -> Decimal | None:
    """A number that may be left out."""
    return None if value is None else decimal(value)


def series(values: Mapping[str, object]) -> dict[int, Decimal]:
    """Numbers by year, oldest first."""
    return {int(year): decimal(value) for year, value in sorted(values.items())}


def mapping(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """A part with keys and values; empty where it is left out."""
    return data.get(key) or {}


def source(value: str | Mapping[str, Any] | None) -> Source:
    """A source: a text alone is its note."""
    if value is None:
        return Source()
    return Source(note=value) if isinstance(value, str) else Source(**value)


def formula(document: Document, value: object, path: Sequence[str | int]) -> Formula:
    """The formula of a number or a text.

    Raises: CaseFault with the column of the mistake within the formula.
    """
    try:
        return parse(str(value))
    except FormulaError as error:
        raise document.fault(f"the formula {str(value)!r}: {error}", path) from error


def shares(
    value: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None, party: str | None, first: int
) -> tuple[tuple[int, Mapping[str, Decimal]], ...]:
    """Shares by the year that they hold from; a `party` alone has all of it."""
    if value is None:
        return ((first, {party: Decimal(1)}),) if party else ()
    if isinstance(value, Mapping):
        return ((first, _shares(value)),)
    return tuple((each["from"], _shares(each["shares"])) for each in value)


def _shares(value: Mapping[str, Any]) -> dict[str, Decimal]:
    return {party: decimal(share) for party, share in value.items()}
