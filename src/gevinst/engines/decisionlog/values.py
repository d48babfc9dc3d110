"""Columns of Arrow as the plain values of an entry: exact, and with person numbers masked."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from gevinst.engines.identifiers import mask_all, mask_cpr

PERSON_NUMBER = r"[0-9]{6}(-| - | )?[0-9]{4}"


def records(table: pa.Table, personal: Collection[str] = ()) -> Iterator[dict[str, Any]]:
    """The rows as name -> value: decimals and dates as text; what is unknown is left out.

    A column in `personal` is masked whole; in every other text the person numbers are.

    >>> next(records(pa.table({"cpr": ["6101901234"], "note": ["MR 610190-1234"]}), {"cpr"}))
    {'cpr': '610190-xxxx', 'note': 'MR 610190-xxxx'}
    """
    names = table.column_names
    columns = [_plain(table[name], name in personal) for name in names]
    return (
        {name: value for name, value in zip(names, row, strict=True) if value is not None}
        for row in zip(*columns, strict=True)
    )


def _plain(column: pa.ChunkedArray, hidden: bool) -> list[Any]:
    kind = column.type
    if pa.types.is_string(kind):
        return _masked(column, hidden)
    if pa.types.is_decimal(kind) or pa.types.is_date(kind):
        column = column.cast(pa.string())
    return list(column.to_pylist())


def _masked(column: pa.ChunkedArray, hidden: bool) -> list[str | None]:
    values = list(column.to_pylist())
    if hidden:
        return [value and mask_cpr(value) for value in values]
    if pc.any(pc.match_substring_regex(column, PERSON_NUMBER)).as_py():
        return [value and mask_all(value) for value in values]
    return values
