"""The rules of a block on subjects in files: one folder of answers a kind of subject."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gevinst.engines.blockkit.arrays import table as made_of
from gevinst.engines.blockkit.parameters import typed
from gevinst.engines.blockkit.registers.loading import Connections
from gevinst.engines.control import Plan, Source
from gevinst.engines.control.backends import Engine, ParquetTable, parquet_table
from gevinst.engines.control.stale import stale_rules
from gevinst.engines.invoicing.block import InvoiceBlock
from gevinst.engines.invoicing.judging import KINDS
from gevinst.engines.invoicing.volume.registers import RegisterFiles, register_files
from gevinst.engines.invoicing.volume.relations import relation_files


@dataclass(frozen=True, slots=True)
class Written:
    """How many subjects of each kind were judged, and the rules left undecided by stale registers."""

    subjects: Mapping[str, int]
    stale: tuple[str, ...]


def judge_files(
    block: InvoiceBlock,
    tables: Path,
    registers: Path,
    *,
    engine: Engine,
    on: date,
    parameters: Mapping[str, str],
    out: Path,
    connections: Connections | None = None,
) -> Written:
    """Judges `document` and `line` in the folder `tables`; the answers go to folders of those names in `out`.

    Raises `RegisterFault`, `EngineFault`, and ValueError for subjects that are missing or do not fit.
    """
    subjects = _subjects(block, tables)
    values = typed(block.manifest, parameters)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix=".tables-") as folder:
        room = Path(folder)
        given = register_files(registers, block.manifest, block.own, connections or {}, room)
        files = {**given.tables, **subjects}
        kinds = block.rules.subjects
        files |= relation_files(block.manifest, kinds, tables, files, values, room=room)
        stale: list[str] = []
        for kind in KINDS:
            plan = block.judge.plan(kind, on)
            late = tuple(stale_rules(plan, _sources(block, plan, given), on))
            read = {name: files[name] for name in plan.reads}
            _fresh(out / kind)
            engine.write(plan, subjects[kind], read, values, out / kind, stale=late)
            stale += late
    return Written({kind: len(subjects[kind]) for kind in KINDS}, tuple(stale))


def _subjects(block: InvoiceBlock, tables: Path) -> dict[str, ParquetTable]:
    found = {}
    for kind in KINDS:
        table = parquet_table(tables / kind, block.rules.subjects[kind])
        if table is None:
            raise ValueError(
                f"{tables}: there is no {kind}.parquet, and no folder {kind} of Parquet"
            )
        found[kind] = table
    return found


def _fresh(folder: Path) -> None:
    """An empty folder of answers. Raises ValueError where there are answers: they are not mixed."""
    folder.mkdir(exist_ok=True)
    if any(folder.iterdir()):
        raise ValueError(f"{folder}: there are answers already; name another folder")


def _sources(block: InvoiceBlock, plan: Plan, given: RegisterFiles) -> dict[str, Source]:
    """What the plan reads, as far as its age matters."""
    return {name: _source(block, name, given) for name in plan.registers()}


def _source(block: InvoiceBlock, name: str, given: RegisterFiles) -> Source:
    extract = given.extracts.get(name)
    nothing = made_of({}, [])
    if extract is None:
        return Source(name, nothing, "")
    late = extract.stale_after
    return Source(name, nothing, extract.id, taken_at=extract.taken_at, stale_after=late)
