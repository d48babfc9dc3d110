"""Names of files as they are shown and sent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.filetext import clean_name, extension, kind_of_name


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ("../../etc/passwd", "passwd"),
        ("a/b\\c.txt", "c.txt"),
        ("linje\r\nskift.pdf", "linje skift.pdf"),
        ("", "fil"),
        ("...", "fil"),
        ("mappe/", "fil"),
        (" Årsrapport 2026 .pdf ", "Årsrapport 2026 .pdf"),
        ("x" * 200 + ".docx", "x" * 145 + ".docx"),
        ("a\u202etxt.pdf", "atxt.pdf"),
    ],
)
def test_a_name_is_the_last_part_and_hides_nothing(stated: str, name: str) -> None:
    assert clean_name(stated) == name


@given(st.text())
def test_a_clean_name_is_short_printable_and_stays(stated: str) -> None:
    name = clean_name(stated)
    assert 0 < len(name) <= 150
    assert "/" not in name
    assert clean_name(name) == name


@pytest.mark.parametrize(
    ("name", "ending"), [("a.tar.GZ", "gz"), ("a.exe. ", "exe"), (".htaccess", ""), ("a", "")]
)
def test_the_ending_is_what_windows_goes_by(name: str, ending: str) -> None:
    assert extension(name) == ending


def test_a_type_that_is_not_kept_is_none() -> None:
    assert kind_of_name("a.exe") is None
