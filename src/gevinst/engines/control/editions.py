"""One table for a register over many batches, each of which read its own edition of it.

Where all batches of a group read the same rows, that is the table. Else the editions stand below each other
with their numbers in `EDITION`, and a fact matches only rows of the edition that the subject's batch read. A
batch that did not know the register has no edition: what a fact answers there is unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa

from gevinst.engines.blockkit.columns import KINDS
from gevinst.engines.control.model import Fact, Kinds
from gevinst.engines.control.past import PastBatch, Rows

EDITION = "edition_of_batch"


@dataclass(frozen=True, slots=True)
class Editions:
    """A register for a group of batches; `numbers` has one a batch, None where it was not known.

    `split` is whether the table has more than one edition, or some batch has none.
    """

    register: str
    table: pa.Table
    numbers: tuple[int | None, ...]

    @property
    def split(self) -> bool:
        """Whether rows and subjects must be told apart by edition."""
        return EDITION in self.table.column_names

    @property
    def column(self) -> str:
        """The subject's column with the number of its edition."""
        return f"{EDITION}.{self.register}"


def editions(batches: Sequence[PastBatch], register: str, columns: Kinds) -> Editions:
    """The register's columns as those batches read it."""
    found = [_edition(batch, place, register) for place, batch in enumerate(batches)]
    rows = {each[0]: each[1] for each in found if each}
    keys = {key: number for number, key in enumerate(rows)}
    tables = [(number, typed_rows(rows[key], columns)) for key, number in keys.items()]
    numbers = tuple(keys[each[0]] if each else None for each in found)
    if len(tables) == 1 and None not in numbers:
        return Editions(register, tables[0][1], numbers)
    marked = [
        table.append_column(EDITION, pa.repeat(pa.scalar(number, pa.int64()), len(table)))
        for number, table in tables
    ]
    return Editions(register, pa.concat_tables([_nothing(columns), *marked]), numbers)


def within_edition(fact: Fact, found: Mapping[str, Editions]) -> Fact:
    """The fact, matching rows of the subject's own edition only."""
    own = found[fact.register]
    return replace(fact, match={EDITION: own.column, **fact.match}) if own.split else fact


def typed_rows(rows: Rows | None, columns: Kinds) -> pa.Table:
    """Those columns with their kinds; unknown where the stored table has no such column; None has no rows."""
    if rows is None:
        return pa.schema([(name, KINDS[kind]) for name, kind in columns.items()]).empty_table()
    known = set(rows.names)
    stored = rows.read([name for name in columns if name in known])
    arrays = [
        stored[name].cast(KINDS[kind]) if name in known else pa.nulls(rows.count, KINDS[kind])
        for name, kind in columns.items()
    ]
    return pa.table(arrays, names=list(columns))


def _nothing(columns: Kinds) -> pa.Table:
    return typed_rows(None, {**columns, EDITION: "int"})


def _edition(batch: PastBatch, place: int, register: str) -> tuple[str, Rows | None] | None:
    """What tells the batch's edition from others, with its rows; None where it did not know the register."""
    if register in batch.registers:
        stored = batch.registers[register]
        return (stored.key, stored.rows) if stored else ("", None)
    if register in batch.subjects:
        return f"batch {place}", batch.subjects[register]
    return None
