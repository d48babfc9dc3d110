"""KLE's subject plan: numbers, titles, validity, and the codes that took a moved one's place."""

from __future__ import annotations

from datetime import date

import pytest

from gevinst.engines.exchange.codes import CodeRecord, read_codes
from gevinst.engines.exchange.faults import UnreadableFile


def plan(inside: str) -> bytes:
    """A subject plan with one main group, one group, and what is given inside it."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<KLE-Emneplan><UdgivelsesDato>2025-10-01</UdgivelsesDato>
 <Hovedgruppe><HovedgruppeNr>32</HovedgruppeNr><HovedgruppeTitel>Økonomi</HovedgruppeTitel>
  <HovedgruppeAdministrativInfo><OprettetDato>2010-01-01</OprettetDato></HovedgruppeAdministrativInfo>
  <Gruppe><GruppeNr>32.45</GruppeNr><GruppeTitel>Regninger</GruppeTitel>
   <GruppeVejledning><VejledningTekst><p>Om <ul><li>betaling</li></ul></p></VejledningTekst>
   </GruppeVejledning>
   {inside}
  </Gruppe></Hovedgruppe></KLE-Emneplan>""".encode()


def subject(code: str, title: str, info: str = "") -> str:
    """A subject with its administrative information."""
    told = f"<EmneAdministrativInfo>{info}</EmneAdministrativInfo>"
    return f"<Emne><EmneNr>{code}</EmneNr><EmneTitel>{title}</EmneTitel>{told}</Emne>"


MOVED = """<Historisk><Flyttet><FlyttetDato>2020-05-01</FlyttetDato>
    <AfloestAf><GruppeNr>32.46</GruppeNr></AfloestAf><AfloestAf><EmneNr>32.45.10</EmneNr></AfloestAf>
    </Flyttet></Historisk>"""


def test_three_levels_are_read_with_their_parents() -> None:
    found = read_codes("kle", plan(subject("32.45.04", "Kontrol")))
    assert [(each.code, each.title, each.parent) for each in found.records] == [
        ("32", "Økonomi", ""),
        ("32.45", "Regninger", "32"),
        ("32.45.04", "Kontrol", "32.45"),
    ]
    assert (found.scheme, found.version, found.remarks) == ("kle", "2025-10-01", ())


def test_the_instruction_is_plain_text() -> None:
    assert read_codes("kle", plan("")).records[1].description == "Om betaling"


@pytest.mark.parametrize(
    ("info", "begun", "ended", "successors"),
    [
        ("", None, None, ()),
        ("<OprettetDato>2011-02-03</OprettetDato>", date(2011, 2, 3), None, ()),
        (
            "<Historisk><UdgaaetDato>2019-01-01</UdgaaetDato></Historisk>",
            None,
            date(2019, 1, 1),
            (),
        ),
        (MOVED, None, date(2020, 5, 1), ("32.46", "32.45.10")),
    ],
)
def test_validity(
    info: str, begun: date | None, ended: date | None, successors: tuple[str, ...]
) -> None:
    record = read_codes("kle", plan(subject("32.45.04", "Kontrol", info))).records[-1]
    assert (record.valid_from, record.valid_to, record.replaced_by) == (begun, ended, successors)


def test_of_two_with_the_same_number_the_one_that_holds_is_kept() -> None:
    ended = subject(
        "32.45.04", "Gammel", "<Historisk><UdgaaetDato>2019-01-01</UdgaaetDato></Historisk>"
    )
    found = read_codes("kle", plan(subject("32.45.04", "Ny") + ended))
    assert [each.title for each in found.records if each.code == "32.45.04"] == ["Ny"]


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (subject("trettito", "Kontrol"), ("bad-code", "trettito")),
        (subject("32.45.04", ""), ("no-title", "32.45.04")),
        (
            subject("32.45.04", "Kontrol", "<OprettetDato>i går</OprettetDato>"),
            ("bad-day", "i går"),
        ),
        (
            subject("32.45.04", "Kontrol", "<OprettetDato>2020-02-30</OprettetDato>"),
            ("bad-day", "2020-02-30"),
        ),
    ],
)
def test_what_is_broken_is_told_and_the_rest_is_read(broken: str, told: tuple[str, str]) -> None:
    found = read_codes("kle", plan(broken + subject("32.45.05", "Betaling")))
    assert [(remark.code, remark.value) for remark in found.remarks] == [told]
    assert (found.remarks[0].where, found.remarks[0].line > 1) == ("Emne", True)
    assert found.records[-1].code == "32.45.05"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b"<KLE-Emneplan>", "not sound XML"),
        (b"<Facetter/>", "not with Facetter"),
        (b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>", "begins with"),
    ],
)
def test_a_file_of_another_kind_is_refused(content: bytes, told: str) -> None:
    with pytest.raises(UnreadableFile, match=told):
        read_codes("kle", content)


@pytest.mark.parametrize(
    ("on", "holds"),
    [(date(2019, 12, 31), False), (date(2020, 1, 1), True), (date(2021, 1, 1), False)],
)
def test_a_code_holds_from_its_first_day_until_the_day_it_ends(on: date, holds: bool) -> None:
    record = CodeRecord("01", "x", valid_from=date(2020, 1, 1), valid_to=date(2021, 1, 1))
    assert record.holds(on) is holds
