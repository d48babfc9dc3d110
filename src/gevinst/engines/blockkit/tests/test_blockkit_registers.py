"""Registers from files: types, extracts, and faults that name register, row and what was expected."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from gevinst.engines.blockkit import Extract, Register, RegisterFault
from gevinst.engines.blockkit.arrays import column, numbers, table
from gevinst.engines.blockkit.registers import conforming, load_registers
from gevinst.engines.blockkit.tests.conftest import ACCOUNTS, MANIFEST, NOTES

HEAD = "id,count,rate,since"
ROW = "a,1,12.50,2026-10-01"
WANTED = {"id": "a", "count": 1, "rate": Decimal("12.500000"), "since": date(2026, 10, 1)}
Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def csv(text: str) -> Path:
        (tmp_path / "accounts.csv").write_text(text, encoding="utf-8")
        return tmp_path

    return csv


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n{ROW}\n",
        f"\ufeff{HEAD}\n{ROW}\n",
        '"id","count","rate","since"\n"a","1","12.50","2026-10-01"\n',
        f"{HEAD}\n{ROW}\n".replace(",", ";"),
        "since,extra,rate,count,id\n2026-10-01,x,12.50,1,a\n",
    ],
)
def test_csv_is_read_with_the_declared_types(write: Write, text: str) -> None:
    register = load_registers(write(text), MANIFEST)["accounts"]
    assert register.table.to_pylist() == [WANTED]


def test_empty_cells_are_unknown(write: Write) -> None:
    register = load_registers(write(f"{HEAD}\n,,,\n"), MANIFEST)["accounts"]
    assert register.table.to_pylist() == [dict.fromkeys(WANTED)]


def test_parquet_is_read_and_goes_before_csv(write: Write) -> None:
    folder = write(f"{HEAD}\n")
    parquet.write_table(pa.Table.from_pylist([{**WANTED, "count": 1}]), folder / "accounts.parquet")
    assert load_registers(folder, MANIFEST)["accounts"].table.to_pylist() == [WANTED]


@pytest.mark.parametrize(
    ("text", "da", "en"),
    [
        (f"{HEAD}\n{ROW}\nb,x,1,\n", "række 2: count skal være int, ikke 'x'", "row 2: count"),
        (f"{HEAD}\na,1,1,1.10.2026\n", "række 1: since skal være date, ikke '1.10.2026'", "row 1: since"),
        (f'{HEAD}\na,1,"1,5",2026-10-01\n', "række 1: rate skal være decimal, ikke '1,5'", "row 1: rate"),
        ("id,count,rate\na,1,1\n", "kolonnen since mangler; der er id", "column since is missing"),
        (f"{HEAD}\n{ROW},more\n", "accounts.csv kan ikke læses", "accounts.csv cannot be read"),
        ("", "accounts.csv kan ikke læses", "cannot be read"),
    ],
)  # fmt: skip
def test_a_fault_names_register_row_and_expectation(
    write: Write, text: str, da: str, en: str
) -> None:
    with pytest.raises(RegisterFault) as caught:
        load_registers(write(text), MANIFEST)
    assert da in caught.value.message.da
    assert en in caught.value.message.en
    assert caught.value.register == "accounts"


def test_a_missing_register_is_named_with_the_files_that_are_expected(tmp_path: Path) -> None:
    with pytest.raises(RegisterFault, match=r"expected accounts.parquet or accounts.csv"):
        load_registers(tmp_path, MANIFEST)


def test_an_optional_register_may_be_absent(write: Write) -> None:
    assert list(load_registers(write(f"{HEAD}\n{ROW}\n"), MANIFEST)) == ["accounts"]


def test_a_personal_value_is_not_repeated_in_a_fault() -> None:
    bad = Register(
        "accounts",
        pa.table({"id": [b"\xff6502701234"], "count": [1], "rate": [1], "since": [1]}),
        EXTRACT,
    )
    with pytest.raises(RegisterFault) as caught:
        conforming(ACCOUNTS, {"accounts": bad})
    assert "1234" not in str(caught.value)
    assert "***" in str(caught.value)


EXTRACT = Extract("x-1", datetime(2026, 11, 1, tzinfo=UTC), "test", "")


def test_a_register_of_the_host_is_made_to_fit() -> None:
    given = pa.table(
        {"count": ["7"], "since": ["2026-10-01"], "rate": [2], "id": ["a"], "more": [1]}
    )
    fitted = conforming(ACCOUNTS, {"accounts": Register("accounts", given, EXTRACT)})
    assert fitted.to_pylist() == [{**WANTED, "count": 7, "rate": Decimal("2.000000")}]


@pytest.mark.parametrize("spec", [ACCOUNTS, NOTES])
def test_an_absent_register_is_empty_if_it_may_be(spec: Any) -> None:
    if spec.required:
        with pytest.raises(RegisterFault, match="missing"):
            conforming(spec, {})
    else:
        assert conforming(spec, {}).to_pylist() == []


def test_a_value_that_no_row_shows_is_still_a_fault() -> None:
    rows = pa.table({"id": [[1]], "count": [1], "rate": [1], "since": [date(2026, 1, 1)]})
    with pytest.raises(RegisterFault, match="id"):
        conforming(ACCOUNTS, {"accounts": Register("accounts", rows, EXTRACT)})


def test_extracts_are_named_by_their_note_or_by_the_file(write: Write) -> None:
    folder = write(f"{HEAD}\n{ROW}\n")
    by_file = load_registers(folder, MANIFEST)["accounts"].extract
    assert by_file.id == f"accounts-{by_file.sha256[:12]}"
    assert (by_file.source, by_file.taken_at.tzinfo) == ("accounts.csv", UTC)
    note = {"accounts": {"id": "uge 44", "taken_at": "2026-11-02T05:00:00", "source": "CPR"}}
    (folder / "extracts.json").write_text(json.dumps(note), encoding="utf-8")
    noted = load_registers(folder, MANIFEST)["accounts"].extract
    assert (noted.id, noted.source) == ("uge 44", "CPR")
    assert noted.taken_at == datetime(2026, 11, 2, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"accounts": {}}', '{"accounts": {"taken_at": "now"}}', '{"accounts": 1}']
)
def test_a_note_that_cannot_be_read_is_a_fault(write: Write, text: str) -> None:
    folder = write(f"{HEAD}\n{ROW}\n")
    (folder / "extracts.json").write_text(text, encoding="utf-8")
    with pytest.raises(RegisterFault, match=r"extracts\.json"):
        load_registers(folder, MANIFEST)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("str", ["a", None, "æøå"]),
        ("int", [1, None, -(2**40)]),
        ("date", [date(2026, 10, 1), None, date(1900, 1, 1)]),
        ("money", [Decimal("1.25"), None, Decimal("-9999999999999.99")]),
        ("decimal", [Decimal("0.000001"), None, Decimal("-1E+3")]),
        ("int", []),
        ("money", [None] * 9),
    ],
)
def test_columns_hold_what_they_are_given(kind: str, values: list[Any]) -> None:
    made = column(kind, values)
    made.validate(full=True)
    assert made.to_pylist() == values


@pytest.mark.parametrize(
    ("kind", "value"),
    [("money", "0.001"), ("money", "1E+13"), ("decimal", "1E+9"), ("decimal", "1E-7")],
)
def test_a_value_that_does_not_fit_is_refused(kind: str, value: str) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        column(kind, [Decimal(value)])


def test_a_table_has_a_row_a_record() -> None:
    made = table({"a": "str", "b": "int"}, [{"a": "x"}, {"b": 2}])
    assert made.to_pylist() == [{"a": "x", "b": None}, {"a": None, "b": 2}]
    assert numbers(3).to_pylist() == [0, 1, 2]
