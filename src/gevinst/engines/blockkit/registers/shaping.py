"""A source's rows under the block's names, with the block's values: tidied, mapped, constants put in."""

from __future__ import annotations

import pyarrow as pa

from gevinst.engines.blockkit import arrays
from gevinst.engines.blockkit.contract import RegisterSpec, Text
from gevinst.engines.blockkit.registers.fitting import Wanted, at_fault, with_types
from gevinst.engines.blockkit.registers.source import Source
from gevinst.engines.blockkit.registers.types_of import plain


def shaped(spec: RegisterSpec, source: Source, table: pa.Table) -> pa.Table:
    """The block's columns with their types, a row a row of `table`. Raises `RegisterFault`."""
    if not source.described:
        return with_types(spec, table)
    there = [name for name in spec.columns if _is_there(spec, source, table, name)]
    columns = {name: _column(spec, source, table, name) for name in there}
    return with_types(spec, pa.table(columns), source)


def _is_there(spec: RegisterSpec, source: Source, table: pa.Table, name: str) -> bool:
    stands = name in source.constants or source.named(name) in table.column_names
    return stands or name not in spec.optional


def _column(spec: RegisterSpec, source: Source, table: pa.Table, name: str) -> pa.ChunkedArray:
    if name in source.constants:
        value = pa.scalar(source.constants[name], pa.string())
        return pa.chunked_array([pa.repeat(value, table.num_rows)])
    column = plain(table[source.named(name)], source)
    if name in source.values or name in source.digits:
        column = column.cast(pa.string())
    if pa.types.is_string(column.type):
        column = _tidy(column)
    if name in source.values:
        column = _mapped(spec, source, name, column)
    return _only_digits(column, source.digits[name]) if name in source.digits else column


def _tidy(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Without spaces around; what is empty then is unknown."""
    from pyarrow import compute

    bare = compute.utf8_trim_whitespace(column)
    return compute.if_else(compute.equal(bare, ""), pa.scalar(None, pa.string()), bare)


def _mapped(
    spec: RegisterSpec, source: Source, name: str, column: pa.ChunkedArray
) -> pa.ChunkedArray:
    """The block's values for the source's. Raises `RegisterFault` for one that is not listed."""
    from pyarrow import compute

    listed = source.values[name]
    theirs, ours = arrays.column("str", list(listed)), arrays.column("str", list(listed.values()))
    places = compute.index_in(column, value_set=theirs)
    made = compute.take(ours, places)
    if places.null_count == column.null_count:
        return made
    if name in source.keep_unlisted:
        return compute.if_else(compute.is_valid(places), made, column)

    def fits(part: pa.ChunkedArray) -> bool:
        return bool(compute.index_in(part, value_set=theirs).null_count == part.null_count)

    choices = ", ".join(listed)
    wanted = Wanted(Text(f"en af {choices}", f"one of {choices}"), fits)
    raise at_fault(spec, source, name, column, wanted)


def _only_digits(column: pa.ChunkedArray, wanted: int) -> pa.ChunkedArray:
    """Hyphens and spaces taken out, and the zeros put back that spreadsheets take from the front."""
    from pyarrow import compute

    bare = compute.replace_substring_regex(column, r"[\s-]", "")
    padded = compute.utf8_lpad(bare, wanted, "0")
    return compute.if_else(compute.match_substring_regex(bare, r"^\d+$"), padded, column)
