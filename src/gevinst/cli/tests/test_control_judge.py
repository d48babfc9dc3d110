"""`gevinst control tables` and `judge`, and `--engine`: files that agree with a run, faults in a sentence."""

from __future__ import annotations

import json
import os
from pathlib import Path
from shutil import copy

import pytest
from click.testing import CliRunner, Result
from pyarrow import parquet

from gevinst.cli.main import main
from gevinst.engines.control.backends import spark
from gevinst.shared.postgres import embedded_url

ON = ("--on", "2026-11-02")


def call(*arguments: object, language: str = "da", **more: str) -> Result:
    environment = {"GEVINST_LANGUAGE": language, **more}
    return CliRunner().invoke(main, [str(each) for each in arguments], env=environment)


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "month"
    sizes = ("--invoices", 120, "--mr", 12, "--seed", 4)
    assert call("sample", "month", *sizes, "--out", folder).exit_code == 0
    copy(folder / "invoices" / "00001.xml", folder / "invoices" / "99999.xml")
    (folder / "invoices" / "broken.xml").write_text("<no", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def tables(month: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables") / "out"
    done = call(
        "control", "tables", month, "--registers", month / "registers", *ON, "--out", folder
    )
    assert done.exit_code == 0, done.output
    assert "regninger med" in done.output
    return folder


def rows(folder: Path) -> list[dict[str, object]]:
    [file] = folder.glob("*.parquet")
    return list(parquet.ParquetFile(file).read().to_pylist())


def test_tables_hold_each_document_once_and_list_the_refused(month: Path, tables: Path) -> None:
    refused = [json.loads(line) for line in (tables / "refused.jsonl").read_text().splitlines()]
    assert "broken.xml" in {each["file"] for each in refused}
    assert all(each["code"] and each["message"] for each in refused)
    given = len(list((month / "invoices").glob("*.xml")))
    assert len(rows(tables / "document")) == given - len(refused) - 1


def test_judging_agrees_with_a_run(month: Path, tables: Path, tmp_path: Path) -> None:
    fixed = ("--registers", month / "registers", *ON)
    done = call("control", "judge", tables, *fixed, "--out", tmp_path / "answers", "--json")
    assert done.exit_code == 0, done.output
    figures = json.loads(done.stdout)
    lines = rows(tmp_path / "answers" / "line")
    assert (figures["line"], figures["engine"], figures["stale"]) == (len(lines), "duckdb", [])
    address = os.environ.get("DATABASE_URL") or embedded_url()
    there = ("--engine", "postgres", "--postgres", "OTHER")
    ran = call(
        "control",
        "run",
        month,
        *fixed,
        "--out",
        tmp_path / "run",
        "--no-log",
        *there,
        OTHER=address,
    )
    assert ran.exit_code == 0, ran.output
    findings = [
        json.loads(line) for line in (tmp_path / "run" / "findings.jsonl").read_text().splitlines()
    ]
    wrong = {
        (row["reference"], name.removesuffix(".outcome"), value)
        for kind in ("document", "line")
        for row in rows(tmp_path / "answers" / kind)
        for name, value in row.items()
        if name.endswith(".outcome") and value != "ok"
    }
    said = {
        (each["reference"], each["rule"], each["outcome"])
        for each in findings
        if each["outcome"] != "ok"
    }
    assert {outcome for _, _, outcome in said} == {"fail", "undecided"}
    assert said == wrong


@pytest.mark.parametrize(
    ("options", "language", "said"),
    [
        (("--engine", "postgres"), "da", "databasens adresse mangler"),
        (("--engine", "postgres", "--postgres", "NOT_SET"), "en", "no environment variable"),
        (("--engine", "spark"), "da", "PySpark er ikke installeret"),
        (("--engine", "spark"), "en", "PySpark is not installed"),
        (("--block", "no_such_block"), "en", "no_such_block"),
        (("--parameter", "x"), "en", "expected NAME=VALUE"),
    ],
)
def test_what_is_missing_is_said(
    month: Path, tables: Path, tmp_path: Path, *, options: tuple[str, ...], language: str, said: str
) -> None:
    fixed = ("--registers", month / "registers", "--out", tmp_path)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(spark, "find_spec", lambda name: None)
        done = call("control", "judge", tables, *fixed, *options, language=language)
    assert done.exit_code == 2
    assert said in done.output


def test_stale_registers_are_named(
    month: Path, tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gevinst.engines.invoicing import volume

    done = volume.Written({"document": 2, "line": 3}, ("residence",))
    monkeypatch.setattr(volume, "judge_files", lambda *given, **named: done)
    fixed = ("--registers", month / "registers", "--out", tmp_path)
    output = call("control", "judge", tables, *fixed).output
    assert "2 regninger og 3 linjer" in output
    assert "residence" in output


def test_tables_are_not_mixed(month: Path, tmp_path: Path) -> None:
    (tmp_path / "old").touch()
    fixed = ("--registers", month / "registers", "--out", tmp_path)
    done = call("control", "tables", month, *fixed, language="en")
    assert (done.exit_code, "is not empty" in done.output) == (2, True)
