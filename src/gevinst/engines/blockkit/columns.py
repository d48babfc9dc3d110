"""The kinds of columns that registers and rules know, and their Arrow types."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from gevinst.engines.blockkit.without_pandas import load_arrow

# Everything that makes or reads a register comes by here first.
load_arrow()

KINDS: Mapping[str, pa.DataType] = {
    "str": pa.string(),
    "int": pa.int64(),
    "date": pa.date32(),
    "money": pa.decimal128(15, 2),
    "decimal": pa.decimal128(15, 6),
}


def schema(columns: Mapping[str, str]) -> pa.Schema:
    """The Arrow schema of columns given by name and kind.

    >>> schema({"rate": "decimal"}).field("rate").type
    Decimal128Type(decimal128(15, 6))
    """
    return pa.schema([(name, KINDS[kind]) for name, kind in columns.items()])
