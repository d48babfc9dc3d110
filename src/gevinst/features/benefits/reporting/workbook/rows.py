"""The rows of the result sheet in their order, and where each stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gevinst.features.benefits.reporting.workbook.engine import Engine
from gevinst.features.benefits.reporting.workbook.layout import FIRST_ROW, Layout

# From a year (counted from 0) to a formula.
Formulas = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A row: its key, its words, how it is shown, its formulas and the engine's values by year.

    `typed` rows hold inputs, no formulas. `project` tells a cost that is not of operation.
    """

    key: str
    label: str
    how: str
    formulas: Formulas
    values: Sequence[Decimal]
    typed: bool = False
    project: bool = False


class ResultRows:
    """The rows in their order; each knows the rows before it."""

    def __init__(self, layout: Layout, engine: Engine) -> None:
        self.layout, self.engine, self.result = layout, engine, engine.results[0]
        self.rows: list[ResultRow] = []

    def add(
        self,
        key: str,
        label: str,
        formulas: Formulas,
        values: Sequence[Decimal],
        how: str = "amount",
        *,
        typed: bool = False,
        project: bool = False,
    ) -> str:
        """A row below those that there are; its key is given back."""
        self.rows.append(ResultRow(key, label, how, formulas, values, typed, project))
        return key

    def row(self, key: str) -> int:
        """The row, as Excel counts it, that a key has."""
        return FIRST_ROW + [each.key for each in self.rows].index(key) + 1

    def at(self, key: str, t: int) -> str:
        """The cell of a row on its own sheet in a year."""
        return f"{self.layout.column(t)}{self.row(key)}"

    def span(self, key: str, first: int = 0) -> str:
        """The cells of a row from a year on."""
        last = len(self.layout.case.years) - 1
        row = self.row(key)
        return f"${self.layout.column(first)}${row}:${self.layout.column(last)}${row}"

    def added(self, keys: Sequence[str]) -> Formulas:
        """The rows of the keys added up."""
        return lambda t: "+".join(self.at(key, t) for key in keys) or "0"
