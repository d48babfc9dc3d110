"""Likeness: between 0 and 1, the same both ways, higher the more is in common, silent on what neither has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.reuse.likeness import (
    SHARES,
    Likeness,
    Profile,
    Rarity,
    likeness,
    rarity,
    subject,
)

IDS = st.frozensets(st.integers(1, 8), max_size=6)
CODES = st.frozensets(st.sampled_from(["27.36", "00.32", "29.00", "32.15"]))
PROFILES = st.builds(Profile, IDS, IDS, CODES, st.integers(0, 500))


@given(PROFILES, PROFILES)
def test_it_is_the_same_both_ways_and_between_0_and_1(one: Profile, other: Profile) -> None:
    known = rarity([one, other])
    found = likeness(one, other, known)
    assert found == likeness(other, one, known)
    assert 0 <= found.score <= 1


@given(PROFILES)
def test_one_is_as_like_itself_as_can_be(one: Profile) -> None:
    found = likeness(one, one, rarity([one]))
    assert found.score == pytest.approx(1.0 if one != Profile() else 0.0)
    assert set(found.systems) == one.systems


@given(PROFILES, PROFILES, st.integers(100, 110))
def test_a_further_thing_in_common_makes_more_alike(one: Profile, other: Profile, new: int) -> None:
    before = likeness(one, other, Rarity()).score

    def also(profile: Profile) -> Profile:
        return Profile(profile.systems | {new}, profile.technologies, profile.kle, profile.size)

    # Where systems were not compared at all before, they take their share from the rest.
    if one.systems | other.systems:
        assert likeness(also(one), also(other), Rarity()).score >= before - 1e-12


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        (Profile(), Profile(), 0.0),
        (Profile(size=10), Profile(size=5), 0.5),
        (Profile(systems=frozenset({1})), Profile(systems=frozenset({1})), 1.0),
        (Profile(systems=frozenset({1})), Profile(systems=frozenset({2})), 0.0),
        (Profile(systems=frozenset({1})), Profile(), 0.0),
        (
            Profile(systems=frozenset({1}), kle=frozenset({"27.36"})),
            Profile(systems=frozenset({1}), kle=frozenset({"29.00"})),
            SHARES["systems"] / (SHARES["systems"] + SHARES["kle"]),
        ),
    ],
)
def test_what_neither_has_says_nothing(one: Profile, other: Profile, score: float) -> None:
    assert likeness(one, other, Rarity()).score == pytest.approx(score)


def test_what_is_rare_counts_more_and_stands_first() -> None:
    here = Profile(systems=frozenset({1, 2}))
    rest = [Profile(systems=frozenset({1}))] * 8
    known = rarity([here, here, *rest])
    assert likeness(here, here, known).systems == (2, 1)
    rare = likeness(here, Profile(systems=frozenset({2})), known).score
    common = likeness(here, Profile(systems=frozenset({1})), known).score
    assert rare > common


@pytest.mark.parametrize(
    ("code", "found"), [("27.36.04", "27.36"), ("27", "27"), ("", ""), ("27.36.04-G01", "27.36")]
)
def test_tasks_are_compared_by_their_group(code: str, found: str) -> None:
    assert subject(code) == found


def test_nothing_in_common_is_nothing() -> None:
    assert likeness(Profile(), Profile(), Rarity()) == Likeness(0.0)
