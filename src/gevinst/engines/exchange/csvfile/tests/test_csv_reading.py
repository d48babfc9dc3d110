"""CSV lists: encodings, delimiters, headings, mappings, Danish values, and what is wrong."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.exchange.csvfile import Table, guessed, mapping_from, opened, read_csv
from gevinst.engines.exchange.csvfile.mapping import TARGETS
from gevinst.engines.exchange.csvfile.words import WORDS
from gevinst.engines.exchange.processes import FileFault, Reading

LIST = "Titel;Antal pr. år;Minutter;Fase\nPost på Ærø;1.200;7,5;Drift\n"


def read(text: str) -> Reading:
    table = opened(text.encode())
    return read_csv(table, guessed(table.headings))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encoding_is_found(encoding: str) -> None:
    table = opened(LIST.encode(encoding))
    assert table.rows[0][1][0] == "Post på Ærø"


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    text = delimiter.join(["Titel", "Fase", "Note"]) + "\n" + delimiter.join(["A", "Drift", "x"])
    assert opened(text.encode()).headings == ("Titel", "Fase", "Note")


def test_what_is_said_of_the_file_holds() -> None:
    table = opened(b"a;b,c\n1;2,3\n", delimiter=",", encoding="latin-1")
    assert (table.headings, table.encoding) == (("a;b", "c"), "latin-1")


def test_lines_above_the_heading_are_passed_over() -> None:
    table = opened(b"Vores processer\n\nTitel;Fase\nA;Drift\n")
    assert table.headings == ("Titel", "Fase")
    assert table.rows[0][0] == 4


def test_a_cell_may_hold_line_breaks() -> None:
    found = read('Titel;Beskrivelse\nA;"en\nto"\nB;x\n')
    assert [(one.place, one.description) for one in found.records] == [
        ("line 2", "en\nto"),
        ("line 4", "x"),
    ]


@pytest.mark.parametrize(
    ("content", "options", "code"),
    [
        (b"\x81\x8d", {}, "not-text"),
        (b"a;b", {"encoding": "klingon"}, "not-text"),
        (b"Titel\nA\n", {}, "no-heading"),
        (b'a;b\n"' + b"x" * 11_000_000, {}, "not-csv"),
    ],
)
def test_a_file_that_cannot_be_read(content: bytes, options: Any, code: str) -> None:
    with pytest.raises(FileFault) as fault:
        opened(content, **options)
    assert fault.value.code == code


def test_danish_numbers_and_choices() -> None:
    one = read(LIST).records[0]
    assert (one.occurrences, one.minutes, one.phase) == (1200, Decimal("7.50"), "operation")


def test_without_ids_a_process_is_known_by_its_title() -> None:
    assert read(LIST).records[0].source_id == "postpåærø"


@pytest.mark.parametrize(
    ("cell", "found"),
    [("29189382", "cvr"), ("0101", "code"), ("101", "code"), ("Ærø Kommune", "name")],
)
def test_an_authority_is_named_in_three_ways(cell: str, found: str) -> None:
    one = read(f"Titel;Myndighed\nA;{cell}\n").records[0]
    assert getattr(one.authority, found) == cell


def test_columns_that_are_not_mapped_are_said_once() -> None:
    found = read("Titel;Fase;Gæt\nA;Drift;1\nB;Drift;2\n")
    assert [(one.place, one.field) for one in found.remarks] == [("column 3", "Gæt")]


def test_what_is_wrong_is_said_with_line_and_column() -> None:
    one = read("Titel;Minutter\nA;mange\n").records[0].remarks[0]
    assert (one.place, one.field, one.value, one.what) == (
        "line 2",
        "Minutter",
        "mange",
        "not-a-number",
    )


def test_rows_without_a_title_are_refused_and_empty_ones_passed_over() -> None:
    found = read("Titel;Fase\n;Drift\n;\nA\n")
    assert [one.refused for one in found.records] == [True, False]


def test_a_mapping_says_which_column_and_fixes_values() -> None:
    table = opened(b"Navn;X\nA;1\n;2\n")
    mapping = mapping_from(
        {"title": "navn", "phase": "", "fixed": {"phase": "Drift", "id": "9"}}, table.headings
    )
    found = read_csv(table, mapping).records
    assert [(one.title, one.phase, one.source_id) for one in found] == [
        ("A", "operation", "9"), ("", "operation", "9"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ({"titel": "Navn"}, "no-such-field"),
        ({"title": "Navn", "fixed": {"mars": "1"}}, "no-such-field"),
        ({"title": "Navn", "fixed": "x"}, "no-such-field"),
        ({"title": "Findes ikke"}, "no-such-column"),
        ({"phase": "Navn"}, "no-title-column"),
    ],
)
def test_a_mapping_that_does_not_fit(stated: Any, code: str) -> None:
    with pytest.raises(FileFault) as fault:
        mapping_from(stated, ["Navn"])
    assert fault.value.code == code


def test_every_word_names_a_field() -> None:
    assert set(WORDS.values()) <= TARGETS


def test_of_two_columns_with_one_heading_the_first_is_read() -> None:
    assert read("Titel;Titel\nA;B\n").records[0].title == "A"


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_a_fault(content: bytes) -> None:
    try:
        found: Table | str = opened(content)
    except FileFault as fault:
        found = fault.code
    assert isinstance(found, Table) or found in {"not-text", "no-heading", "not-csv"}


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30), min_size=1
    )
)
def test_titles_come_through_a_file_as_they_were(titles: list[str]) -> None:
    import csv
    import io

    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerows([["Titel", "Id"], *([title, n] for n, title in enumerate(titles))])
    assert [one.title for one in read(target.getvalue()).records] == titles
