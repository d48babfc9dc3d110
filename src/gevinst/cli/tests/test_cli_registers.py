"""`gevinst registers`: what is wrong is said with counts, masked examples and an exit status."""

import csv
import json
import os
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import psycopg
import pytest
from click.testing import CliRunner, Result

from gevinst.cli.main import main
from gevinst.shared.postgres import embedded_url

DSN = "REGISTER_DSN_REFERRALS"


def call(*arguments: object, language: str = "da", **environment: str) -> Result:
    settings = {"GEVINST_LANGUAGE": language, **environment}
    return CliRunner().invoke(main, [str(each) for each in arguments], env=settings)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "month"
    done = call("sample", "month", "--invoices", 60, "--mr", 6, "--seed", 3, "--out", folder)
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture
def month(made: Path, tmp_path: Path) -> Path:
    return Path(copytree(made, tmp_path / "month"))


@pytest.fixture
def registers(month: Path) -> Path:
    return month / "registers"


def add(file: Path, **cells: str) -> None:
    """A row more in the CSV file, empty where nothing is given."""
    with file.open("r+", encoding="utf-8", newline="") as opened:
        names = next(csv.reader([opened.readline()]))
        opened.seek(0, os.SEEK_END)
        csv.DictWriter(opened, names).writerow(cells)


def test_the_sample_describes_its_registers(month: Path, registers: Path) -> None:
    text = (registers / "registers.yaml").read_text(encoding="utf-8")
    assert "population:\n    parquet: population.parquet\n" in text
    moved = registers / "befolkning_20261101.parquet"
    (registers / "population.parquet").rename(moved)
    text = text.replace("population.parquet", "befolkning_*.parquet")
    (registers / "registers.yaml").write_text(text, encoding="utf-8")
    done = call("control", "run", month, "--registers", registers, "--out", month / "out")
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize("place", ["", "registers.yaml"])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", ["Befolkningsregister (population)", "rækker.", "dage gammelt", "Fejl: "]),
        ("en", ["Population register (population)", "rows.", "days old", "Errors: "]),
    ],
)
def test_a_check_is_readable(registers: Path, place: str, language: str, said: list[str]) -> None:
    done = call("registers", "check", registers / place, "--on", "2026-11-02", language=language)
    assert [each for each in said if each not in done.stdout] == []


def test_a_check_as_json_tells_the_same(registers: Path) -> None:
    done = call("registers", "check", registers, "--on", "2026-11-02", "--json")
    told = json.loads(done.stdout)
    assert (told["block"], told["on"]) == ("invoice_control", "2026-11-02")
    assert set(told["registers"]) >= {"agreements", "population", "referrals", "activity"}
    assert told["registers"]["population"]["taken_at"] == "2026-11-02T05:00:00+01:00"
    assert told["registers"]["population"]["stale_after"] is None
    errors = [each for each in told["remarks"] if each["severity"] == "error"]
    assert done.exit_code == (1 if errors else 0)
    assert told["usable"] is not bool(errors)


def test_faults_put_in_are_found_and_end_with_1(registers: Path) -> None:
    add(
        registers / "referrals.csv",
        cpr="6502701234",
        valid_from="2026-02-01",
        valid_to="2026-01-01",
    )
    add(registers / "referrals.csv", cpr="650270-1234", code="??", valid_from="2026-01-01")
    text = (registers / "registers.yaml").read_text(encoding="utf-8")
    aged = text.replace("csv: referrals.csv", "csv: referrals.csv\n    max_age_days: 1")
    (registers / "registers.yaml").write_text(aged, encoding="utf-8")
    done = call("registers", "check", registers, "--on", "2026-11-20")
    assert done.exit_code == 1
    for code in ("from-after-to", "bad-cpr", "unknown-values", "stale"):
        assert f"[{code}]" in done.stdout
    assert "cpr=650270-xxxx" in done.stdout
    assert "1234" not in done.stdout


@pytest.mark.parametrize(("on", "paid"), [("2026-11-03", True), ("2026-11-04", False)])
def test_a_stale_register_lets_nothing_be_paid(
    month: Path, registers: Path, on: str, paid: bool
) -> None:
    """The extract is of the 2nd at 5 o'clock, and may be a day old."""
    text = (registers / "registers.yaml").read_text(encoding="utf-8")
    aged = text.replace("csv: agreements.csv", "csv: agreements.csv\n    max_age_days: 1")
    (registers / "registers.yaml").write_text(aged, encoding="utf-8")
    out = month / "out"
    done = call("control", "run", month, "--registers", registers, "--out", out, "--on", on)
    assert done.exit_code == 0, done.output
    lines = (out / "payment_proposal.csv").read_text(encoding="utf-8").splitlines()
    assert (len(lines) > 1) is paid


def test_a_register_that_cannot_be_loaded_does_not_hide_the_others(registers: Path) -> None:
    (registers / "referrals.csv").write_text("cpr\n", encoding="utf-8")
    done = call("registers", "check", registers)
    assert done.exit_code == 1
    assert "kolonnen code mangler" in done.stdout
    assert "[unusable]" in done.stdout
    assert "rækker." in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "{}/absent"), "findes ikke"),
        (("check", "{}", "--block", "none"), "none"),
        (("check", "{}", "--on", "today"), "does not match"),
        (("example", "--block", "none"), "none"),
        (("example", "--out", "{}/registers.yaml"), "findes allerede"),
        (("example", "--out", "{}/absent/registers.yaml"), "No such file"),
    ],
)
def test_misuse_ends_with_2(registers: Path, arguments: tuple[str, ...], said: str) -> None:
    done = call("registers", *(each.format(registers) for each in arguments))
    assert (done.exit_code, said in done.stderr) == (2, True), done.output


def test_a_mistake_in_the_description_ends_with_2_and_has_its_place(registers: Path) -> None:
    (registers / "registers.yaml").write_text("registers:\n  population: {csv: a, cvs: b}\n")
    for command in (
        ("registers", "check"),
        ("control", "run", registers.parent, "--out", "o", "--registers"),
    ):
        done = call(*command, registers)
        assert (done.exit_code, "registers.yaml:2:24: ukendt nøgle" in done.stderr) == (2, True)


@pytest.mark.parametrize(("language", "said"), [("da", "Hvor registrene"), ("en", "Where the reg")])
def test_an_example_is_printed_or_written(tmp_path: Path, language: str, said: str) -> None:
    printed = call("registers", "example", language=language)
    file = tmp_path / "registers.yaml"
    done = call("registers", "example", "--out", file, language=language)
    assert (printed.exit_code, done.exit_code) == (0, 0)
    assert said in printed.stdout
    assert file.read_text(encoding="utf-8") == printed.stdout


@pytest.fixture
def address(registers: Path) -> Iterator[str]:
    """A database that has the sample's referrals."""
    found = os.environ.get("DATABASE_URL") or embedded_url()
    with psycopg.connect(found, autocommit=True) as connection:
        connection.execute("DROP TABLE IF EXISTS referrals_test")
        with (registers / "referrals.csv").open(encoding="utf-8", newline="") as opened:
            head, *rows = csv.reader(opened)
        columns = ", ".join(f"{name} text" for name in head)
        connection.execute(f"CREATE TABLE referrals_test ({columns})")
        marks = ", ".join(["NULLIF(%s, '')"] * len(head))
        connection.cursor().executemany(f"INSERT INTO referrals_test VALUES ({marks})", rows)
        yield found
        connection.execute("DROP TABLE referrals_test")


def test_a_run_asks_the_database_that_the_environment_names(
    month: Path, registers: Path, address: str
) -> None:
    by_file = call(
        "control", "run", month, "--registers", registers, "--out", month / "a", "--json"
    )
    (registers / "referrals.csv").unlink()
    text = (registers / "registers.yaml").read_text(encoding="utf-8")
    asked = f"postgresql: {{connection: {DSN}, query: SELECT * FROM referrals_test}}"
    text = text.replace("csv: referrals.csv", asked)
    (registers / "registers.yaml").write_text(text, encoding="utf-8")
    arguments = ("control", "run", month, "--registers", registers, "--out", month / "b", "--json")
    by_query = call(*arguments, **{DSN: address})
    assert by_query.exit_code == 0, by_query.output
    first, second = json.loads(by_file.stdout), json.loads(by_query.stdout)
    assert {**first, "log": 0} == {**second, "log": 0}
    unset = call(*arguments)
    assert (unset.exit_code, f"forbindelsen {DSN} er ikke sat" in unset.stderr) == (2, True)
