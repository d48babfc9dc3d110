"""Raw values of files to the values of fields, as tables."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.exchange.processes.days import day
from gevinst.engines.exchange.processes.fields import FIELDS
from gevinst.engines.exchange.processes.numbers import amount, flag, number, share, whole
from gevinst.engines.exchange.processes.texts import from_html, one_line, plain
from gevinst.engines.exchange.processes.values import value_of


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("2023-06-01", date(2023, 6, 1)),
        ("2023-06-01T00:00:00", date(2023, 6, 1)),
        ("2023-05-31T22:00:00.000+0000", date(2023, 6, 1)),  # midnight in Denmark, summer
        ("2023-12-31T23:00:00Z", date(2024, 1, 1)),  # midnight in Denmark, winter
        (1685570400000, date(2023, 6, 1)),
        ("1685570400000", date(2023, 6, 1)),
        ("01-06-2023", date(2023, 6, 1)),
        ("1.6.2023", date(2023, 6, 1)),
        ("1/6/23", date(2023, 6, 1)),
        (45078.0, date(2023, 6, 1)),  # as a spreadsheet counts days
        (datetime(2023, 5, 31, 23, 30, tzinfo=UTC), date(2023, 6, 1)),
        (datetime(2023, 6, 1, 8, 0), date(2023, 6, 1)),  # noqa: DTZ001 - a cell has no zone
        (date(2023, 6, 1), date(2023, 6, 1)),
        ("", None),
        (None, None),
    ],
)
def test_a_day_is_that_of_denmark(raw: object, found: date | None) -> None:
    assert day(raw) == found


@pytest.mark.parametrize("raw", ["31-02-2023", "i går", True, 12, "2023-13-01", 10**18])
def test_what_is_no_day_is_said_so(raw: object) -> None:
    with pytest.raises(ValueError, match="not-a-day"):
        day(raw)


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1.200", "1200"),
        ("1.200.000", "1200000"),
        ("1,200,000", "1200000"),
        ("1,200", "1.2"),  # one comma is a decimal one
        ("0.125", "0.125"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("1 200", "1200"),
        ("75 %", "75"),
        ("7,5 min.", "7.5"),
        (3, "3"),
        (2.5, "2.5"),
    ],
)
def test_numbers_are_read_as_danes_write_them(raw: object, found: str) -> None:
    assert number(raw) == Decimal(found)


@pytest.mark.parametrize("raw", ["mange", "nan", "inf", "1.2.3,4,5", True, "12 kr. ca."])
def test_what_is_no_number_is_said_so(raw: object) -> None:
    with pytest.raises(ValueError, match="not-a-number"):
        number(raw)


@pytest.mark.parametrize(
    ("read", "raw"),
    [(whole, -1), (whole, 10**10), (amount, "-0,5"), (amount, 10**8), (share, 101), (share, -1)],
)
def test_what_does_not_fit_is_said_so(read: object, raw: object) -> None:
    with pytest.raises(ValueError, match="out-of-range"):
        read(raw)  # type: ignore[operator]


@pytest.mark.parametrize("read", [number, whole, amount, share, flag, day])
def test_nothing_is_nothing(read: object) -> None:
    assert (read(None), read("")) == (None, None)  # type: ignore[operator]


@pytest.mark.parametrize(("raw", "found"), [("JA", True), ("x", True), (0.0, False), (True, True)])
def test_yes_and_no(raw: object, found: bool) -> None:
    assert flag(raw) is found


def test_maybe_is_neither_yes_nor_no() -> None:
    with pytest.raises(ValueError, match="not-yes-or-no"):
        flag("måske")


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("<p>A</p>\n<p>B</p>", "A\n\nB"),
        ("A<br/>B<br>C", "A\nB\nC"),
        ("<ul><li>a</li><li>b</li></ul>", "* a\n* b"),
        ("<p>x<script>alert('1')</script>y</p>", "xy"),
        ("<p>&aelig; &amp; &oslash;&nbsp;!</p>", "æ & ø !"),
        ("5 < 7 og 9 > 3", "5 < 7 og 9 > 3"),
        ("<p>a < b <ukendt> c</p>", "a < b <ukendt> c"),
        ("<img src=x onerror=alert(1)>ok", "ok"),
        ("</script>ok", "ok"),
        ("<hr/>ok", "ok"),
        ("a<span/>b", "ab"),
        ("uden\x00 nul", "uden nul"),
    ],
)
def test_rich_text_becomes_plain(raw: str, found: str) -> None:
    assert from_html(raw) == found


@given(st.text())
def test_plain_text_has_nothing_that_a_database_refuses(text: str) -> None:
    assert "\x00" not in plain(text)
    assert plain(plain(text)) == plain(text)


@given(st.text())
def test_reading_rich_text_never_fails(text: str) -> None:
    assert "<script>" not in from_html(f"<script>{text}").lower() or "script" in text.lower()


@pytest.mark.parametrize(
    ("field", "raw", "value", "what"),
    [
        ("phase", "DRIFT ", "operation", ""),
        ("phase", None, "", ""),
        ("status", "IN_PROGRESS", "in_progress", ""),
        ("visibility", "PUBLIC", "all_authorities", ""),
        ("visibility", "Offentlig", "all_authorities", ""),
        ("run_period", "QUATERLY", "quarterly", ""),
        ("level_speed", "NOT_SET", "", ""),
        ("domains", ["WORK"], ("employment", "business"), ""),
        ("domains", "Miljø, teknik og forsyning,HR", ("environment", "technical", "hr"), ""),
        ("domains", ["HR", "MARS"], ("hr",), "unknown-value"),
        ("kle", {"code": "27.36.04", "name": "x"}, ("27.36.04",), ""),
        ("kle", "27.36.04, uden kode", ("27.36.04",), "unknown-value"),
        ("kle", "1" * 20, (), "too-long"),
        ("technologies", [{"id": 1, "name": "UiPath"}, None], ("UiPath",), ""),
        ("technologies", [{"name": {"x": 1}}], (), "wrong-type"),
        ("links", ["javascript:alert(1)"], (), "not-an-address"),
        ("rating", 3, 3, ""),
        ("repository_url", "  ", "", ""),
        ("vendor", 12.0, "12", ""),
        ("parts", [{"id": 7}, {"id": 8.0}], ("7", "8"), ""),
    ],
)
def test_a_value_of_a_field(field: str, raw: object, value: object, what: str) -> None:
    found, doubts = value_of(FIELDS[field], raw)
    assert found == value
    assert [doubt[1] for doubt in doubts] == ([what] if what else [])


@pytest.mark.parametrize(
    ("field", "raw", "what"),
    [
        ("phase", "Månefase", "unknown-value"),
        ("title", {"a": 1}, "wrong-type"),
        ("rating", 4, "out-of-range"),
        ("repository_url", "ikke en adresse", "not-an-address"),
    ],
)
def test_a_value_that_no_field_can_hold(field: str, raw: object, what: str) -> None:
    with pytest.raises(ValueError, match=what):
        value_of(FIELDS[field], raw)


def test_a_text_that_is_too_long_is_cut_and_said() -> None:
    found, doubts = value_of(FIELDS["title"], "x" * 100)
    assert (len(found), doubts[0][1:]) == (65, ("too-long", "shortened"))


@given(st.one_of(st.text(), st.integers(), st.floats(), st.none(), st.booleans(), st.dates()))
def test_every_raw_value_is_read_or_refused_with_a_code(raw: object) -> None:
    from gevinst.engines.exchange.processes.remarks import WHATS

    codes = set()
    for sort in FIELDS.values():
        try:
            value_of(sort, raw)
        except ValueError as fault:
            codes.add(str(fault))
    assert codes <= WHATS


def test_one_line_has_no_line_breaks() -> None:
    assert one_line("a\r\nb\tc") == "a b c"
