"""A column as one of the declared kinds, read as its source writes numbers and dates; whole or not at all."""

from __future__ import annotations

import pyarrow as pa

from gevinst.engines.blockkit.columns import KINDS
from gevinst.engines.blockkit.registers.source import COMMA, Source

FAULTS = (pa.ArrowInvalid, pa.ArrowNotImplementedError)
# With a decimal comma a point may only stand between thousands: 1.234,50 and never 12.50.
WITH_COMMA = r"^[+-]?(\d+|\d{1,3}([. ]\d{3})+)(,\d+)?$"


def typed(column: pa.ChunkedArray, kind: str, source: Source) -> pa.ChunkedArray:
    """The column with the type of `kind`. Raises one of `FAULTS` where a value is not of it.

    Whole numbers become decimals by way of wider ones, which Arrow insists on.
    """
    wanted = KINDS[kind]
    column = plain(column, source)
    if column.type == wanted:
        return column
    if pa.types.is_string(column.type) and source.described:
        return _from_text(column, kind, source)
    if pa.types.is_decimal(wanted) and pa.types.is_integer(column.type):
        column = column.cast(pa.decimal128(38, wanted.scale))
    return column.cast(wanted)


def plain(column: pa.ChunkedArray, source: Source) -> pa.ChunkedArray:
    """The column without dictionary, wrapping or large offsets; times with a zone as the source's own."""
    if isinstance(column.type, pa.BaseExtensionType):  # PostgreSQL's numeric comes as wrapped text
        chunks = [chunk.storage for chunk in column.chunks]
        column = pa.chunked_array(chunks, type=column.type.storage_type)
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if pa.types.is_large_string(column.type) or pa.types.is_string_view(column.type):
        return column.cast(pa.string())
    if pa.types.is_timestamp(column.type) and column.type.tz:
        return _on_the_wall(column, source)
    return column


def _on_the_wall(column: pa.ChunkedArray, source: Source) -> pa.ChunkedArray:
    """Else a midnight in Copenhagen would be the day before."""
    from pyarrow import compute

    return compute.local_timestamp(column.cast(pa.timestamp("us", source.zone.key)))


def _from_text(column: pa.ChunkedArray, kind: str, source: Source) -> pa.ChunkedArray:
    if kind == "date":
        return _dates(column, source)
    if pa.types.is_decimal(KINDS[kind]) and source.decimal == COMMA:
        column = _with_points(column)
    return column.cast(KINDS[kind])


def _with_points(column: pa.ChunkedArray) -> pa.ChunkedArray:
    from pyarrow import compute

    if not compute.all(compute.match_substring_regex(column, WITH_COMMA), min_count=0).as_py():
        raise pa.ArrowInvalid("not with a decimal comma")
    bare = compute.replace_substring_regex(column, r"[. ]", "")
    return compute.replace_substring(bare, COMMA, ".")


def _dates(column: pa.ChunkedArray, source: Source) -> pa.ChunkedArray:
    """By DuckDB, which refuses the 31st of February; Arrow's own reading would make it March."""
    import duckdb

    formats = ", ".join(f"'{each.replace(chr(39), chr(39) * 2)}'" for each in source.date_formats)
    with duckdb.connect() as session:
        session.register("given", pa.table({"text": column}))
        question = f"SELECT CAST(try_strptime(text, [{formats}]) AS DATE) AS day FROM given"  # noqa: S608
        made = session.execute(question).to_arrow_table()["day"]
    if made.null_count > column.null_count:
        raise pa.ArrowInvalid("not a date")
    return made
