"""FORM as XML of several layouts and as CSV, and codes that were replaced."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.exchange.codes import CodeRecord, read_codes, successors
from gevinst.engines.exchange.faults import UnreadableFile

LAYOUTS = {
    "children": "<FORM><Opgave><OpgaveNummer>26.05.05</OpgaveNummer><OpgaveNavn>Sygesikring</OpgaveNavn>"
    "<OpgaveBeskrivelse>Om regninger</OpgaveBeskrivelse><GyldigFra>2020-01-01</GyldigFra></Opgave></FORM>",
    "attributes": '<f:Form xmlns:f="urn:form"><f:Task kode="26.05.05" titel="Sygesikring" '
    'beskrivelse="Om regninger" gyldigFra="2020-01-01"/></f:Form>',
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_task_in_every_layout(layout: str) -> None:
    (record,) = read_codes("form", LAYOUTS[layout].encode()).records
    assert record == CodeRecord(
        "26.05.05", "Sygesikring", "26.05", "Om regninger", valid_from=date(2020, 1, 1)
    )


def test_levels_may_hold_each_other() -> None:
    text = (
        '<FORM version="2.1"><Serviceomraade><Nr>26</Nr><Titel>Sundhed</Titel><Hovedomraade>'
        "<Nr>26.05</Nr><Titel>Tilskud</Titel></Hovedomraade></Serviceomraade></FORM>"
    )
    found = read_codes("form", text.encode())
    assert [(each.code, each.parent) for each in found.records] == [("26", ""), ("26.05", "26")]
    assert found.version == "2.1"


def test_an_element_without_a_title_is_told() -> None:
    text = "<FORM><O><Nr>26</Nr></O><O><Nr>27</Nr><Navn>Social</Navn></O></FORM>"
    found = read_codes("form", text.encode())
    assert [(remark.code, remark.value) for remark in found.remarks] == [("no-title", "26")]


def test_markup_without_codes_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="dotted pairs"):
        read_codes("form", b"<FORM><Opgave>Noget</Opgave></FORM>")


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("Nummer;Navn;Gyldig til\n26.05;Læge & bøger;31-12-2020\n", "utf-8-sig"),
        ("Gyldig til,FORM-kode,Opgavenavn\n2020-12-31,26.05,Læge & bøger\n", "cp1252"),
        ("Kode\tTitel\tUdgået\n26.05\tLæge & bøger\t31.12.2020\n\n", "utf-8"),
    ],
)
def test_tables_of_any_delimiter_encoding_and_order(content: str, encoding: str) -> None:
    (record,) = read_codes("form", content.encode(encoding)).records
    assert (record.code, record.title) == ("26.05", "Læge & bøger")
    assert record.valid_to == date(2020, 12, 31)


def test_a_table_tells_which_heading_is_missing() -> None:
    with pytest.raises(UnreadableFile, match="not found: title: titel, navn"):
        read_codes("form", b"Nummer;Noget\n26;x\n")


@pytest.mark.parametrize(
    ("row", "told"),
    [("x;Titel;", ("bad-code", "x")), ("26;;", ("no-title", "26"))],
)
def test_a_broken_row_is_told_by_its_line(row: str, told: tuple[str, str]) -> None:
    found = read_codes("kla", f"Kode;Titel;Erstattet af\n{row}\n27;Social;28, 29\n".encode())
    assert [(each.line, each.code, each.value) for each in found.remarks] == [(2, *told)]
    assert found.records[0].replaced_by == ("28", "29")


TODAY = date(2026, 1, 1)
ENDED = date(2020, 1, 1)


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([CodeRecord("01", "x")], ("01",)),
        ([CodeRecord("01", "x", valid_to=ENDED)], ()),
        (
            [CodeRecord("01", "x", valid_to=ENDED, replaced_by=("02",)), CodeRecord("02", "y")],
            ("02",),
        ),
        (
            [
                CodeRecord("01", "x", valid_to=ENDED, replaced_by=("02", "03")),
                CodeRecord("02", "y", valid_to=ENDED, replaced_by=("04",)),
                CodeRecord("03", "z"),
                CodeRecord("04", "w"),
            ],
            ("03", "04"),
        ),
        # In a circle, and to one that nobody knows.
        ([CodeRecord("01", "x", valid_to=ENDED, replaced_by=("01", "99"))], ()),
        ([], ()),
    ],
)
def test_successors(records: list[CodeRecord], expected: tuple[str, ...]) -> None:
    assert successors("01", {each.code: each for each in records}, TODAY) == expected


@given(
    st.dictionaries(
        st.sampled_from(["01", "02", "03", "04"]),
        st.tuples(st.booleans(), st.lists(st.sampled_from(["01", "02", "03", "04"]), max_size=3)),
    )
)
def test_successors_end_and_all_hold(known: dict[str, tuple[bool, list[str]]]) -> None:
    records = {
        code: CodeRecord(code, "x", valid_to=ENDED if ended else None, replaced_by=tuple(to))
        for code, (ended, to) in known.items()
    }
    assert all(records[code].holds(TODAY) for code in successors("01", records, TODAY))
