"""Compiled SQL is kept, and used only for the very rules that it is of."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from gevinst.engines.control import Plan, plan, sql
from gevinst.engines.control.tests.conftest import PARAMETERS, REGISTERS, loaded, rule

RULES = rule(("loan.count == 1", "ok"), ("", "fail"))


def planned(folder: Path, rules: str = RULES, stored: Path | None = None) -> Plan:
    book = loaded(folder, rules, "")
    about = book.about("loan", date(2026, 1, 1))
    return plan(book, "loan", about, registers=REGISTERS, parameters=PARAMETERS, stored=stored)


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """A folder where the SQL of the rules is stored, marked so that it is known again."""
    folder = tmp_path / "sql"
    folder.mkdir()
    (folder / "loan.sql").write_text(planned(tmp_path).sql + "-- stored\n", encoding="utf-8")
    return folder


def test_the_stored_sql_of_the_same_rules_is_used(tmp_path: Path, stored: Path) -> None:
    assert planned(tmp_path, stored=stored).sql.endswith("-- stored\n")


def test_new_words_need_no_new_sql(tmp_path: Path, stored: Path) -> None:
    worded = RULES.replace("da: m", "da: andre ord")
    assert planned(tmp_path, worded, stored).sql.endswith("-- stored\n")


@pytest.mark.parametrize(
    ("before", "after"), [("count == 1", "count == 2"), ("id: the-rule", "id: another")]
)
def test_other_rules_are_compiled_anew(
    tmp_path: Path, stored: Path, before: str, after: str
) -> None:
    sql = planned(tmp_path, RULES.replace(before, after), stored).sql
    assert not sql.endswith("-- stored\n")


def test_another_compiler_compiles_anew(
    tmp_path: Path, stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sql, "compiler", lambda: "another")
    assert not planned(tmp_path, stored=stored).sql.endswith("-- stored\n")


def test_the_compiler_is_known_by_all_that_writes_sql() -> None:
    own = Path(sql.__file__).parent
    code = b"".join((own / name).read_bytes() for name in sorted(sql.COMPILER))
    assert sql.compiler() == hashlib.sha256(code).hexdigest()
    assert {"relation.py", "formula.py", "totals.py"} < set(sql.COMPILER)


def test_a_folder_without_the_file_is_no_fault(tmp_path: Path) -> None:
    assert planned(tmp_path, stored=tmp_path).sql.startswith("-- ")


def test_the_sql_runs_by_itself(tmp_path: Path) -> None:
    """An auditor needs DuckDB and the tables, nothing of ours."""
    import duckdb

    connection = duckdb.connect()
    connection.execute("CREATE TABLE subjects AS SELECT 0 AS subject, 1 AS count")
    assert connection.execute(planned(tmp_path).sql).fetchall() == [(0, 0)]
