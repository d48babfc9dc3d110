"""The workbook of a case: every formula comes to what the engine says, under each reading."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.casefile.read import read
from gevinst.engines.businesscase.cases import shipped
from gevinst.engines.businesscase.model.case import Case
from gevinst.features.benefits.reporting.workbook import case_workbook
from gevinst.features.benefits.reporting.workbook.layout import YEARS, layout
from gevinst.features.benefits.tests.excel_evaluation import Sheets
from gevinst.features.benefits.tests.published_example import IGA
from gevinst.features.benefits.tests.workbook_cases import EVERY_DRIVER, PARTIES

ON = date(2026, 11, 22)
OWN = {"iga": IGA, "every-driver": EVERY_DRIVER, "parties": PARTIES}
TEXTS = {**OWN, **shipped()}
READINGS = [
    (name, at) for name, text in TEXTS.items() for at in range(len(read(text).readings) + 1)
]


def rows_of(sheets: Sheets, sheet: str, column: str = "B") -> dict[str, int]:
    """Label -> row."""
    return {str(cell.value): cell.row for cell in sheets.book[sheet][column] if cell.value}


def net_of(sheets: Sheets, case: Case) -> list[Decimal]:
    sheet = layout(case).sheets.result
    row = rows_of(sheets, sheet)["Årets netto"]
    return [sheets.value(sheet, f"{layout(case).column(t)}{row}") for t in range(len(case.years))]


@pytest.mark.parametrize(("name", "at"), READINGS)
def test_the_formulas_come_to_what_the_engine_says(name: str, at: int) -> None:
    case = read(TEXTS[name])
    sheets = Sheets(case_workbook(case, ON), laesning=Decimal(at))
    result = evaluate(case, ["", *case.readings][at])
    assert net_of(sheets, case) == list(result.net)
    overview = layout(case).sheets.overview
    gap = rows_of(sheets, overview)["Største afvigelse fra Gevinst (skal være 0)"]
    assert sheets.value(overview, f"C{gap}") == 0


@pytest.mark.parametrize("name", TEXTS)
def test_the_value_kept_in_a_cell_is_what_its_formula_comes_to(name: str) -> None:
    content = case_workbook(read(TEXTS[name]), ON)
    sheets = Sheets(content)
    kept = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    checked = 0
    for sheet in sheets.book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    found, told = sheets.value(sheet.title, cell.coordinate), kept[sheet.title]
                    seen = told[cell.coordinate].value
                    if isinstance(found, Decimal):
                        place = f"{sheet.title}!{cell.coordinate} {cell.value}"
                        assert float(found) == pytest.approx(seen or 0, abs=1e-6), place
                        checked += 1
                    else:
                        assert seen in (found, None)
    assert checked > 10


def test_a_changed_assumption_changes_the_net() -> None:
    case = read(IGA)
    sheets = Sheets(case_workbook(case, ON), running=Decimal(5_000_000))
    again = evaluate(case, given={"running": Decimal(5_000_000)})
    assert net_of(sheets, case) == list(again.net)


@pytest.mark.parametrize("name", OWN)
def test_lines_are_formulas_over_named_cells(name: str) -> None:
    case = read(OWN[name])
    book = openpyxl.load_workbook(io.BytesIO(case_workbook(case, ON)))
    sheet = book[layout(case).sheets.lines]
    formulas = [cell.value for cell in sheet[5][YEARS:]]
    assert all(str(each).startswith("=IF(") for each in formulas)
    assert "laesning" in book.defined_names


def test_what_excel_cannot_say_is_a_number_with_a_note() -> None:
    case = read(EVERY_DRIVER)
    book = openpyxl.load_workbook(io.BytesIO(case_workbook(case, ON)))
    words = [str(cell.value) for cell in book[layout(case).sheets.overview]["B"]]
    for title in ("Afrundet", "Skæv", "Skæve timer"):
        assert sum(each.startswith(f"{title} kan ikke siges i Excel") for each in words) == 1


def test_there_are_charts_and_no_formula_from_a_text() -> None:
    hostile = IGA.replace("title: Integreret brugerstyring", 'title: "=cmd()"')
    content = case_workbook(read(hostile), ON)
    book = openpyxl.load_workbook(io.BytesIO(content))
    first = book.worksheets[0]
    assert first["B1"].data_type == "s" or first["B1"].value == "=cmd()"
    assert b"charts/chart1.xml" in content
    assert b"charts/chart2.xml" in content


def test_the_same_day_gives_the_same_bytes() -> None:
    assert case_workbook(read(IGA), ON) == case_workbook(read(IGA), ON)
