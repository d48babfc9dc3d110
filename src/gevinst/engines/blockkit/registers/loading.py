"""The door: the registers that a block needs, from a folder or a `registers.yaml`; nothing half loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pyarrow as pa

from gevinst.engines.blockkit.contract import (
    Manifest,
    Register,
    RegisterFault,
    Registers,
    RegisterSpec,
    Text,
)
from gevinst.engines.blockkit.registers import extracts
from gevinst.engines.blockkit.registers.delimited import read_csv
from gevinst.engines.blockkit.registers.described import sources
from gevinst.engines.blockkit.registers.excel import read_excel
from gevinst.engines.blockkit.registers.faults import fault, unreadable
from gevinst.engines.blockkit.registers.fitting import ENDINGS, absent, declared
from gevinst.engines.blockkit.registers.parquet import read_parquet
from gevinst.engines.blockkit.registers.postgres import read_postgres
from gevinst.engines.blockkit.registers.shaping import shaped
from gevinst.engines.blockkit.registers.source import Source

DESCRIPTION = "registers.yaml"
READERS = {"csv": read_csv, "parquet": read_parquet, "xlsx": read_excel}
Connections = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Loaded:
    """The registers that could be loaded, and for each of the others why not."""

    registers: Registers
    faults: tuple[RegisterFault, ...]


@dataclass(frozen=True, slots=True)
class _Origin:
    """What was read, from what, and when the source itself says it was taken."""

    table: pa.Table
    name: str
    natural: datetime
    sha256: str


@dataclass(frozen=True, slots=True)
class _Place:
    """The folder, what `registers.yaml` says, and the notes on extracts beside it."""

    folder: Path
    sources: Mapping[str, Source]
    notes: Mapping[str, extracts.Note]
    connections: Connections

    def source(self, spec: RegisterSpec) -> Source | None:
        """The described source, else the file of the register's own name where there is one."""
        if spec.name in self.sources:
            return self.sources[spec.name]
        for ending in ENDINGS:
            if (self.folder / f"{spec.name}{ending}").is_file():
                return Source(ending[1:], f"{spec.name}{ending}", described=False)
        return None


def load_registers(
    place: Path, manifest: Manifest, connections: Connections | None = None
) -> Registers:
    """The registers that the block needs, from a folder or a `registers.yaml`; an optional one may be absent.

    `connections` maps the names that queries use to addresses of databases. Raises `RegisterFault`.
    """
    opened = _opened(place, manifest, connections)
    loaded = (_load(opened, spec) for spec in manifest.registers)
    return {register.name: register for register in loaded if register}


def load_each(place: Path, manifest: Manifest, connections: Connections | None = None) -> Loaded:
    """As `load_registers`, but a register that cannot be loaded does not stop the others.

    Raises `RegisterFault` where `registers.yaml` or `extracts.json` itself cannot be used.
    """
    opened = _opened(place, manifest, connections)
    found: dict[str, Register] = {}
    faults = []
    for spec in manifest.registers:
        try:
            register = _load(opened, spec)
        except RegisterFault as wrong:
            faults.append(wrong)
        else:
            found.update({spec.name: register} if register else {})
    return Loaded(found, tuple(faults))


def _opened(place: Path, manifest: Manifest, connections: Connections | None) -> _Place:
    folder, file = (place.parent, place) if place.is_file() else (place, place / DESCRIPTION)
    described = sources(file, manifest) if file.is_file() else {}
    return _Place(folder, described, extracts.notes(folder), connections or {})


def _load(place: _Place, spec: RegisterSpec) -> Register | None:
    source = place.source(spec)
    if source is None:
        if spec.required:
            raise absent(spec, str(place.folder), str(place.folder))
        return None
    origin = _read(place, spec, source)
    moment = _taken(spec, source, origin)
    try:
        table = shaped(spec, source, origin.table)
    except RegisterFault as wrong:
        said = wrong.message
        message = Text(f"{said.da} ({origin.name})", f"{said.en} ({origin.name})")
        raise RegisterFault(spec.name, message) from wrong
    made = extracts.extract(
        spec,
        source,
        place.notes.get(spec.name, {}),
        name=origin.name,
        taken_at=moment,
        sha256=origin.sha256 or extracts.digest_of(table),
    )
    return Register(spec.name, table, made)


def _read(place: _Place, spec: RegisterSpec, source: Source) -> _Origin:
    def choose(names: list[str]) -> list[str]:
        return declared(spec, names, source)

    if source.query:
        table, now = read_postgres(spec, source.query, place.connections, choose)
        return _Origin(table, source.query.connection, now, "")
    file = _newest(spec, source, place.folder)
    try:
        digest, changed = extracts.digest(file), extracts.changed(file)
        table = READERS[source.kind](spec, source, file, choose)
    except OSError as wrong:
        raise unreadable(spec.name, file.name, type(wrong).__name__) from wrong
    return _Origin(table, file.name, changed, digest)


def _taken(spec: RegisterSpec, source: Source, origin: _Origin) -> datetime:
    if source.moment.kind == "column":
        column = origin.table[source.moment.detail]
        return extracts.taken_by_rows(spec, source, column) if len(column) else origin.natural
    return extracts.taken(source, origin.name, origin.natural) or origin.natural


def _newest(spec: RegisterSpec, source: Source, folder: Path) -> Path:
    """The file of the pattern that was taken last; the last by name of several. Raises `RegisterFault`."""
    dated = list(_dated(source, folder))
    if not dated:
        with_time = source.moment.detail if source.moment.kind == "name" else ""
        raise fault(
            spec.name,
            f"registret mangler i {folder}; {source.pattern} ventes"
            + (f" med {with_time} i navnet" if with_time else ""),
            f"the register is missing in {folder}; expected {source.pattern}"
            + (f" with {with_time} in its name" if with_time else ""),
        )
    return max(dated, key=lambda each: (each[0], each[1].name))[1]


def _dated(source: Source, folder: Path) -> Iterator[tuple[datetime, Path]]:
    pattern = Path(source.pattern)
    root = Path(pattern.anchor) if pattern.is_absolute() else folder
    relative = str(pattern.relative_to(pattern.anchor)) if pattern.is_absolute() else source.pattern
    for file in root.glob(relative):
        moment = extracts.taken(source, file.name, extracts.changed(file))
        # `at` is one time for all: then the files' own tell which is the newest.
        if source.moment.kind == "at":
            moment = extracts.changed(file)
        if moment and file.is_file():
            yield moment, file
