"""Which version is newer: by numbers and not by letters, a candidate before what it is a candidate for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.reuse.versions import newer, newest

RISING = [
    "",
    "0.9",
    "1.0.dev1",
    "1.0a1",
    "1.0rc1",
    "1.0",
    "1.0.post",
    "1.0.1",
    "1.2",
    "1.10",
    "v2",
    "2026.11",
]
TEXTS = st.text(st.sampled_from("0123456789.abrcv- "), max_size=12)


@pytest.mark.parametrize(("lower", "higher"), list(pairwise(RISING)))
def test_versions_rise(lower: str, higher: str) -> None:
    assert newer(higher, lower)
    assert not newer(lower, higher)


@pytest.mark.parametrize(("one", "other"), [("1.0", "1.0.0"), ("v1.2", "1.2"), (" 1.2 ", "1.2")])
def test_the_same_version_spelled_otherwise_is_not_newer(one: str, other: str) -> None:
    assert not newer(one, other)
    assert not newer(other, one)


@given(TEXTS, TEXTS)
def test_at_most_one_of_two_is_newer(one: str, other: str) -> None:
    assert not (newer(one, other) and newer(other, one))


@given(st.lists(TEXTS, min_size=1))
def test_nothing_is_newer_than_the_newest(versions: list[str]) -> None:
    assert not any(newer(each, newest(versions)) for each in versions)
