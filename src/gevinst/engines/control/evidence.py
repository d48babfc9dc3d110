"""The register rows that a fact found for each subject: as values for messages, and as evidence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from gevinst.engines.blockkit.contract import Evidence
from gevinst.engines.control.model import EXTRACTED, ROW, Fact
from gevinst.engines.control.stale import Source
from gevinst.engines.identifiers import mask_cpr

Row = Mapping[str, Any]
Found = tuple[Row, Evidence]


class FoundRows:
    """What one fact found for all subjects of a run: alike for two subjects is the same object for both."""

    def __init__(self, source: Source, answers: pa.Table, fact: Fact) -> None:
        self._source, self._answers = source, answers
        # Of values that must agree the row's own is told: "two rates, the nearest is 1.200 kr.".
        owners = [name.partition(".") for name in answers.column_names]
        self._parts = [
            part
            for owner, _, part in owners
            if owner == fact.name and part not in ("", *fact.values)
        ]
        self._columns = [f"{fact.name}.{part}" for part in self._parts]
        found = answers[f"{fact.name}.{ROW}"].unique().drop_null()
        rows = source.table.take(found).to_pylist()
        self._rows: dict[int | None, Row] = dict(zip(found.to_pylist(), rows, strict=True))
        self._shown = {number: self._shown_row(row) for number, row in self._rows.items()}

    def told(self) -> list[Found]:
        """For each subject the nearest row's values with the fact's answers beside them, and the evidence."""
        said = list(zip(*(self._answers[name].to_pylist() for name in self._columns), strict=True))
        once = {each: self._told(dict(zip(self._parts, each, strict=True))) for each in set(said)}
        return [once[each] for each in said]

    def _told(self, answers: Row) -> Found:
        number = answers[ROW]
        evidence = Evidence(
            self._source.name,
            number,
            self._shown.get(number, {}),
            self._source.extract,
            answers["matches"] or 0,
        )
        extracted = {EXTRACTED: self._source.taken_at}
        return {**self._rows.get(number, {}), **answers, **extracted}, evidence

    def _shown_row(self, row: Row) -> Mapping[str, str]:
        hidden = self._source.personal
        return {
            name: mask_cpr(str(value)) if name in hidden else str(value)
            for name, value in row.items()
            if value is not None
        }
