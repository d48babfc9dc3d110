"""`gevinst rules`: check, explain and sql on the block's own rules and on a folder."""

import json
import shutil
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result

from gevinst.cli.main import main
from gevinst.cli.rules_folder import rules_folder
from gevinst.cli.rules_output import explain_lines
from gevinst.engines.blockkit import block
from gevinst.engines.control.checkup import load_for
from gevinst.engines.control.explain import explain

OWN = block("invoice_control").folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["rules", *arguments])


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The block's rules, those of its pieces too, and its manifest in a folder of their own."""
    (tmp_path / "rules").mkdir()
    for name, text in block("invoice_control").rule_files.items():
        (tmp_path / "rules" / name).write_text(text, encoding="utf-8")
    shutil.copy(OWN / "manifest.toml", tmp_path)
    return tmp_path


def change(folder: Path, before: str, after: str) -> tuple[Path, str]:
    """Changes the first file in which `before` stands."""
    for file in sorted((folder / "rules").glob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        if before in text:
            file.write_text(text.replace(before, after, 1), encoding="utf-8")
            return file, file.read_text(encoding="utf-8")
    raise AssertionError(before)


def test_the_rules_of_the_block_can_be_used() -> None:
    result = run("check", "invoice_control")
    assert (result.exit_code, result.output.splitlines()[-1].endswith("eksempler: i orden.")) == (
        0,
        True,
    )


@pytest.mark.parametrize("of", ["", "rules"])
def test_a_folder_is_checked_against_its_own_manifest(copied: Path, of: str) -> None:
    result = run("check", str(copied / of), "--json")
    found = json.loads(result.output)
    assert (result.exit_code, found["sound"]) == (0, True)
    assert found["examples"] >= 2 * found["rules"] >= 24


def test_a_folder_without_a_manifest_is_checked_against_that_of_the_block(copied: Path) -> None:
    (copied / "manifest.toml").unlink()
    assert run("check", str(copied / "rules")).exit_code == 0
    assert run("explain", "buyer", "--block", str(copied / "rules")).exit_code == 2


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("queue: buyer", "queue: nowhere", "manifestet har ingen kø 'nowhere'"),
        ("document.payable <= 0", "document.payable < 0", "payable-invoice 1 (Intet at betale)"),
        (
            "document.payable <= 0",
            "document.payabel <= 0",
            "document.payabel er ukendt; ventede en af",
        ),
    ],
)
def test_a_fault_is_printed_with_file_line_and_column(
    copied: Path, before: str, after: str, said: str
) -> None:
    file, text = change(copied, before, after)
    result = run("check", str(copied))
    line = next(each for each in result.output.splitlines() if said in each)
    number, column = line.removeprefix(f"{file}:").split(":")[:2]
    assert result.exit_code == 1
    assert 1 <= int(number) <= len(text.splitlines())
    assert int(column) >= 1


def test_an_unused_fact_is_a_note(copied: Path) -> None:
    spare = "facts:\n  spare: {subject: line, register: agreements, match: {code: code}}"
    change(copied, "facts:", spare)
    result = run("check", str(copied))
    assert (result.exit_code, "bemærk: ingen regel bruger spare" in result.output) == (0, True)


@pytest.mark.parametrize("target", ["no_such_block", "src"])
def test_what_is_no_block_and_no_folder_is_misuse(target: str) -> None:
    assert run("check", target, "--block", "no_such_block").exit_code == 2


def test_a_rule_is_explained_to_a_clerk() -> None:
    result = run("explain", "buyer")
    assert result.exit_code == 0
    for said in (
        "Regningen er til os",
        "Ejer:",
        "Hjemmel:",
        "er lig med",
        "Eksempler",
        "gevinst rules sql buyer",
    ):
        assert said in result.output
    assert "IKKE SOM VENTET" not in result.output


def test_what_a_rule_looks_up_is_told() -> None:
    lines = run("explain", "residence").output
    assert "Slår op i »Befolkningsregister«" in lines
    assert "-> uafgjort" in lines


def test_an_example_that_was_not_run_is_told_without_a_message() -> None:
    found = rules_folder("invoice_control", "")
    book = load_for(found.rules, found.manifest)
    (buyer,) = book.versions("buyer")
    lines = explain_lines(explain(buyer, book, found.manifest))
    assert "Eksempler" in lines
    assert "»Alle modtagere er tilladt.«" in lines.split("Eksempler")[0]
    assert "»" not in lines.split("Eksempler")[1]


def test_it_is_explained_in_english_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEVINST_LANGUAGE", "en")
    assert "The invoice is for us" in run("explain", "buyer").output


def test_an_example_that_does_not_hold_is_marked(copied: Path) -> None:
    change(copied, "document.payable <= 0", "document.payable < 0")
    result = run("explain", "payable-invoice", "--block", str(copied))
    assert "IKKE SOM VENTET: " in result.output


def test_a_rule_on_trial_with_an_end_says_so(copied: Path) -> None:
    trial = "queue: buyer\n    mode: shadow\n    valid_to: 2030-12-31"
    change(copied, "queue: buyer", trial)
    said = run("explain", "buyer", "--block", str(copied)).output
    assert "prøves af: afgør intet" in said
    assert "fra 2018-01-01 til 2030-12-31" in said


def test_the_explanation_is_json_too() -> None:
    found = json.loads(run("explain", "residence", "--json").output)
    assert (found["id"], found["queue"], found["facts"][0]["register"]) == (
        "residence", "residence", "population",
    )  # fmt: skip
    assert all(example["holds"] for example in found["examples"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("explain", "no-such-rule"), "Ingen regel no-such-rule; der er"),
        (("explain", "buyer", "--version", "99"), "buyer har version"),
        (("sql", "buyer", "--parameter", "region_code"), "expected NAME=VALUE"),
    ],
)
def test_misuse_says_what_there_is(arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, said in result.output) == (2, True)


def test_a_rule_book_that_cannot_be_read_explains_nothing(copied: Path) -> None:
    change(copied, "document.payable <= 0", "document.payable <")
    result = run("explain", "buyer", "--block", str(copied))
    assert (result.exit_code, "expected a name" in result.output) == (2, True)


def test_the_sql_of_a_rule_runs_alone() -> None:
    sql = run("sql", "buyer", "--parameter", "buyer_gln=5790001000028").output
    table = next(line for line in sql.splitlines() if line.startswith("--   document ("))
    connection = duckdb.connect()
    columns = ", ".join(f'"{name}" {kind}' for name, kind in _columns(table))
    connection.execute(f"CREATE TABLE document ({columns})")
    connection.execute("INSERT INTO document (buyer) VALUES ('5790001000028'), ('1'), (NULL)")
    body = sql.rstrip().rstrip(";")
    found = connection.execute(f"SELECT buyer, outcome FROM ({body}) ORDER BY buyer").fetchall()
    assert found == [("1", "fail"), ("5790001000028", "ok"), (None, "undecided")]


def _columns(table: str) -> list[tuple[str, str]]:
    """Name and type of each column in the comment that lists a table."""
    inner = table[table.index("(") + 1 : -1]
    parts = inner.replace(", 2)", ".2)").replace(", 6)", ".6)").split(", ")
    return [
        (name, kind.replace(".", ", ")) for name, _, kind in (each.partition(" ") for each in parts)
    ]


@pytest.mark.parametrize("dialect", ["postgres", "spark"])
def test_the_sql_is_written_for_other_databases(dialect: str) -> None:
    result = run("sql", "residence", "--dialect", dialect)
    assert (result.exit_code, "residence_on_service_date" in result.output) == (0, True)
