"""What gives an answer for named values, and the numbers of an answer in a row."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Protocol

from gevinst.engines.businesscase.figures.formula import FormulaError

ENDLESS = Decimal("Infinity")
Outcome = tuple[Decimal, ...]


class Answering(Protocol):
    """Anything that gives an answer for named values: a formula, or a formula over a whole case."""

    @property
    def names(self) -> frozenset[str]:
        """The names that move the answer."""
        ...

    def value(self, values: Mapping[str, Any]) -> Any:
        """The answer. Raises: FormulaError where there is none."""
        ...


def flat(value: Any) -> Outcome:
    """The numbers of an answer in a row: true counts 1, None (never) counts endless.

    Raises: FormulaError for a text.

    >>> flat([Decimal("1.5"), [True, None]])
    (Decimal('1.5'), Decimal('1'), Decimal('Infinity'))
    """
    if isinstance(value, list | tuple):
        return tuple(number for part in value for number in flat(part))
    if value is None:
        return (ENDLESS,)
    if not isinstance(value, int | Decimal):
        raise FormulaError(f"an answer of {value!r}; expected a number")
    return (Decimal(value),)
