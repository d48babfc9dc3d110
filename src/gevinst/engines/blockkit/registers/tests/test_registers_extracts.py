"""Which file of several, which copy it is, when it was taken, and when it is too old."""

import json
import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pyarrow import csv, parquet

from gevinst.engines.blockkit.registers import load_registers
from gevinst.engines.blockkit.registers.tests.conftest import PEOPLE, Fault, Load, column, manifest

HEAD = "cpr,region,rate,seats,since,taken\n"
AT = datetime(2026, 11, 1, 12, tzinfo=UTC)


def put(folder: Path, name: str, region: str = "1082", taken: str = "", at: datetime = AT) -> None:
    file = folder / name
    file.write_text(HEAD + f"6502701234,{region},1,1,2026-10-01,{taken}\n", encoding="utf-8")
    os.utime(file, (at.timestamp(), at.timestamp()))


@pytest.mark.parametrize(
    ("how", "name", "taken", "wanted"),
    [
        ("", "p.csv", "", "2026-11-01T12:00:00+00:00"),
        ("extract: file", "p.csv", "", "2026-11-01T12:00:00+00:00"),
        ("extract: {name: _YYYYMMDD}", "p_20261031.csv", "", "2026-10-31T00:00:00+01:00"),
        ("extract: {name: '%Y-%m-%dT%H%M'}", "2026-07-01T0530.csv", "", "2026-07-01T05:30:00+02:00"),
        ("extract: {at: '2026-10-31 05:00'}", "p.csv", "", "2026-10-31T05:00:00+01:00"),
        ("extract: {at: '2026-10-31T05:00:00Z'}", "p.csv", "", "2026-10-31T05:00:00+00:00"),
        ("extract: {column: taken}", "p.csv", "2026-10-31", "2026-10-31T00:00:00+01:00"),
        ("extract: {column: taken}", "p.csv", "2026-10-31T04:00:00+00:00", "2026-10-31T04:00:00+00:00"),
        ("extract: {column: taken}\ndates: [YYYYMMDD, DD.MM.YYYY]", "p.csv", "31.10.2026",
         "2026-10-31T00:00:00+01:00"),
    ],
)  # fmt: skip
def test_when_an_extract_was_taken(
    tmp_path: Path, load: Load, how: str, name: str, *, taken: str, wanted: str
) -> None:
    put(tmp_path, name, taken=taken)
    assert load(f"csv: '*.csv'\n{how}").extract.taken_at.isoformat() == wanted


def test_rows_taken_at_different_times_are_as_old_as_the_oldest(tmp_path: Path, load: Load) -> None:
    text = HEAD + "1,1,1,1,,2026-10-31\n1,1,1,1,,2026-10-30\n1,1,1,1,,\n"
    (tmp_path / "p.csv").write_text(text, encoding="utf-8")
    made = load("csv: p.csv\nextract: {column: taken}")
    assert made.extract.taken_at.date().isoformat() == "2026-10-30"


def test_without_rows_the_file_tells(tmp_path: Path, load: Load) -> None:
    put(tmp_path, "p.csv")
    (tmp_path / "p.csv").write_text(HEAD, encoding="utf-8")
    os.utime(tmp_path / "p.csv", (AT.timestamp(), AT.timestamp()))
    assert load("csv: p.csv\nextract: {column: taken}").extract.taken_at == AT


@pytest.mark.parametrize(("taken", "said"), [("", "ikke –"), ("i går", "ikke 'i går'")])
def test_a_column_that_does_not_tell_is_a_fault(
    tmp_path: Path, fault: Fault, taken: str, said: str
) -> None:
    put(tmp_path, "p.csv", taken=taken)
    assert said in fault("csv: p.csv\ndates: DD-MM-YYYY\nextract: {column: taken}").message.da


def test_a_name_without_a_time_is_not_taken(tmp_path: Path, fault: Fault) -> None:
    put(tmp_path, "p_ny.csv")
    said = fault("csv: p_*.csv\nextract: {name: _YYYYMMDD}").message
    assert "p_*.csv ventes med _%Y%m%d i navnet" in said.da
    assert "p_*.csv with _%Y%m%d in its name" in said.en


@pytest.mark.parametrize(
    ("how", "names", "newest"),
    [
        ("", {"p_1.csv": 3, "p_2.csv": 5, "p_3.csv": 1}, "p_2.csv"),
        ("", {"p_1.csv": 3, "p_2.csv": 3}, "p_2.csv"),
        ("extract: {at: 2026-10-31}", {"p_1.csv": 3, "p_2.csv": 2}, "p_1.csv"),
        ("extract: {name: _YYYYMMDD}", {"p_20261001.csv": 5, "p_20261101.csv": 1, "p_x.csv": 9},
         "p_20261101.csv"),
    ],
)  # fmt: skip
def test_the_newest_of_several_files_is_read(
    tmp_path: Path, load: Load, how: str, names: dict[str, int], newest: str
) -> None:
    for name, hours in names.items():
        put(tmp_path, name, region=name, at=AT + timedelta(hours=hours))
    made = load(f"csv: p_*.csv\n{how}")
    assert (made.extract.source, column(made, "region")) == (newest, [newest])


def test_a_pattern_may_have_folders_and_be_absolute(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, load: Load
) -> None:
    (tmp_path / "2026").mkdir()
    put(tmp_path / "2026", "p.csv")
    assert load("csv: '*/p.csv'").extract.source == "p.csv"
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    put(elsewhere, "q.csv")
    assert load(f"csv: {elsewhere}/q*.csv").extract.source == "q.csv"


@pytest.mark.parametrize(
    ("said", "by_block", "days"), [("", None, None), ("", 31, 31), ("max_age_days: 8", 31, 8)]
)
def test_an_extract_is_stale_after_the_authoritys_days_else_the_blocks(
    tmp_path: Path, load: Load, said: str, by_block: int | None, days: int | None
) -> None:
    put(tmp_path, "p.csv")
    load(f"csv: p.csv\n{said}")
    needed = manifest(replace(PEOPLE, max_age_days=by_block))
    extract = load_registers(tmp_path, needed)["people"].extract
    assert extract.stale_after == (None if days is None else AT + timedelta(days=days))


def test_notes_name_the_extract_and_a_described_time_goes_before_theirs(
    tmp_path: Path, load: Load
) -> None:
    put(tmp_path, "p.csv")
    note = {"people": {"id": "uge 44", "taken_at": "2026-10-30T05:00:00+01:00", "source": "CPR"}}
    (tmp_path / "extracts.json").write_text(json.dumps(note), encoding="utf-8")
    plain, placed = load("csv: p.csv").extract, load("csv: p.csv\nextract: file").extract
    assert (plain.id, plain.source, plain.taken_at.day) == ("uge 44", "CPR", 30)
    assert (placed.id, placed.source, placed.taken_at) == ("uge 44", "CPR", AT)


@pytest.mark.parametrize("kind", ["parquet", "csv"])
def test_the_digest_is_that_of_the_file(tmp_path: Path, load: Load, kind: str) -> None:
    from hashlib import sha256

    put(tmp_path, "p.csv")
    parquet.write_table(csv.read_csv(tmp_path / "p.csv"), tmp_path / "p.parquet")
    made = load(f"{kind}: p.{kind}")
    assert made.extract.sha256 == sha256((tmp_path / f"p.{kind}").read_bytes()).hexdigest()
    assert made.extract.id == f"p-{made.extract.sha256[:12]}"
