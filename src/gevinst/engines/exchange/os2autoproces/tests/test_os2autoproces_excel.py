"""OS2autoproces' Excel file: its 62 columns, broken cells, and the same records as in the API's answer."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest

from gevinst.engines.exchange.os2autoproces import read_excel, read_rest
from gevinst.engines.exchange.os2autoproces.headings import HEADINGS, SHEET
from gevinst.engines.exchange.processes import FileFault, Reading
from gevinst.engines.exchange.sample import Place, as_excel, as_json, sample

COLUMN = {field: heading for heading, field in HEADINGS if field}


def book(*rows: dict[str, Any], headings: list[str] | None = None, sheet: str = SHEET) -> bytes:
    """A workbook; the rows name cells by field."""
    made = openpyxl.Workbook()
    page = made.active
    assert page is not None
    page.title = sheet
    names = headings or [heading for heading, _ in HEADINGS]
    page.append(names)
    for row in rows:
        cells = {COLUMN.get(field, field): value for field, value in row.items()}
        page.append([cells.get(name) for name in names])
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def read(**cells: Any) -> Any:
    return read_excel(book({"id": 7.0, "title": "A", **cells})).records[0]


def test_there_are_62_columns() -> None:
    assert len(HEADINGS) == 62


@pytest.mark.parametrize(
    ("field", "cell", "name", "value"),
    [
        ("id", 12.0, "source_id", "12"),
        ("phase", "Taget ud af drift", "phase", "decommissioned"),
        (
            "domains",
            "Økonomi,Miljø, teknik og forsyning",
            "domains",
            ("environment", "technical", "economy"),
        ),
        ("created_on", datetime(2023, 6, 1), "created_on", date(2023, 6, 1)),  # noqa: DTZ001
        ("automatable", 75.0, "automatable", 0.75),
        ("affects_citizens", "Ja", "affects_citizens", True),
        ("systems_today", "KMD Opus,Nexus", "systems_today", ("KMD Opus", "Nexus")),
        ("level_return", "I høj grad", "level_return", "very_high"),
        ("authority", "29190623", "authority", None),
    ],
)
def test_a_cell(field: str, cell: Any, name: str, value: Any) -> None:
    found = getattr(read(**{field: cell}), name)
    assert found.cvr == "29190623" if name == "authority" else found == value


def test_two_columns_hold_each_other_s_answers() -> None:
    swapped = {
        "Vil automatisering frigive tid og nedbringe rutineopgaver, som skaber en bedre trivsel"
        " blandt medarbejderne?": "I høj grad",
        "I hvor høj grad vurderes det at processen kan automatiseres? ": "Slet ikke",
    }
    one = read(**swapped)
    assert (one.level_return, one.level_routine) == ("very_high", "very_low")


def test_links_are_taken_as_internal_but_for_the_repository() -> None:
    links = "https://www.os2autoproces.eu/details/7\nhttps://github.com/a/b\nhttps://x.dk"
    one = read(links=links)
    assert (one.repository_url, one.internal_links) == ("https://github.com/a/b", ("https://x.dk",))
    assert "links" not in one.carries


@pytest.mark.parametrize("links", ["https://[", "https://x.dk"])
def test_a_link_that_is_no_repository_is_none(links: str) -> None:
    assert read(links=links).repository_url == ""


@pytest.mark.parametrize(
    ("field", "cell", "what"),
    [
        ("occurrences", "=1+2", "formula"),
        ("occurrences", "#REF!", "formula"),
        ("occurrences", "mange", "not-a-number"),
        ("created_on", "en dag", "not-a-day"),
        ("attachments", "vejledning.docx", "not-carried"),
        ("phase", "Månefase", "unknown-value"),
        ("affects_citizens", "måske", "not-yes-or-no"),
        ("challenge", "x" * 30_000, "too-long"),
    ],
)
def test_a_cell_that_is_not_understood_is_said_with_row_and_column(
    field: str, cell: Any, what: str
) -> None:
    one = read(**{field: cell}).remarks[0]
    assert (one.place, one.field, one.what) == ("row 2", COLUMN[field], what)


@pytest.mark.parametrize(
    ("cells", "what"), [({"title": "=A1"}, "no-title"), ({"id": "=1"}, "no-id")]
)
def test_a_formula_is_no_title_and_no_id(cells: dict[str, str], what: str) -> None:
    assert what in [remark.what for remark in read(**cells).remarks]


def test_columns_may_stand_anywhere_and_unknown_ones_are_said_once() -> None:
    found = read_excel(book({"title": "A", "id": 1, "Nyt": 2}, headings=["Titel", "Nyt", "ID"]))
    assert found.records[0].carries == {"title"}
    assert [(one.place, one.field, one.what) for one in found.remarks] == [
        ("column 2", "Nyt", "unknown-field")
    ]


def test_empty_rows_are_passed_over_and_short_ones_read() -> None:
    found = read_excel(book({"id": 1, "title": "A"}, {}, {"id": 2, "title": "B"}))
    assert [one.place for one in found.records] == ["row 2", "row 4"]


def test_another_sheet_is_read_where_there_is_none_of_the_name() -> None:
    assert read_excel(book({"id": 1, "title": "A"}, sheet="Ark1")).records


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"nej", "not-a-workbook"),
        (b"PK\x03\x04nej", "not-a-workbook"),
        (book(headings=["Noget", "andet"]), "no-heading"),
    ],
)
def test_a_file_that_is_no_such_workbook(content: bytes, code: str) -> None:
    with pytest.raises(FileFault) as fault:
        read_excel(content)
    assert fault.value.code == code


def test_an_archive_of_something_else_is_no_workbook() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr("a.txt", "a")
    with pytest.raises(FileFault) as fault:
        read_excel(target.getvalue())
    assert fault.value.code == "not-a-workbook"


def test_what_unpacks_to_too_much_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gevinst.engines.exchange.workbook.MOST_UNPACKED", 10)
    with pytest.raises(FileFault) as fault:
        read_excel(book({"id": 1, "title": "A"}))
    assert fault.value.code == "too-large"


def invented(number: int, seed: int) -> tuple[Reading, Reading]:
    places = [Place(f"{90000000 + n}", f"Prøveby {n}" if n else "") for n in range(7)]
    items = sample(places, number, seed, date(2026, 1, 1))
    return read_rest(as_json(items)), read_excel(as_excel(items))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_both_files_of_a_catalogue_give_the_same_records(seed: int) -> None:
    said, written = invented(150, seed)
    assert len(said.records) == len(written.records) == 150
    for one, other in zip(said.records, written.records, strict=True):
        names = other.carries - {"owner", "reporter"}  # the workbook has no mail address of theirs
        assert {n: getattr(one, n) for n in names} == {n: getattr(other, n) for n in names}
        assert (one.source_id, one.remarks, other.remarks) == (other.source_id, (), ())
