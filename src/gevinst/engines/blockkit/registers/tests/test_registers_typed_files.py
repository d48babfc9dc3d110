"""Parquet and Excel: values that have types of their own, as the block wants them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from openpyxl import Workbook
from pyarrow import parquet

from gevinst.engines.blockkit.registers.tests.conftest import ROW, Fault, Load, rows

NAMES = list(ROW)
MIDNIGHT = datetime(2026, 9, 30, 22, tzinfo=UTC)  # the 1st of October in Copenhagen


def written(folder: Path, values: dict[str, Any]) -> None:
    parquet.write_table(pa.table(values), folder / "p.parquet")


@pytest.mark.parametrize(
    "values",
    [
        {"cpr": pa.array(["6502701234"], pa.large_string())},
        {"cpr": pa.array(["6502701234"], pa.string_view())},
        {"cpr": pa.array(["6502701234"]).dictionary_encode()},
        {"cpr": [6502701234]},
        {"cpr": ["650270 1234 "]},
        {"region": [1082]},
        {"rate": ["12,50"]},
        {"rate": [12.5]},
        {"rate": [Decimal("12.5")]},
        {"seats": [3.0]},
        {"seats": ["3"]},
        {"since": [datetime(2026, 10, 1, 5)]},  # noqa: DTZ001
        {"since": [MIDNIGHT]},
        {"since": ["01-10-2026"]},
    ],
)
def test_parquet_has_types_of_its_own(tmp_path: Path, load: Load, values: dict[str, Any]) -> None:
    written(tmp_path, {name: [value] for name, value in ROW.items()} | values)
    made = load("parquet: p.parquet\ndecimal: ','\ndates: DD-MM-YYYY\ndigits: {cpr: 10}")
    assert rows(made) == [ROW]


def test_a_number_gets_its_zeros_back(tmp_path: Path, load: Load) -> None:
    written(tmp_path, {name: [value] for name, value in ROW.items()} | {"region": [82]})
    assert rows(load("parquet: p.parquet\ndigits: {region: 4}"))[0]["region"] == "0082"


def test_what_is_no_number_gets_no_zeros(tmp_path: Path, load: Load) -> None:
    written(tmp_path, {name: [value] for name, value in ROW.items()} | {"region": ["A-2"]})
    assert rows(load("parquet: p.parquet\ndigits: {region: 4}"))[0]["region"] == "A-2"


@pytest.mark.parametrize(
    ("values", "da"),
    [
        ({"rate": [True]}, "rate skal være decimal"),
        ({"seats": [2.5]}, "række 1: seats skal være int, ikke '2.5'"),
        ({"rate": [[1]]}, "række 1: rate skal være decimal"),
    ],
)
def test_parquet_that_does_not_fit(
    tmp_path: Path, fault: Fault, values: dict[str, Any], da: str
) -> None:
    written(tmp_path, {name: [value] for name, value in ROW.items()} | values)
    assert da in fault("parquet: p.parquet").message.da


def test_a_type_that_does_not_fit_is_a_fault_without_rows_too(tmp_path: Path, fault: Fault) -> None:
    empty = {name: pa.array([], pa.string()) for name in NAMES}
    written(tmp_path, empty | {"rate": pa.array([], pa.list_(pa.int64()))})
    assert "rate skal være decimal, ikke list" in fault("parquet: p.parquet").message.da


def test_a_file_that_is_no_parquet(tmp_path: Path, fault: Fault) -> None:
    (tmp_path / "p.parquet").write_bytes(b"6502701234")
    said = fault("parquet: p.parquet").message.da
    assert said.startswith("people: p.parquet kan ikke læses (")
    assert "1234" not in said


def sheet(folder: Path, lines: list[list[Any]], title: str = "") -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    if title:
        first.append(["intet her"])
        first = book.create_sheet(title)
    for line in lines:
        first.append(line)
    book.save(folder / "p.xlsx")


@pytest.mark.parametrize(
    "line",
    [
        ["6502701234", "1082", 12.5, 3, date(2026, 10, 1)],
        [6502701234, 1082.0, "12,50", 3.0, datetime(2026, 10, 1)],  # noqa: DTZ001
        ["650270-1234", "1082", "12,5", "3", "01-10-2026"],
        ["6502701234", "1082", 12.5, 3, datetime(2026, 10, 1, 23, 59)],  # noqa: DTZ001
        ["6502701234", "1082", 12.5, 3, "2026-10-01", "more"],
    ],
)
def test_excel_cells_become_the_blocks_values(tmp_path: Path, load: Load, line: list[Any]) -> None:
    sheet(tmp_path, [NAMES, line, [None, None], []])
    made = load("xlsx: p.xlsx\ndecimal: ','\ndates: DD-MM-YYYY\ndigits: {cpr: 10}")
    assert rows(made) == [ROW]


def test_a_sheet_and_a_row_may_be_named(tmp_path: Path, load: Load) -> None:
    lines = [["Udtræk"], [], NAMES, ["6502701234", "1082", 12.5, 3, date(2026, 10, 1)]]
    sheet(tmp_path, lines, "Personer")
    assert rows(load("xlsx: p.xlsx\nsheet: Personer\nheader_row: 3")) == [ROW]


def test_small_numbers_are_written_out(tmp_path: Path, load: Load) -> None:
    sheet(tmp_path, [NAMES, [1, 2, 0.00001, 4, None, 6], ["1"]])
    assert [row["rate"] for row in rows(load("xlsx: p.xlsx"))] == [Decimal("0.00001"), None]


@pytest.mark.parametrize(
    ("described", "lines", "da"),
    [
        ("xlsx: p.xlsx\nsheet: Priser", [NAMES], "p.xlsx har intet ark 'Priser'; der er Sheet, Ark1"),
        ("xlsx: p.xlsx\nsheet: Ark1", [], "kolonnen cpr mangler; der er"),
        ("xlsx: p.xlsx\nsheet: Ark1", [["cpr", None]], "kolonnen region mangler"),
        ("xlsx: p.xlsx\nsheet: Ark1", [NAMES, [1, 2, "#N/A", 4]], "arkets række 2: rate er en fejl, #N/A"),
        ("xlsx: p.xlsx\nsheet: Ark1", [NAMES, [1, 2, "x", 4]], "række 1: rate skal være decimal, ikke 'x'"),
    ],
)  # fmt: skip
def test_a_sheet_that_cannot_be_used(
    tmp_path: Path, fault: Fault, described: str, lines: list[list[Any]], da: str
) -> None:
    sheet(tmp_path, lines, "Ark1")
    assert da in fault(described).message.da


def test_a_file_that_is_no_workbook(tmp_path: Path, fault: Fault) -> None:
    (tmp_path / "p.xlsx").write_bytes(b"PK?")
    assert "p.xlsx kan ikke læses (BadZipFile)" in fault("xlsx: p.xlsx").message.da
