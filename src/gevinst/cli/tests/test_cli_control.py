"""`gevinst sample month` and `gevinst control`: what files become, and what is said of mistakes."""

import csv
import json
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from shutil import copy, copytree

import pytest
from click.testing import CliRunner, Result

from gevinst.blocks.invoice_control.block import block
from gevinst.cli.main import main


def call(*arguments: object, language: str = "da") -> Result:
    environment = {"GEVINST_LANGUAGE": language}
    return CliRunner().invoke(main, [str(each) for each in arguments], env=environment)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "month"
    sizes = ("--invoices", 120, "--mr", 12, "--seed", 4)
    done = call("sample", "month", *sizes, "--out", folder)
    assert done.exit_code == 0, done.output
    assert "120 regninger" in done.stdout
    return folder


@pytest.fixture
def month(made: Path, tmp_path: Path) -> Path:
    return Path(copytree(made, tmp_path / "month"))


def run(month: Path, *more: object, language: str = "da") -> Result:
    fixed = ("--registers", month / "registers", "--out", month / "out")
    return call("control", "run", month, *fixed, *more, language=language)


def files(folder: Path) -> list[Path]:
    return [file for file in folder.iterdir() if file.is_file()]


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_a_month_has_invoices_registers_and_answers(made: Path) -> None:
    assert len(list((made / "invoices").glob("*.xml"))) == len(rows(made / "answer_key.csv")) == 120
    names = {file.name for file in (made / "registers").iterdir()}
    beside = {"extracts.json", "registers.yaml"}
    known = {spec.name for spec in block.manifest.registers}
    assert beside | {"agreements.csv", "referrals.csv", "population.parquet"} <= names
    assert {name.partition(".")[0] for name in names - beside} <= known
    assert (made / "README.txt").read_text(encoding="utf-8").count("gevinst control run month") == 1


def test_a_run_writes_its_files_and_agrees_with_the_key(month: Path) -> None:
    done = run(month)
    assert done.exit_code == 0, done.output
    assert {file.name for file in (month / "out").iterdir()} == {
        "decisions.csv", "decisions.json", "findings.csv", "findings.jsonl",
        "payment_proposal.csv", "payment_proposal.json", "summary.json", "decision-log.jsonl", "evidence",
    }  # fmt: skip
    decided = {Path(row["file"]).name: row for row in rows(month / "out" / "decisions.csv")}
    for wanted in rows(month / "answer_key.csv"):
        given = decided[wanted["file"]]
        assert all(given[name] == wanted[name] for name in ("verdict", "queue", "reason", "amount"))


def test_the_files_tell_the_same(month: Path) -> None:
    assert run(month).exit_code == 0
    out = month / "out"
    decisions = rows(out / "decisions.csv")
    assert json.loads((out / "decisions.json").read_text(encoding="utf-8")) == decisions
    payments = rows(out / "payment_proposal.csv")
    assert json.loads((out / "payment_proposal.json").read_text(encoding="utf-8")) == payments
    approved = {row["reference"]: row["amount"] for row in decisions if row["verdict"] == "approve"}
    assert {row["reference"]: row["amount"] for row in payments} == approved
    objects = [json.loads(line) for line in (out / "findings.jsonl").read_text().splitlines()]
    assert len(objects) == len(rows(out / "findings.csv"))
    about_people = next(each for each in objects if each["rule"] == "residence")
    assert about_people["evidence"][0]["extract"] == "population-20261102"


def test_the_summary_reconciles_to_the_last_cent(month: Path) -> None:
    figures = json.loads(run(month, "--json").stdout)
    assert figures == json.loads((month / "out" / "summary.json").read_text(encoding="utf-8"))
    parts = [figures[name] for name in ("approved", "referred", "waiting")]
    counted = sum(part["count"] for part in parts) + figures["refused"]["count"]
    assert figures["received"]["count"] == counted == 120
    amounts = [Decimal(part["amounts"]["DKK"]) for part in parts]
    assert Decimal(figures["received"]["amounts"]["DKK"]) == sum(amounts)
    assert figures["reconciles"] is True
    for name in ("referred", "waiting"):
        reasons = figures[name]["reasons"]
        assert sum(each["count"] for each in reasons) == figures[name]["count"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "da",
            (
                "Modtaget",
                "Til udbetaling uden berøring",
                "Aftaler: Aftalt takst på ydelsesdatoen",
                " kr.",
                "Afstemt",
            ),
        ),
        (
            "en",
            (
                "Received",
                "To payment untouched",
                "Agreements: Agreed rate on the service date",
                "DKK ",
                "Reconciled",
            ),
        ),
    ],
)
def test_the_summary_is_read_by_people(month: Path, language: str, said: tuple[str, ...]) -> None:
    output = run(month, language=language).stdout
    assert all(each in output for each in said), output


def test_no_file_but_the_evidence_holds_a_person_number_in_full(month: Path) -> None:
    assert run(month).exit_code == 0
    from pyarrow import parquet

    people = set(
        parquet.ParquetFile(month / "registers" / "population.parquet").read()["cpr"].to_pylist()
    )
    for file in files(month / "out"):
        text = file.read_text(encoding="utf-8")
        assert not {each for each in people if each in text or f"{each[:6]}-{each[6:]}" in text}


def test_copies_are_counted_once_and_said(month: Path) -> None:
    copy(month / "invoices" / "00001.xml", month / "invoices" / "99999.xml")
    output = run(month, "--json").stdout
    figures = json.loads(output)
    assert figures["received"]["count"] == 120
    assert figures["copies"] == [{"file": "invoices/99999.xml", "of": "invoices/00001.xml"}]
    assert "1 fil(er) er nøjagtige kopier" in run(month).stdout


def test_a_folder_of_xml_files_alone_is_enough(month: Path) -> None:
    done = call(
        "control", "run", month / "invoices", "--registers", month / "registers",
        "--out", month / "invoices" / "out", "--on", "2026-11-02", "--json",
    )  # fmt: skip
    assert json.loads(done.stdout)["received"]["count"] == 120
    again = call(
        "control", "run", month / "invoices", "--registers", month / "registers",
        "--out", month / "invoices" / "out", "--on", "2026-11-02", "--json",
    )  # fmt: skip
    assert again.stdout == done.stdout


def test_a_run_can_be_repeated_and_gives_the_same(month: Path) -> None:
    first = run(month, "--json").stdout
    before = {file.name: file.read_bytes() for file in files(month / "out")}
    assert run(month, "--json", "--no-log").stdout == first
    assert {file.name: file.read_bytes() for file in files(month / "out")} == before


def test_the_day_is_the_option_then_the_folder_s_own_then_today(month: Path) -> None:
    assert json.loads(run(month, "--json").stdout)["on"] == "2026-11-02"
    assert json.loads(run(month, "--json", "--on", "2026-12-24").stdout)["on"] == "2026-12-24"
    (month / "control.toml").unlink()
    assert json.loads(run(month, "--json").stdout)["on"] == date.today().isoformat()  # noqa: DTZ011


def test_parameters_may_be_given(month: Path) -> None:
    figures = json.loads(run(month, "--json", "--parameter", "region_code=1084").stdout)
    reasons = {each["reason"]: each["count"] for each in figures["referred"]["reasons"]}
    assert reasons["residence"] > 80


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        ("unlink agreements.csv", "agreements: registret mangler i"),
        ("unlink population.parquet", "population.parquet ventes"),
        ("agreements.csv supplier,code,rate,valid_from,valid_to\n", "kolonnen agreement mangler"),
        ("referrals.csv cpr,code,valid_from,valid_to,referred_by\nx,y,1,2,z\n",
         "referrals: række 1: valid_from skal være date, ikke '1'"),
        ("extracts.json {", "extracts.json kan ikke læses"),
        ("../control.toml on = 1", "`on` is to be a date"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_said_with_exit_code_2(month: Path, spoil: str, said: str) -> None:
    first, _, rest = spoil.partition(" ")
    if first == "unlink":
        (month / "registers" / rest).unlink()
    else:
        (month / "registers" / first).write_text(rest, encoding="utf-8")
    done = run(month)
    assert (done.exit_code, said in done.stderr) == (2, True), done.stderr
    assert not (month / "out").exists()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--parameter", "days"), "expected NAME=VALUE"),
        (("--parameter", "activity_days=three"), "activity_days is to be a int, not 'three'"),
        (("--on", "tomorrow"), "does not match"),
    ],
)
def test_options_that_cannot_be_used(month: Path, more: tuple[str, ...], said: str) -> None:
    done = run(month, *more)
    assert (done.exit_code, said in done.stderr) == (2, True), done.stderr


def test_an_empty_folder_is_said(tmp_path: Path, month: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = call(
        "control",
        "run",
        tmp_path / "empty",
        "--registers",
        month / "registers",
        "--out",
        tmp_path / "o",
    )
    assert (done.exit_code, "there is no .xml file" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--invoices", "5", "--mr", "6"), "6 scans among 5 invoices cannot be"),
        (("--invoices", "0"), "0 is not in the range"),
        (("--month", "October"), "does not match"),
    ],
)
def test_a_month_that_cannot_be_made(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    done = call("sample", "month", *arguments, "--out", tmp_path / "new")
    assert (done.exit_code, said in done.stderr) == (2, True), done.stderr


def test_a_month_is_not_written_over_something(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = call("sample", "month", "--out", tmp_path)
    assert (done.exit_code, "er ikke tom" in done.stderr) == (2, True)


@pytest.mark.parametrize("kind", ["document", "line"])
def test_the_rules_are_printed_as_sql(kind: str) -> None:
    stored = (block.folder / "sql" / f"{kind}.sql").read_text(encoding="utf-8")
    assert call("control", "sql", kind).stdout == stored
    assert call("control", "sql", kind, "--write").stdout == stored
    assert (block.folder / "sql" / f"{kind}.sql").read_text(encoding="utf-8") == stored


def test_a_command_loads_neither_pandas_nor_ibis(month: Path) -> None:
    """They would cost more than a second of the three that a month may take."""
    code = (
        "import sys; from gevinst.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([each for each in ('pandas', 'ibis') if each in sys.modules])"
    )
    arguments = [str(month), "--registers", str(month / "registers"), "--out", str(month / "out")]
    done = subprocess.run(
        [sys.executable, "-c", code, "control", "run", *arguments],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"
