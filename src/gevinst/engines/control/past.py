"""What a rule change is tried on: batches that were decided, as they were archived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

import pyarrow as pa

from gevinst.engines.control.model import RuleBook


class Rows(Protocol):
    """A stored table of which only the wanted columns are read, when they are wanted."""

    @property
    def count(self) -> int:
        """How many rows it has."""

    @property
    def names(self) -> Sequence[str]:
        """The columns that it has."""

    def read(self, columns: Sequence[str]) -> pa.Table:
        """Those columns, all of which it has."""


@dataclass(frozen=True, slots=True)
class TableRows:
    """A table that is in memory already."""

    table: pa.Table = field(repr=False)

    @property
    def count(self) -> int:
        """How many rows it has."""
        return int(self.table.num_rows)

    @property
    def names(self) -> Sequence[str]:
        """The columns that it has."""
        return list(self.table.column_names)

    def read(self, columns: Sequence[str]) -> pa.Table:
        """Those columns."""
        return self.table.select(list(columns))


@dataclass(frozen=True, slots=True)
class PastRegister:
    """A register as it was read then: two with the same `key` (its SHA-256, say) hold the same rows.

    `stale` is whether it was too old to decide by.
    """

    key: str
    rows: Rows
    stale: bool = False


@dataclass(frozen=True, slots=True)
class PastBatch:
    """Items that were decided together, and what the rules read and answered.

    `items` has a row an item: `reference`, and `amount` with `currency` where they are known. `subjects`
    and `answers` are those of the `Judgement`, by kind of subject. A register that the block could do
    without and did is None; one that is not named at all was unknown then: it may be a table that the block
    made of the batch, too. Subjects that rules look up among each other need no mention. `parameters` are
    typed. `book` holds the rules that decided, None where those are the old rules of the comparison.
    """

    on: date
    items: pa.Table
    subjects: Mapping[str, Rows]
    answers: Mapping[str, Rows]
    registers: Mapping[str, PastRegister | None]
    parameters: Mapping[str, object]
    book: RuleBook | None = None
