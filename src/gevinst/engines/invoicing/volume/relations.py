"""The block's own relations for subjects in files: made slice by slice, since a row is made of one row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from gevinst.engines.blockkit.arrays import table as made_of
from gevinst.engines.blockkit.contract import Manifest, RegisterSpec
from gevinst.engines.control.backends.parquet import ParquetTable, parquet_table
from gevinst.engines.control.model import Kinds
from gevinst.engines.invoicing.relations import (
    BUNDLES,
    DOCUMENT,
    HISTORY,
    HISTORY_LINES,
    LINE,
    relation,
)
from gevinst.engines.invoicing.volume.files import SLICE, write

Files = Mapping[str, ParquetTable]
# Of a pair that stands in several slices the first is kept: it is read again as the batch itself.
DISTINCT = "batch_accounts"


def relation_files(
    manifest: Manifest,
    subjects: Mapping[str, Kinds],
    given: Path,
    files: Files,
    parameters: Mapping[str, Any],
    *,
    room: Path,
) -> dict[str, ParquetTable]:
    """Each relation as files: as it lies in the folder `given`, else made in `room`.

    `files` are the subjects of each kind and the registers. Raises ValueError for a file that does not fit.
    """
    found = {}
    for spec in manifest.relations:
        if spec.name in files:
            found[spec.name] = files[spec.name]
            continue
        lying = parquet_table(given / spec.name, spec.columns)
        if lying is None:
            made = _made(spec, manifest, subjects, files, parameters)
            lying = write(room / spec.name, spec.columns, made)
        found[spec.name] = lying
    return found


def _made(
    spec: RegisterSpec,
    manifest: Manifest,
    subjects: Mapping[str, Kinds],
    files: Files,
    parameters: Mapping[str, Any],
) -> Iterator[pa.Table]:
    nothing = {name: made_of(columns, []) for name, columns in manifest.tables.items()}
    nothing |= {kind: made_of(columns, []) for kind, columns in subjects.items()}
    if BUNDLES in files:
        nothing[BUNDLES] = _whole(files[BUNDLES], nothing[BUNDLES])
    parts = (
        relation(spec, tables, {DOCUMENT: tables[DOCUMENT], LINE: tables[LINE]}, parameters)
        for tables in _slices(nothing, files)
    )
    if spec.name == DISTINCT:
        pairs = pa.concat_tables([spec_table(spec), *parts])
        yield relation(spec, nothing, {DOCUMENT: pairs, LINE: nothing[LINE]}, parameters)
    else:
        yield from parts


def spec_table(spec: RegisterSpec) -> pa.Table:
    """The relation without rows."""
    return made_of(spec.columns, [])


def _slices(nothing: Mapping[str, pa.Table], files: Files) -> Iterator[dict[str, pa.Table]]:
    """All tables empty but one, of which a slice: the batch first, then what came before it."""
    for name in (DOCUMENT, LINE, HISTORY, HISTORY_LINES):
        if name in files and name in nothing:
            for _, table in files[name].slices(SLICE):
                yield {**nothing, name: table.select(nothing[name].column_names)}


def _whole(files: ParquetTable, empty: pa.Table) -> pa.Table:
    columns = empty.column_names
    return pa.concat_tables([empty, *(table.select(columns) for _, table in files.slices(SLICE))])
