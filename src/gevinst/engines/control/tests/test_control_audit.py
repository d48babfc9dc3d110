"""A rule as plain SQL: it runs on the tables alone and says what the compiled rules say."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from gevinst.engines.blockkit import arrays
from gevinst.engines.control import RuleBook, plan
from gevinst.engines.control.audit import DIALECTS, DialectFault, audit_sql
from gevinst.engines.control.tests.conftest import FACTS, PARAMETERS, REGISTERS, loaded, rule

D = Decimal
GIVEN = {"days": 3, "limit": D(5)}
CASES = (
    ("loan.kind is missing", "undecided"),
    ("fee.matches == 0", "fail"),
    ("event.matches > 0 and abs(loan.price - fee.rate) <= parameter.limit", "ok"),
    ("", "fail"),
)
FEES = [
    {"kind": "a", "rate": D(10), "start": date(2026, 10, 1), "end": date(2026, 10, 20)},
    {"kind": "b", "rate": D(10)},
    {"kind": "b", "rate": D(11)},
]
EVENTS = [{"kind": "a", "on": date(2026, 10, 12)}, {"kind": "b", "on": date(2026, 10, 19)}]
LOANS = [
    {"kind": kind, "on": date(2026, 10, day), "price": D(price)}
    for kind in ("a", "b", None)
    for day in (10, 19, 30)
    for price in (12, 99)
]


def book(folder: Path, named: str = "the-rule") -> RuleBook:
    return loaded(folder, rule(*CASES, named=named), FACTS)


def by_plan(book: RuleBook) -> list[int]:
    ready = plan(book, "loan", book.rules, registers=REGISTERS, parameters=PARAMETERS)
    subjects = arrays.table(book.subjects["loan"], LOANS)
    tables = {name: arrays.table(kinds, ROWS.get(name, [])) for name, kinds in REGISTERS.items()}
    answers = ready.run(subjects, {**tables, "loan": subjects}, GIVEN)
    return [number + 1 for number in answers["the-rule"].to_pylist()]


ROWS: dict[str, list[dict[str, Any]]] = {"fees": FEES, "events": EVENTS}


def test_an_auditor_finds_what_the_rules_find(tmp_path: Path) -> None:
    made = book(tmp_path)
    connection = duckdb.connect()
    tables = {"loan": arrays.table(made.subjects["loan"], LOANS)}
    tables |= {name: arrays.table(kinds, ROWS.get(name, [])) for name, kinds in REGISTERS.items()}
    for name, rows in tables.items():
        connection.register(name, rows)
    columns = 'kind, "on", price, "case", outcome'
    sql = audit_sql(made, made.rules[0], GIVEN).rstrip().rstrip(";")
    found = connection.execute(f"SELECT {columns} FROM ({sql})").fetchall()
    outcomes = ["undecided", "undecided", "fail", "ok", "fail"]
    wanted = [
        (loan["kind"], loan["on"], loan["price"], number, outcomes[number])
        for loan, number in zip(LOANS, by_plan(made), strict=True)
    ]
    assert sorted(found, key=str) == sorted(wanted, key=str)
    assert {row[3] for row in found} == {0, 1, 2, 3, 4}


@pytest.mark.parametrize("dialect", sorted(DIALECTS))
def test_each_dialect_is_one_statement_with_its_tables_listed(tmp_path: Path, dialect: str) -> None:
    made = book(tmp_path)
    sql = audit_sql(made, made.rules[0], GIVEN, dialect)
    assert sql.startswith("-- the-rule version 1 (2020-01-01): Reglen / The rule\n")
    assert f"-- SHA-256 of the rule book: {made.digest}\n" in sql
    assert "--   fees (kind VARCHAR, rate DECIMAL(15, 6), start DATE, end DATE)\n" in sql
    assert "history" not in sql
    assert "-- case 4 -> fail: otherwise\n" in sql
    assert sql.count(";") == 1


def test_a_rule_may_be_called_as_a_column(tmp_path: Path) -> None:
    made = book(tmp_path, "price")
    assert "outcome" in audit_sql(made, made.rules[0], GIVEN)


def test_what_a_dialect_lacks_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DIALECTS, "sqlite", "sqlite")
    made = loaded(
        tmp_path, rule(("edit_distance(loan.kind, loan.key) == 1", "ok"), ("", "fail")), ""
    )
    with pytest.raises(DialectFault, match="the-rule cannot be written for sqlite"):
        audit_sql(made, made.rules[0], GIVEN, "sqlite")
