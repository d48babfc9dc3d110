"""`gevinst case`: a case begun, checked, worked out and told, from files alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from gevinst.cli.main import main
from gevinst.engines.businesscase.casefile.template import template

RESIDUAL = """\
case: 1
id: access
title: Access rights
years: {from: 2018, to: 2023}
operation_from: 2019
price_year: 2022
origin: operation_start
costs:
  - {id: staff, title: Staff, scenario: both, place: operation.system.internal, amount: 15000000}
  - id: buy
    title: Purchase
    scenario: 1
    place: project.acquisition.external
    amount: 8000000
    when: {at: 2018}
  - id: run
    title: Operation
    scenario: 1
    place: operation.system.external
    amount: 6000000
    when: {from: 2019}
  - id: left
    title: Left
    scenario: 1
    place: operation.system.internal
    amount: 3000000
    when: {from: 2019}
    residual_of: staff
    readings: [residual]
benefits:
  - id: time
    title: Time
    place: benefit.budget.time
    relieves: staff
    mode: budget_cut
    amount: 12000000
    when: {from: 2019}
readings:
  residual: {title: With those who are left}
published:
  - id: roi
    title: Return
    value: 13.2
    unit: "%"
    decimals: 1
    checks:
      - {id: A, formula: 100*roi}
      - {id: B, formula: 100*roi, reading: residual, assumptions: [those left count]}
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["case", *map(str, arguments)])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A case with two readings."""
    written = tmp_path / "case.yaml"
    written.write_text(RESIDUAL, "utf-8")
    return written


def changed(file: Path, before: str, after: str) -> Path:
    assert before in RESIDUAL
    file.write_text(RESIDUAL.replace(before, after), "utf-8")
    return file


def test_a_new_case_can_be_worked_out_as_it_stands(tmp_path: Path) -> None:
    made = tmp_path / "new.yaml"
    assert run("new", made).exit_code == 0
    assert made.read_text("utf-8") == template()
    assert run("check", made).exit_code == 0
    told = run("evaluate", made)
    assert told.exit_code == 0
    assert "709.200 kr." in told.output
    assert "2029 (år 4 fra projektets start)" in told.output


def test_a_new_case_may_begin_from_a_published_one(tmp_path: Path) -> None:
    made = tmp_path / "new.yaml"
    assert run("new", made, "--from", "c08_koebenhavn_iga").exit_code == 0
    assert run("check", made).exit_code == 0
    assert "13,2" in run("report", made).output


@pytest.mark.parametrize("arguments", [["there.yaml"], ["new.yaml", "--from", "nowhere"]])
def test_new_refuses_a_file_that_is_there_and_a_case_that_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("there.yaml").write_text("kept", "utf-8")
    assert run("new", *arguments).exit_code == 2
    assert Path("there.yaml").read_text("utf-8") == "kept"
    assert not Path("new.yaml").exists()


def test_the_published_cases_are_listed() -> None:
    told = run("list").output
    assert "c01_vejle_skaermbesoeg" in told
    assert len(told.splitlines()) == 12


# what is written | what instead | exit status | what is said
CHECKS: list[tuple[str, str, int, str]] = [
    ("case: 1", "case: 1", 0, "Access rights: kan regnes ud."),
    ("scenario: both", "scenario: 0", 1, "FEJL [effect-counted-twice]"),
    ("amount: 8000000", "amount: otte", 1, "costs.1.amount: there is no assumption 'otte'"),
    ("origin: operation_start", "origin: start", 1, "7:9: origin: expected one of project_start"),
    ("case: 1", "case: [", 1, "not YAML"),
]


@pytest.mark.parametrize(("before", "after", "status", "said"), CHECKS)
def test_check(file: Path, before: str, after: str, status: int, said: str) -> None:
    result = run("check", changed(file, before, after))
    assert (result.exit_code, said in result.output) == (status, True), result.output


def test_check_as_json(file: Path) -> None:
    sound = json.loads(run("check", file, "--json").output)
    assert (sound["sound"], sound["faults"]) == (True, [])
    assert {note["code"] for note in sound["notes"]} >= {"internal-time-left-out", "no-risks"}
    faulty = json.loads(run("check", changed(file, "case: 1", "case: 2"), "--json").output)
    assert faulty["faults"][0] == {
        "line": 1,
        "column": 7,
        "path": ["case"],
        "reason": "expected 1, found 2",
    }


# arguments | net over the years | the return
READINGS: list[tuple[list[str], str, str]] = [
    ([], "22.000.000 kr.", "57,9 %"),
    (["--reading", "residual"], "7.000.000 kr.", "13,2 %"),
]


@pytest.mark.parametrize(("arguments", "net", "returned"), READINGS)
def test_evaluate_a_reading(file: Path, arguments: list[str], net: str, returned: str) -> None:
    told = run("evaluate", file, *arguments).output
    assert net in told
    assert returned in told


def test_evaluate_as_json_is_exact(file: Path) -> None:
    told = json.loads(run("evaluate", file, "--json").output)
    assert told["net"] == ["-8000000.00", *["6000000.00"] * 5]
    assert told["indicators"]["break_even"] == {"year": 2020, "period": 2, "years": "2"}
    assert told["uncertainty"] is None


def test_report_tells_readings_figures_and_findings(file: Path) -> None:
    told = run("report", file).output
    assert "Læsning: With those who are left" in told
    assert "Return: 13,2 % · kun under en læsning" in told
    assert "[internal-time-left-out, fælde 12]" in told


def test_report_as_json(file: Path) -> None:
    told: dict[str, Any] = json.loads(run("report", file, "--json").output)
    assert [each["reading"] for each in told["readings"]] == ["residual"]
    (figure,) = told["published"]
    assert figure["verdict"] == "only_under_a_reading"
    assert [check["reproduces"] for check in figure["checks"]] == ["no", "ambiguous"]


# the command | its arguments
REFUSED = [
    ("check", ["nowhere.yaml"]),
    ("evaluate", ["nowhere.yaml"]),
    ("report", ["nowhere.yaml"]),
]


@pytest.mark.parametrize(("command", "arguments"), REFUSED)
def test_a_file_that_is_not_there(command: str, arguments: list[str]) -> None:
    result = run(command, *arguments)
    assert result.exit_code == 2
    assert "nowhere.yaml" in result.output


def test_a_file_that_is_not_text(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    assert "er ikke UTF-8-tekst" in run("check", file).output


def test_a_reading_that_is_not_there(file: Path) -> None:
    result = run("evaluate", file, "--reading", "other")
    assert (result.exit_code, "residual" in result.output) == (2, True)


@pytest.mark.parametrize("command", ["evaluate", "report"])
def test_a_case_with_faults_is_not_worked_out(file: Path, command: str) -> None:
    result = run(command, changed(file, "case: 1", "case: 2"))
    assert (result.exit_code, "expected 1, found 2" in result.output) == (1, True)


def test_checks_of_published_figures_are_held_against_their_verdicts(tmp_path: Path) -> None:
    check = {
        "id": "A-1",
        "case": "a",
        "figure": "Hours",
        "formula": "visits * minutes / 60",
        "inputs": {"visits": 223, "minutes": 5.3},
        "published": 20,
        "tolerance": 0.5,
        "reproduces": "yes",
    }
    file = tmp_path / "checks.json"
    file.write_text(json.dumps({"checks": [check]}), "utf-8")
    assert run("verify", file).exit_code == 0
    file.write_text(json.dumps({"checks": [{**check, "reproduces": "no"}]}), "utf-8")
    assert run("verify", file).exit_code == 1
    assert run("verify", tmp_path / "nowhere.json").exit_code == 2


def test_the_schema_is_json() -> None:
    assert json.loads(run("schema").output)["title"] == "Business case of Gevinst"
