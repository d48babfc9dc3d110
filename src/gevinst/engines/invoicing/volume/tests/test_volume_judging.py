"""Invoices judged from files: the answers of a month in memory, whatever the slices and the registers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree

import pyarrow as pa
import pytest
from click.testing import CliRunner
from pyarrow import parquet

from gevinst.blocks.invoice_control.block import block
from gevinst.cli.main import main
from gevinst.engines.blockkit.contract import Item, Judgement, RegisterFault, Registers
from gevinst.engines.blockkit.parameters import typed
from gevinst.engines.blockkit.registers import conforming, load_registers
from gevinst.engines.control.backends import opened
from gevinst.engines.control.backends.duckdb import DuckDb
from gevinst.engines.invoicing.block import InvoiceBlock
from gevinst.engines.invoicing.judging import KINDS
from gevinst.engines.invoicing.volume import (
    SubjectFiles,
    Written,
    files,
    judge_files,
    registers,
    relations,
)

ON = date(2026, 11, 2)
GIVEN = {"approval_ceiling": "20000", "ceiling_band": "5000"}  # so that `near_ceiling` has rows


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "month"
    sizes = ["--invoices", "150", "--mr", "12", "--seed", "4", "--out", str(folder)]
    done = CliRunner().invoke(main, ["sample", "month", *sizes])
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture(scope="module")
def given(month: Path) -> Registers:
    return load_registers(month / "registers", block.manifest)


@pytest.fixture(scope="module")
def items(month: Path) -> list[Item]:
    read = [
        block.read(file.read_bytes(), file.name)
        for file in sorted((month / "invoices").glob("*.xml"))
    ]
    return [each for each in read if isinstance(each, Item)]


@pytest.fixture(scope="module")
def wanted(items: list[Item], given: Registers) -> Judgement:
    return block.judge_batch(items, given, ON, GIVEN)


@pytest.fixture(scope="module")
def tables(items: list[Item], given: Registers, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The subjects in four files of each kind."""
    folder = tmp_path_factory.mktemp("tables")
    made = SubjectFiles(block, given, ON, typed(block.manifest, GIVEN), folder)
    for start in range(0, len(items), 40):
        made.add(items[start : start + 40])
    assert (made.documents, made.lines) == (
        len(items),
        sum(len(item.document.lines) for item in items),
    )
    return folder


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Slices of a few rows, so that everything meets across slices."""
    for module in (files, registers, relations):
        monkeypatch.setattr(module, "SLICE", 37)


def judged(
    tables: Path, folder: Path, out: Path, rows: int = 31, robot: InvoiceBlock = block
) -> Written:
    engine = DuckDb(slice_rows=rows)
    return judge_files(robot, tables, folder, engine=engine, on=ON, parameters=GIVEN, out=out)


def answers(out: Path, kind: str) -> pa.Table:
    parts = sorted((out / kind).glob("*.parquet"))
    return pa.concat_tables([parquet.ParquetFile(part).read() for part in parts])


def assert_same(out: Path, wanted: Judgement) -> None:
    for kind in KINDS:
        found, asked = answers(out, kind), wanted.answers[kind]
        assert len(found) == len(asked)
        for rule in block.rules.about(kind, ON):
            cases = [case + 1 for case in asked[rule.id].to_pylist()]
            assert found[f"{rule.id}.case"].to_pylist() == cases, rule.id
        for name in (each for each in found.column_names if each.endswith((".row", ".matches"))):
            assert found[name].to_pylist() == asked[name].to_pylist(), name


def test_the_subjects_are_those_of_one_batch(tables: Path, wanted: Judgement) -> None:
    for kind in KINDS:
        found = answers(tables, kind)
        batch = wanted.subjects[kind].drop_columns(["item"])
        assert found.column_names == batch.column_names
        differing = [name for name in batch.column_names if not found[name].equals(batch[name])]
        assert not differing


@pytest.mark.usefixtures("small")
def test_files_are_judged_as_the_batch_is(
    month: Path, tables: Path, wanted: Judgement, tmp_path: Path
) -> None:
    done = judged(tables, month / "registers", tmp_path / "out")
    assert_same(tmp_path / "out", wanted)
    assert done.subjects == {kind: len(wanted.answers[kind]) for kind in KINDS}
    assert {path.name for path in (tmp_path / "out").iterdir()} == set(KINDS)


@pytest.fixture
def as_parquet(month: Path, given: Registers, tmp_path: Path) -> Path:
    """The registers in files with just the declared types, some of them in several."""
    folder = tmp_path / "parquet"
    folder.mkdir()
    (folder / "extracts.json").write_bytes((month / "registers" / "extracts.json").read_bytes())
    for spec in block.manifest.registers:
        if spec.name in given:
            table = conforming(spec, given)
            (folder / spec.name).mkdir()
            half = len(table) // 2
            parquet.write_table(table.slice(0, half), folder / spec.name / "1.parquet")
            parquet.write_table(table.slice(half), folder / spec.name / "2.parquet")
    return folder


@pytest.mark.usefixtures("small")
def test_registers_are_read_where_they_lie(
    as_parquet: Path, tables: Path, wanted: Judgement, tmp_path: Path
) -> None:
    judged(tables, as_parquet, tmp_path / "out")
    assert_same(tmp_path / "out", wanted)


def test_stale_registers_and_given_relations_count(
    as_parquet: Path, tables: Path, tmp_path: Path
) -> None:
    own = Path(copytree(tables, tmp_path / "own"))
    spec = next(each for each in block.manifest.relations if each.name == "near_ceiling")
    parquet.write_table(relations.spec_table(spec), own / "near_ceiling.parquet")
    other = block.on_engine(DuckDb())
    old = [
        replace(each, max_age_days=-1) if each.name == "population" else each
        for each in block.manifest.registers
    ]
    other.manifest = replace(block.manifest, registers=tuple(old))
    done = judged(own, as_parquet, tmp_path / "out", 500, other)
    assert "residence" in done.stale
    assert set(answers(tmp_path / "out", "line")["residence.outcome"].to_pylist()) == {"undecided"}
    near = answers(tmp_path / "out", "document")["just_under_ceiling.matches"]
    assert set(near.to_pylist()) <= {0, None}


def test_subjects_must_be_there(month: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"no document\.parquet"):
        judged(tmp_path, month / "registers", tmp_path / "out")


def test_answers_are_not_mixed(month: Path, tables: Path, tmp_path: Path) -> None:
    (tmp_path / "document").mkdir()
    (tmp_path / "document" / "part-00000.parquet").touch()
    with pytest.raises(ValueError, match="answers already"):
        judged(tables, month / "registers", tmp_path)


def test_a_required_register_must_be_there(tables: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(RegisterFault, match="missing"):
        judged(tables, tmp_path / "empty", tmp_path / "out")


def test_a_batch_runs_on_the_engine_that_is_named(items: list[Item], given: Registers) -> None:
    class Counting:
        """DuckDB that counts its runs."""

        runs = 0

        def run(self, *asked: object) -> pa.Table:
            self.runs += 1
            return opened("duckdb").run(*asked)  # type: ignore[arg-type]

    engine = Counting()
    other = block.on_engine(engine)  # type: ignore[arg-type]
    assert other.decide(items[:5], given, ON, {}) == block.decide(items[:5], given, ON, {})
    assert engine.runs == 2


def test_units_decide_who_may_refer(given: Registers) -> None:
    referrals = next(each for each in block.manifest.registers if each.name == "referrals")
    rows = conforming(referrals, given).slice(0, 3)
    units = pa.table({"unit": ["nobody"], "valid_from": [ON], "valid_to": [ON]})
    read = registers._as_read(referrals, block.own, rows, units)
    assert read["may_refer"].to_pylist() == [0, 0, 0]
    assert registers._as_read(referrals, block.own, rows, None)["may_refer"].to_pylist() == [1] * 3
