"""`gevinst robot effect`: the published figures out of files, the table, and faults with their line."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from gevinst.cli.robot import command
from gevinst.engines.benefit import Rates
from gevinst.engines.benefit.tests import published_log


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """The published log, its baselines and its costs as CSV."""
    runs = [
        [r.authority, r.robot, r.on, r.items, r.untouched, r.exceptions, r.exception_minutes]
        for r in published_log.runs()
    ]
    head = ["authority", "robot", "date", "items", "untouched", "exceptions", "exception_minutes"]
    baselines = [
        [b.robot, b.valid_from, *_rates(b.rates), b.grade, b.source]
        for b in published_log.baselines()
    ]
    named = [
        "robot",
        "from",
        "manual_minutes",
        "exception_minutes",
        "hourly_cost",
        "evidence",
        "source",
    ]
    costs = [
        [c.authority, c.robot, c.kind, c.amount, c.per, c.since, c.until or ""]
        for c in published_log.costs()
    ]
    columns = ["authority", "robot", "kind", "amount", "per", "from", "until"]
    return {
        "log": _written(tmp_path / "log.csv", head, runs),
        "baselines": _written(tmp_path / "baselines.csv", named, baselines),
        "costs": _written(tmp_path / "costs.csv", columns, costs),
    }


def _rates(rates: Rates) -> tuple[Decimal, ...]:
    return rates.manual_minutes, rates.exception_minutes, rates.hourly_cost


def _written(path: Path, head: list[str], rows: list[list[Any]]) -> str:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    return str(path)


def called(*arguments: str, language: str = "en") -> Result:
    return CliRunner().invoke(command, ["effect", *arguments], env={"GEVINST_LANGUAGE": language})


def test_the_published_figures_as_json(files: dict[str, str]) -> None:
    answer = called(
        files["log"], "--baselines", files["baselines"], "--costs", files["costs"],
        "--by", "authority", "--effective-hours", "1200", "--json",
    )  # fmt: skip
    told = json.loads(answer.stdout)
    assert told["total"]["hours"] == "37444.00"
    assert told["total"]["cost_per_hour"] == "139.57"
    assert told["total"]["unit_roi"] == "1.7943"
    assert told["total"]["hours_per_robot"] == "340.4"
    assert told["total"]["fte"] == "10.40"
    assert [note["code"] for note in told["notes"]] == [
        "per-robot-over-uncounted",
        "runs-without-baseline",
    ]
    assert told["lines"][0]["authority"] == published_log.AUTHORITY


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "da",
            ["340,4 timer pr. robot med timer (110 af 130)", "ROI 179,4 %", "110 af 130 robotter"],
        ),
        ("en", ["340,4 hours a robot with hours (110 of 130)", "ROI 179,4 %", "110 of 130 robots"]),
    ],
)
def test_the_table(files: dict[str, str], language: str, expected: list[str]) -> None:
    options = ["--baselines", files["baselines"], "--costs", files["costs"], "--by", "robot,month"]
    answer = called(files["log"], *options, language=language)
    assert answer.exit_code == 0
    assert [text for text in expected if text not in answer.stdout] == []
    assert len(answer.stdout.splitlines()) > 130 * 36


def test_without_costs_it_says_what_cannot_be_told(files: dict[str, str]) -> None:
    answer = called(files["log"], "--baselines", files["baselines"], "--since", "2021-01-01")
    assert "No cost is given" in answer.stdout
    assert "Runs 2021-01-01 to 2021-12-31" in answer.stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("robot,date,items\na,i går,1\n", "log.csv, line 2: expected a date"),
        ("robot,date,items\na,1999-01-01,1\n", "no run lies within the window"),
    ],
)
def test_a_fault_names_file_and_line(files: dict[str, str], text: str, said: str) -> None:
    Path(files["log"]).write_text(text, encoding="utf-8")
    answer = called(files["log"], "--baselines", files["baselines"], "--since", "2000-01-01")
    assert answer.exit_code == 2
    assert said in answer.stderr


@pytest.mark.parametrize("hours", ["0", "-1", "many", "NaN"])
def test_hours_of_an_fte_are_above_nought(files: dict[str, str], hours: str) -> None:
    told = ["--baselines", files["baselines"], "--effective-hours", hours]
    assert called(files["log"], *told).exit_code == 2
