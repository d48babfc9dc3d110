"""Python values as Arrow columns, built from their bytes.

`pyarrow.array` loads pandas when it is installed, which is most of a second of start-up; this does not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa

from gevinst.engines.blockkit.columns import KINDS

EPOCH = date(1970, 1, 1).toordinal()
WIDTH = 16


def table(columns: Mapping[str, str], records: Sequence[Mapping[str, Any]]) -> pa.Table:
    """A table with columns of those kinds, a row a record; what a record lacks is unknown.

    Raises ValueError for a value that its kind cannot hold exactly.

    >>> table({"on": "date"}, [{"on": date(2026, 10, 1)}, {}])["on"].to_pylist()
    [datetime.date(2026, 10, 1), None]
    """
    arrays = [column(kind, [each.get(name) for each in records]) for name, kind in columns.items()]
    return pa.Table.from_arrays(arrays, names=list(columns))


def column(kind: str, values: Sequence[Any]) -> pa.Array:
    """One column; None is unknown."""
    wanted = KINDS[kind]
    if kind == "str":
        builder = pa.lib.StringBuilder()
        builder.append_values(values)
        return builder.finish()
    known = np.fromiter((value is not None for value in values), dtype=bool, count=len(values))
    bitmap = pa.py_buffer(np.packbits(known, bitorder="little").tobytes())
    return pa.Array.from_buffers(
        wanted, len(values), [bitmap, pa.py_buffer(_bytes(wanted, values))]
    )


def numbers(length: int) -> pa.Array:
    """0, 1, 2, … as int32, which joins and groups faster than wider numbers."""
    counted = np.arange(length, dtype=np.int32)
    return pa.Array.from_buffers(pa.int32(), length, [None, pa.py_buffer(counted)])


def _bytes(wanted: pa.DataType, values: Sequence[Any]) -> bytes:
    if pa.types.is_decimal(wanted):
        return b"".join(_decimal(wanted, value) for value in values)
    if pa.types.is_date(wanted):
        days = (0 if value is None else value.toordinal() - EPOCH for value in values)
        return np.fromiter(days, dtype=np.int32, count=len(values)).tobytes()
    whole = (0 if value is None else value for value in values)
    return np.fromiter(whole, dtype=np.int64, count=len(values)).tobytes()


def _decimal(wanted: pa.DataType, value: Decimal | None) -> bytes:
    if value is None:
        return bytes(WIDTH)
    scaled = value.scaleb(wanted.scale)
    whole = int(scaled)
    if whole != scaled or abs(whole) >= 10**wanted.precision:
        raise ValueError(f"{value} does not fit {wanted}")
    return whole.to_bytes(WIDTH, "little", signed=True)
