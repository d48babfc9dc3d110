"""Arrow tables as bytes: Parquet with zstd, the same bytes for the same rows and the same pyarrow."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from gevinst.engines.blockkit.arrays import table
from gevinst.engines.blockkit.contract import Item

ROWS = 1 << 18
ITEM = {
    "reference": "str",
    "document": "str",
    "amount": "money",
    "currency": "str",
}


def packed(rows: pa.Table) -> bytes:
    """The table as a Parquet file."""
    from pyarrow import BufferOutputStream
    from pyarrow.parquet import write_table

    sink = BufferOutputStream()
    # However the rows came in pieces, they are written in the same groups.
    write_table(rows.combine_chunks(), sink, compression="zstd", row_group_size=ROWS)
    return bytes(sink.getvalue())


def unpacked(content: bytes, columns: Sequence[str] | None = None) -> pa.Table:
    """The table in a Parquet file; with `columns` only those of them that it has."""
    from pyarrow.parquet import ParquetFile

    with ParquetFile(pa.BufferReader(content)) as opened:
        names = opened.schema_arrow.names
        wanted = names if columns is None else [name for name in columns if name in names]
        return opened.read(columns=wanted, use_threads=False)


def column_names(content: bytes) -> list[str]:
    """The columns of a Parquet file."""
    from pyarrow.parquet import read_schema

    return list(read_schema(pa.BufferReader(content)).names)


def row_count(content: bytes) -> int:
    """The rows of a Parquet file."""
    from pyarrow.parquet import read_metadata

    return int(read_metadata(pa.BufferReader(content)).num_rows)


def item_table(items: Sequence[Item]) -> pa.Table:
    """The items of a batch in their order: reference, SHA-256 of the document, amount and currency."""
    records = [
        {
            "reference": each.reference,
            "document": each.content_hash,
            "amount": each.amount if _fits(each) else None,
            "currency": each.currency,
        }
        for each in items
    ]
    return table(ITEM, records)


def _fits(item: Item) -> bool:
    """Whether the amount is whole øre: others are unknown, never rounded."""
    amount = item.amount
    return amount.is_finite() and amount == round(amount, 2) and amount.adjusted() < 13  # noqa: PLR2004
