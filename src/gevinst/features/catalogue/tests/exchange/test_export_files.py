"""The list as files: who gets what, nothing that runs, the criteria of the address, every field."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from gevinst.engines.exchange.os2autoproces import read_rest
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.tests.exchange.factories import PERSON, SECRET, full_process
from gevinst.features.catalogue.tests.factories import ProcessFactory

pytestmark = pytest.mark.django_db
FILES = ("processer.csv", "processer.xlsx", "processer.json", "processer-os2autoproces.json")


def fetched(name: str, client: Client | None = None, query: str = "") -> bytes:
    answer = (client or Client()).get(f"/katalog/{name}{query}")
    assert answer.status_code == 200
    assert f'filename="{name}"' in answer.headers["Content-Disposition"]
    return b"".join(answer.streaming_content)


def texts(name: str, content: bytes) -> str:
    """Everything that is written in the file."""
    if not name.endswith(".xlsx"):
        return content.decode()
    rows = load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)
    return "\n".join(str(cell) for row in rows for cell in row)


def speaking(language: str) -> Client:
    client = Client()
    client.cookies["django_language"] = language
    return client


def insider(home: Any) -> Client:
    client = Client()
    client.force_login(UserFactory(reader_of=home))
    return client


@pytest.mark.parametrize("name", FILES)
def test_a_guest_gets_the_public_ones_only(name: str) -> None:
    ProcessFactory(public=True, title="Til alle")
    ProcessFactory(shared=True, title="Til myndigheder")
    ProcessFactory(title="Til os selv")
    told = texts(name, fetched(name))
    assert "Til alle" in told
    assert "Til myndigheder" not in told
    assert "Til os selv" not in told


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("own", [True, False])
def test_what_is_internal_stays_in_the_authority(name: str, own: bool) -> None:
    held = full_process()
    told = texts(name, fetched(name, insider(held.authority if own else AuthorityFactory())))
    assert (SECRET in told) is own
    assert ("hemmelig@kommune.example" in told) is own


@pytest.mark.parametrize("name", FILES)
def test_a_guest_gets_no_name(name: str) -> None:
    full_process()
    assert "(demo)" not in texts(name, fetched(name))


@pytest.mark.parametrize("name", FILES)
def test_person_numbers_are_masked(name: str) -> None:
    full_process(description=f"Sagen om {PERSON}")
    told = texts(name, fetched(name))
    assert PERSON not in told
    assert "Sagen om 610101-xxxx" in told


@pytest.mark.parametrize("name", FILES)
def test_the_file_has_what_the_address_of_the_list_asks_for(name: str) -> None:
    ProcessFactory(public=True, title="I drift", in_operation=True)
    ProcessFactory(public=True, title="Kun tanken")
    told = texts(name, fetched(name, query="?fase=operation"))
    assert "I drift" in told
    assert "Kun tanken" not in told


FORMULAS = ("=HYPERLINK('https://ond.example')", "+45", "-2+3", "@SUM(A1)", "\t=1")


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_the_workbook_is_a_formula(text: str) -> None:
    ProcessFactory(public=True, challenge=text)
    sheet = load_workbook(io.BytesIO(fetched("processer.xlsx"))).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert any(str(cell.value).strip() == text.strip() for cell in cells)
    assert [cell.data_type for cell in cells if cell.data_type == "f"] == []


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_the_csv_begins_a_formula(text: str) -> None:
    ProcessFactory(public=True, challenge=text)
    rows = list(csv.reader(io.StringIO(fetched("processer.csv").decode()), delimiter=";"))
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))] == []


@pytest.mark.parametrize(
    ("language", "heading", "phase"), [("en", "Phase", "Operation"), ("da", "Fase", "Drift")]
)
def test_a_table_speaks_the_readers_language(language: str, heading: str, phase: str) -> None:
    full_process()
    for name in ("processer.csv", "processer.xlsx"):
        told = texts(name, fetched(name, speaking(language)))
        assert heading in told
        assert phase in told


def test_the_workbook_has_numbers_as_numbers() -> None:
    full_process()
    rows = list(load_workbook(io.BytesIO(fetched("processer.xlsx", speaking("en")))).active.values)
    row: dict[Any, Any] = dict(zip(rows[0], rows[1], strict=True))
    assert row["Occurrences a year"] == 1200
    assert row["Minutes each"] == 7.5


def test_a_text_longer_than_a_cell_is_cut_not_lost() -> None:
    ProcessFactory(public=True, description="å" * 40_000)
    assert "å" * 32_767 in texts("processer.xlsx", fetched("processer.xlsx"))


def test_our_json_has_the_fields_of_the_api() -> None:
    held = full_process()
    [one] = json.loads(fetched("processer.json"))["processes"]
    assert (one["id"], one["minutes"], one["technologies"][0]["label"]) == (
        held.pk,
        "7.50",
        "Robotten",
    )
    assert one["internal_notes"] is None


def test_what_os2autoproces_reads_is_what_we_have() -> None:
    held = full_process()
    reading = read_rest(fetched("processer-os2autoproces.json"))
    [one] = reading.records
    assert one.remarks == ()
    assert (one.source_id, one.title, one.phase) == (str(held.pk), held.title, "operation")
    assert one.authority.cvr == held.authority.cvr


def test_an_empty_list_is_a_sound_file() -> None:
    assert json.loads(fetched("processer.json"))["processes"] == []
    assert read_rest(fetched("processer-os2autoproces.json")).records == ()
