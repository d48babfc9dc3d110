"""What a case is held against: the first approved version, until another is chosen with a reason."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gevinst.features.benefits.actions import cases as writing
from gevinst.features.benefits.actions.following.pool import move_pool
from gevinst.features.benefits.actions.following.rebasing import rebase_case
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.following.actuals import baselines_of, held_versions
from gevinst.features.benefits.queries.following.realised import drawn, followed_case
from gevinst.features.benefits.tests.case_people import (
    CasePeople,
    case_people,
    sound_case,
    with_value,
)
from gevinst.features.benefits.tests.realised_example import PAST, approved, recorded, refused

pytestmark = pytest.mark.django_db
D = Decimal
TODAY = date(2026, 11, 22)


@pytest.fixture
def people() -> CasePeople:
    return case_people()


@pytest.fixture
def case(people: CasePeople) -> BusinessCase:
    return sound_case(people, PAST)


def kept(case: BusinessCase, people: CasePeople, volume: int) -> BusinessCase:
    row = BusinessCase.objects.get(pk=case.pk)
    text = with_value(row.text, "volume", volume)
    row = writing.save_case(case=row, text=text, revision=row.revision, by=people.writer)
    writing.keep_case_version(case=row, reason="Ny mængde", by=people.writer)
    return BusinessCase.objects.get(pk=case.pk)


def test_the_first_approved_version_is_what_a_case_is_held_against(
    case: BusinessCase, people: CasePeople
) -> None:
    assert held_versions(case) == (None, None)
    case = kept(approved(case, people), people, 900)
    now, original = held_versions(case)
    assert now == original
    assert now is not None
    assert now.number == 1


def test_another_version_with_a_reason_and_the_original_stays(
    case: BusinessCase, people: CasePeople
) -> None:
    case = kept(approved(case, people), people, 900)
    recorded(case, people, 60_000)
    rebase_case(case=case, version=2, reason="Færre sager", by=people.second)
    found = followed_case(case, TODAY)
    assert found is not None
    assert found.from_original is not None
    assert (found.realised.rate, found.from_original.rate) == (1, D("0.9"))
    assert [one.reason for one in baselines_of(case)] == ["Færre sager"]


def test_a_case_that_never_was_approved_begins_with_the_version_chosen(
    case: BusinessCase, people: CasePeople
) -> None:
    case = kept(case, people, 900)
    made = rebase_case(case=case, version=1, reason="Start", by=people.second)
    assert made.original == made.version


def test_rebasing_refused(case: BusinessCase, people: CasePeople) -> None:
    case = approved(case, people)
    facts: dict[str, Any] = {"case": case, "reason": "x", "by": people.second}
    refused("invalid", rebase_case, **{**facts, "version": 1})
    refused("invalid", rebase_case, **{**facts, "version": 1, "reason": " "})
    refused("not-found", rebase_case, **{**facts, "version": 9})
    refused("not-allowed", rebase_case, **{**facts, "version": 1, "by": people.writer})
    row = writing.save_case(case=case, text="a: [", revision=case.revision, by=people.writer)
    writing.keep_case_version(case=row, reason="Fejl", by=people.writer)
    assert refused("invalid", rebase_case, **{**facts, "version": 2}).facts["field"] == "version"


def test_what_the_pool_paid_is_told_by_line(case: BusinessCase, people: CasePeople) -> None:
    pool = {"case": case, "day": date(2022, 1, 1), "reason": "x", "by": people.writer}
    move_pool(kind="set-aside", amount=D(9000), **pool)
    move_pool(kind="draw", amount=D(4000), line="one_off", **pool)
    move_pool(kind="draw", amount=D(1000), line="one_off", **pool)
    recorded(case, people, 56_000, line="one_off", year=2022)
    found = followed_case(case, TODAY)
    assert found is not None
    assert (found.realised.costs.uncovered, found.realised.costs.pool_left) == (1000, 4000)
    assert drawn(case, TODAY) == 5000
