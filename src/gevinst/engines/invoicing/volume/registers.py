"""The registers of a block as Parquet files with the declared columns, and until when each may be used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pyarrow as pa

from gevinst.engines.blockkit.arrays import table as made_of
from gevinst.engines.blockkit.contract import Extract, Manifest, Register, RegisterSpec
from gevinst.engines.blockkit.registers import conforming, extracts, load_registers
from gevinst.engines.blockkit.registers.loading import DESCRIPTION, Connections
from gevinst.engines.blockkit.registers.source import Source
from gevinst.engines.control.backends.parquet import ENDING, ParquetTable, parquet_table
from gevinst.engines.invoicing.reading import Reading
from gevinst.engines.invoicing.referring import MAY, REFERRALS, UNITS, with_units
from gevinst.engines.invoicing.relations import placed
from gevinst.engines.invoicing.volume.files import SLICE, write


@dataclass(frozen=True, slots=True)
class RegisterFiles:
    """Each register as files, and the extract of each that was given."""

    tables: Mapping[str, ParquetTable]
    extracts: Mapping[str, Extract]


def register_files(
    place: Path, manifest: Manifest, own: Reading, connections: Connections, room: Path
) -> RegisterFiles:
    """The registers of the folder `place`: Parquet with the very columns is read where it lies, anything
    else is loaded and written to `room`. Raises `RegisterFault`.
    """
    lying = {} if (place / DESCRIPTION).is_file() else _lying(place, manifest)
    others = [spec for spec in manifest.registers if spec.name not in lying]
    loaded = load_registers(place, replace(manifest, registers=tuple(others)), connections)
    found = {name: _extract(place, manifest, name) for name in lying}
    found |= {name: register.extract for name, register in loaded.items()}
    units = _units(loaded, lying)
    tables = {}
    for spec in manifest.registers:
        rows = partial(_rows, spec, lying.get(spec.name), loaded)
        if spec.name in lying and not _is_rewritten(spec, own, rows(), units):
            tables[spec.name] = lying[spec.name]
        else:
            fitted = (_as_read(spec, own, table, units) for table in rows())
            tables[spec.name] = write(room / spec.name, spec.columns, fitted)
    return RegisterFiles(tables, found)


def _lying(place: Path, manifest: Manifest) -> dict[str, ParquetTable]:
    """The registers that are Parquet with just the declared types."""
    found = {}
    for spec in manifest.registers:
        try:
            table = parquet_table(place / spec.name, spec.columns)
        except ValueError:
            continue  # its columns are to be made to fit
        if table is not None:
            found[spec.name] = table
    return found


def _extract(place: Path, manifest: Manifest, name: str) -> Extract:
    spec = next(each for each in manifest.registers if each.name == name)
    file = place / f"{name}{ENDING}"
    file = file if file.is_file() else max((place / name).rglob(f"*{ENDING}"))
    return extracts.extract(
        spec,
        Source("parquet", file.name, described=False),
        extracts.notes(place).get(name, {}),
        name=file.name,
        taken_at=extracts.changed(file),
        sha256=extracts.digest(file),
    )


def _rows(
    spec: RegisterSpec, lying: ParquetTable | None, loaded: Mapping[str, Register]
) -> Iterator[pa.Table]:
    if lying is None:
        yield conforming(spec, loaded)
    else:
        for _, table in lying.slices(SLICE):
            yield table.select(list(spec.columns))


def _units(loaded: Mapping[str, Register], lying: Mapping[str, ParquetTable]) -> pa.Table | None:
    """Which units may refer: few, so they are held in memory."""
    if UNITS in lying:
        tables = [table for _, table in lying[UNITS].slices(SLICE)]
        return pa.concat_tables(tables) if tables else None
    return loaded[UNITS].table if UNITS in loaded else None


def _as_read(spec: RegisterSpec, own: Reading, rows: pa.Table, units: pa.Table | None) -> pa.Table:
    """The rows as the rules read them: each is written by itself, so slices do."""
    table = placed(spec.name, own.register(spec.name, rows))
    if spec.name != REFERRALS or MAY not in table.column_names:
        return table
    return with_units({REFERRALS: table, UNITS: _none_of() if units is None else units})[REFERRALS]


def _is_rewritten(
    spec: RegisterSpec, own: Reading, tables: Iterator[pa.Table], units: pa.Table | None
) -> bool:
    """Whether any slice reads otherwise than it lies: mostly the first tells."""
    return any(not _as_read(spec, own, table, units).equals(table) for table in tables)


def _none_of() -> pa.Table:
    columns = {"unit": "str", "valid_from": "date", "valid_to": "date"}
    return made_of(columns, [])
