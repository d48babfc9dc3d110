"""OS2autoproces' API answers: the shapes that people save, and what is not understood."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.exchange.os2autoproces import read_rest
from gevinst.engines.exchange.os2autoproces.names import FIELDS as NAMES
from gevinst.engines.exchange.processes import FileFault, Record
from gevinst.engines.exchange.processes.fields import FIELDS

ONE = {"id": 1, "title": "A"}


def read(**facts: Any) -> Record:
    return read_rest(json.dumps([ONE | facts]).encode()).records[0]


@pytest.mark.parametrize(
    "content",
    [
        {"_embedded": {"processes": [ONE]}, "_links": {}, "page": {"size": 20}},
        [{"_embedded": {"processes": [ONE]}}, {"_embedded": {"processes": []}}],
        [ONE],
        ONE,
        {"content": [ONE], "totalElements": 1},
    ],
)
def test_the_shapes_that_a_saved_answer_has(content: Any) -> None:
    assert [one.title for one in read_rest(json.dumps(content).encode()).records] == ["A"]


def test_one_process_a_line() -> None:
    content = "\n".join(json.dumps(ONE | {"id": n}) for n in (1, 2)).encode()
    assert [one.source_id for one in read_rest(content).records] == ["1", "2"]


def test_a_byte_order_mark_does_no_harm() -> None:
    assert read_rest(b"\xef\xbb\xbf" + json.dumps([ONE]).encode()).records


@pytest.mark.parametrize(
    ("content", "code", "where"),
    [
        (b'{"a": ', "not-json", "line 1, column 7"),
        (b'{"a": \n}\n]', "not-json", "line 2, column 1"),
        (b"\xff\xfe", "not-json", "byte 1"),
        (b"[" * 100_000, "not-json", "nested too deep"),
        (b'{"a": 1}', "no-processes", "_embedded.processes"),
        (b"[]", "no-processes", "_embedded.processes"),
        (b"7", "no-processes", "_embedded.processes"),
    ],
)
def test_a_file_that_cannot_be_read(content: bytes, code: str, where: str) -> None:
    with pytest.raises(FileFault) as fault:
        read_rest(content)
    assert (fault.value.code, str(fault.value)) == (code, where)


@pytest.mark.parametrize("item", [7, "Post", None, ["A"]])
def test_what_is_no_process_is_refused_and_the_next_one_read(item: Any) -> None:
    bad, good = read_rest(json.dumps([item, ONE]).encode()).records
    assert (bad.remarks[0].place, bad.remarks[0].what) == ("record 1", "unreadable-record")
    assert (bad.refused, good.refused, good.title) == (True, False, "A")


def test_an_empty_page_holds_nothing() -> None:
    assert read_rest(b'{"_embedded": {"processes": []}, "page": {}}').records == ()


@pytest.mark.parametrize(
    ("facts", "source_id"),
    [
        ({"id": 7}, "7"),
        ({"id": None, "_links": {"self": {"href": "https://x/api/processes/8{?projection}"}}}, "8"),
        ({"id": None, "_links": {"self": "https://x/api/processes/9"}}, "9"),
        ({"id": None, "_links": None}, ""),
    ],
)
def test_the_id_is_stated_or_in_the_address(facts: dict[str, Any], source_id: str) -> None:
    assert read(**facts).source_id == source_id


@pytest.mark.parametrize(
    ("facts", "remark"),
    [
        ({"phase": "MARS"}, ("phase", "MARS", "unknown-value", "left-out")),
        ({"sepMep": True}, ("sepMep", "True", "not-carried", "left-out")),
        ({"nyhed": 1}, ("nyhed", "1", "unknown-field", "left-out")),
        ({"links": "https://x.dk"}, ("links", "https://x.dk", "wrong-type", "left-out")),
        ({"rating": "mange"}, ("rating", "mange", "not-a-number", "left-out")),
        ({"title": "x" * 70}, ("title", "x" * 70, "too-long", "moved")),
        ({"created": "i går"}, ("created", "i går", "not-a-day", "left-out")),
    ],
)
def test_what_is_not_understood_is_said(facts: dict[str, Any], remark: tuple[str, ...]) -> None:
    one = read(**facts).remarks[0]
    assert (one.field, one.value, one.what, one.done) == remark
    assert one.place == "record 1"


@pytest.mark.parametrize("empty", [None, "", [], {}])
def test_an_unknown_field_that_says_nothing_is_not_worth_a_word(empty: Any) -> None:
    assert read(nyhed=empty, sepMep=False).remarks == ()


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (
            dict.fromkeys(("timeSpendOccurancesPerEmployee", "timeSpendPerOccurance"), 0),
            (None, None, None),
        ),
        ({"timeSpendOccurancesPerEmployee": 10, "timeSpendPercentageDigital": 0}, (10, None, 0)),
    ],
)
def test_noughts_that_nobody_answered_are_empty(facts: dict[str, Any], expected: Any) -> None:
    one = read(**{"timeSpendPerOccurance": 0, "timeSpendPercentageDigital": 0} | facts)
    assert (one.occurrences, one.minutes, one.automatable) == expected


@pytest.mark.parametrize(("comment", "rating"), [("", None), ("Vi fik intet ud af det", 0)])
def test_a_rating_of_nought_counts_when_somebody_wrote_why(
    comment: str, rating: int | None
) -> None:
    assert read(rating=0, ratingComment=comment).rating == rating


def test_internal_links_are_kept_apart() -> None:
    one = read(links=[{"url": "https://a.dk", "internal": True}, {"url": "https://b.dk"}])
    assert (one.internal_links, one.links) == (("https://a.dk",), ("https://b.dk",))


def test_children_that_may_not_be_read_are_null() -> None:
    assert read(type="PARENT", children=[None, {"id": 4}]).parts == ("4",)


def test_every_field_of_the_api_is_a_field_of_a_record() -> None:
    assert set(NAMES.values()) <= set(FIELDS)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*NAMES, "id", "links", "_links", "cvr"]), json_values))
def test_whatever_stands_in_a_process_it_is_read_and_every_value_taken_or_said(
    facts: dict[str, Any],
) -> None:
    one = read(**facts)
    said = {remark.field for remark in one.remarks}
    assert {NAMES[name] for name in facts if name in NAMES and name not in said} <= one.carries
