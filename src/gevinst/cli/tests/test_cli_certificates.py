"""`gevinst sample certificates`, and `gevinst control` on another block than the default one."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gevinst.cli.main import main


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "month"
    done = call("sample", "certificates", "--invoices", 100, "--seed", 3, "--out", folder)
    assert (done.exit_code, "100 regninger" in done.stdout) == (0, True)
    return folder


@pytest.mark.parametrize("more", [(), ("--block", "medical_certificates")])
def test_the_folder_says_which_block_controls_it(
    month: Path, tmp_path: Path, more: tuple[str, ...]
) -> None:
    fixed = ("--registers", month / "registers", "--out", tmp_path / "out")
    done = call("control", "run", month, *fixed, *more)
    assert done.exit_code == 0, done.output
    with (tmp_path / "out" / "decisions.csv").open(encoding="utf-8-sig", newline="") as opened:
        text = opened.read()
    with (month / "answer_key.csv").open(encoding="utf-8", newline="") as opened:
        stopped = {row["reason"] for row in csv.DictReader(opened) if row["verdict"] == "refer"}
    assert all(reason in text for reason in stopped)


@pytest.mark.parametrize("more", [("--block", "no_such_block"), ("--block", "invoice_control")])
def test_another_block_cannot_use_its_registers(
    month: Path, tmp_path: Path, more: tuple[str, ...]
) -> None:
    fixed = ("--registers", month / "registers", "--out", tmp_path / "out")
    assert call("control", "run", month, *fixed, *more).exit_code == 2


def test_nothing_is_written_over(month: Path) -> None:
    done = call("sample", "certificates", "--out", month)
    assert (done.exit_code, "ikke tom" in done.output) == (2, True)


def test_a_month_that_cannot_be_written_is_misuse(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert call("sample", "certificates", "--out", tmp_path / "file" / "x").exit_code == 2


def test_the_sql_of_another_block_can_be_printed() -> None:
    done = call("control", "sql", "line", "--block", "medical_certificates")
    assert (done.exit_code, "one-payment" in done.output) == (0, True)
