"""Registers from files, and registers made to fit what a block declares.

A folder holds `<name>.csv` or `<name>.parquet` for each register; `extracts.json` beside them may say
which extract each one is, else the file's own time and hash do.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from gevinst.engines.blockkit import arrays
from gevinst.engines.blockkit.columns import KINDS, schema
from gevinst.engines.blockkit.contract import (
    Extract,
    Manifest,
    Register,
    RegisterFault,
    Registers,
    RegisterSpec,
    Text,
)
from gevinst.engines.blockkit.register_files import read_table

ENDINGS = (".parquet", ".csv")
EXTRACTS = "extracts.json"
SHORT = 12
FAULTS = (pa.ArrowInvalid, pa.ArrowNotImplementedError)


def load_registers(folder: Path, manifest: Manifest) -> Registers:
    """The registers that the block needs, from `folder`. An optional one may be absent.

    Raises `RegisterFault` for a missing file, a missing column, or a value that is not of its type,
    with the row (1 is the first after the head).
    """
    notes = _notes(folder)
    loaded = (_load(folder, spec, notes) for spec in manifest.registers)
    return {register.name: register for register in loaded if register}


def conforming(spec: RegisterSpec, registers: Registers) -> pa.Table:
    """The register's declared columns with their types; no rows for an optional one that is absent.

    Raises `RegisterFault`.
    """
    if spec.name not in registers:
        if spec.required:
            raise _absent(spec, "det givne", "what is given")
        return arrays.table(spec.columns, [])
    table = registers[spec.name].table
    return with_types(spec, table.select(_declared(spec, table)))


def with_types(spec: RegisterSpec, table: pa.Table) -> pa.Table:
    """The table's columns cast to the declared types. Raises `RegisterFault` with the row at fault."""
    columns = [_cast(spec, name, kind, table[name]) for name, kind in spec.columns.items()]
    return pa.table(columns, schema=schema(spec.columns))


def _load(folder: Path, spec: RegisterSpec, notes: dict[str, Any]) -> Register | None:
    file = next((path for path in _candidates(folder, spec) if path.is_file()), None)
    if file is None:
        if spec.required:
            raise _absent(spec, str(folder), str(folder))
        return None
    table = read_table(spec, file)
    fitted = with_types(spec, table.select(_declared(spec, table)))
    return Register(spec.name, fitted, _extract(file, notes.get(spec.name, {})))


def _candidates(folder: Path, spec: RegisterSpec) -> Iterator[Path]:
    return (folder / f"{spec.name}{ending}" for ending in ENDINGS)


def _declared(spec: RegisterSpec, table: pa.Table) -> list[str]:
    for name in spec.columns:
        if name not in table.column_names:
            raise _fault(
                spec,
                f"kolonnen {name} mangler; der er {', '.join(table.column_names)}",
                f"the column {name} is missing; there are {', '.join(table.column_names)}",
            )
    return list(spec.columns)


def _cast(spec: RegisterSpec, name: str, kind: str, column: pa.ChunkedArray) -> pa.ChunkedArray:
    try:
        return _typed(column, KINDS[kind])
    except FAULTS as fault:
        raise _wrong_value(spec, name, kind, column) from fault


def _typed(column: pa.ChunkedArray, wanted: pa.DataType) -> pa.ChunkedArray:
    """The column as that type; whole numbers by way of wider decimals, which Arrow insists on."""
    if column.type == wanted:
        return column
    if pa.types.is_decimal(wanted) and pa.types.is_integer(column.type):
        column = column.cast(pa.decimal128(38, wanted.scale))
    return column.cast(wanted)


def _wrong_value(
    spec: RegisterSpec, name: str, kind: str, column: pa.ChunkedArray
) -> RegisterFault:
    """The fault that names the first row whose value does not fit."""
    row = next(n for n in range(len(column)) if not _fits(column.slice(n, 1), KINDS[kind]))
    shown = "***" if name in spec.personal else repr(str(column[row]))
    return _fault(
        spec,
        f"række {row + 1}: {name} skal være {kind}, ikke {shown}",
        f"row {row + 1}: {name} is to be {kind}, not {shown}",
    )


def _fits(column: pa.ChunkedArray, wanted: pa.DataType) -> bool:
    try:
        _typed(column, wanted)
    except FAULTS:
        return False
    return True


def _absent(spec: RegisterSpec, where_da: str, where_en: str) -> RegisterFault:
    names = " eller ".join(f"{spec.name}{ending}" for ending in ENDINGS)
    return _fault(
        spec,
        f"registret mangler i {where_da}; {names} ventes",
        f"the register is missing in {where_en}; expected {names.replace(' eller ', ' or ')}",
    )


def _fault(spec: RegisterSpec, da: str, en: str) -> RegisterFault:
    return RegisterFault(spec.name, Text(f"{spec.name}: {da}", f"{spec.name}: {en}"))


def _notes(folder: Path) -> dict[str, Any]:
    file = folder / EXTRACTS
    if not file.is_file():
        return {}
    try:
        notes = json.loads(file.read_text(encoding="utf-8"))
        return {
            name: {**note, "taken_at": _moment(note["taken_at"])} for name, note in notes.items()
        }
    except (ValueError, TypeError, KeyError, AttributeError) as fault:
        raise RegisterFault(
            EXTRACTS,
            Text(
                f"{EXTRACTS} kan ikke læses: {fault}. Ventet: register -> id, taken_at, source",
                f"{EXTRACTS} cannot be read: {fault}. Expected register -> id, taken_at, source",
            ),
        ) from fault


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _extract(file: Path, note: dict[str, Any]) -> Extract:
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    changed = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    return Extract(
        id=str(note.get("id", f"{file.stem}-{sha256[:SHORT]}")),
        taken_at=note.get("taken_at", changed),
        source=str(note.get("source", file.name)),
        sha256=sha256,
    )
