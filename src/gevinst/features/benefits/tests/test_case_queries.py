"""Who finds which business cases, what a file comes to, and what differs between two."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from gevinst.features.accounts.tests.factories import actor
from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.queries import cases as queries
from gevinst.features.benefits.queries.cases.difference import difference
from gevinst.features.benefits.queries.cases.headline import headline
from gevinst.features.benefits.queries.cases.ranges import net_range
from gevinst.features.benefits.queries.cases.rates import discount, effective_hours, yearly
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.tests.case_people import (
    SOUND,
    CasePeople,
    case_people,
    sound_case,
    with_value,
)
from gevinst.shared.actor import GUEST, SYSTEM
from gevinst.shared.errors import DomainError

TODAY = date(2026, 11, 22)


@pytest.fixture
def people(db: None) -> CasePeople:
    return case_people()


@pytest.mark.parametrize(
    ("visibility", "seen"),
    [
        ("authority", {"writer", "reader", "system", "national"}),
        ("shared", {"writer", "reader", "stranger", "system", "national"}),
        ("public", {"writer", "reader", "stranger", "guest", "system", "national"}),
    ],
)
def test_a_case_is_read_by_those_it_is_shown_to(
    people: CasePeople, visibility: str, seen: set[str]
) -> None:
    case = sound_case(people)
    actions.show_case(case=case, visibility=visibility, by=people.writer)
    who = {
        "writer": people.writer,
        "reader": people.reader,
        "stranger": people.stranger,
        "guest": GUEST,
        "system": SYSTEM,
        "national": actor(national_admin=True),
    }
    assert {name for name, each in who.items() if queries.cases(each).exists()} == seen


def test_a_case_that_may_not_be_read_is_not_there(people: CasePeople) -> None:
    case = sound_case(people)
    for missing in (case.pk, 0):
        with pytest.raises(DomainError, match="findes ikke"):
            queries.case(people.stranger, missing)
    with pytest.raises(DomainError, match="findes ikke"):
        queries.case_version(case, 1)


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({}, 2),
        ({"text": "prøve sag"}, 1),
        ({"text": "findes ikke"}, 0),
        ({"state": "proposed"}, 1),
        ({"authority": "here"}, 2),
        ({"authority": "nowhere"}, 0),
        ({"process": 0}, 0),
        ({"own": True}, 2),
    ],
)
def test_cases_are_filtered(people: CasePeople, wanted: dict[str, object], count: int) -> None:
    sound_case(people)
    other = sound_case(people, SOUND.replace("Prøvesag", "Anden"))
    actions.propose_case(case=other, by=people.writer)
    if wanted.get("authority") == "here":
        wanted = {"authority": people.authority.code}
    asked = queries.CasesWanted(**wanted)  # type: ignore[arg-type]
    assert queries.cases(people.writer, asked).count() == count


def test_the_range_lies_about_the_net_and_is_the_same_each_time() -> None:
    seen = net_range(SOUND)
    worked = evaluated(SOUND).result
    assert seen is not None
    assert worked is not None
    assert seen.low < worked.total < seen.high
    net_range.cache_clear()
    assert net_range(SOUND) == seen


@pytest.mark.parametrize("text", ["case: [", "case: 1\n"])
def test_a_faulty_file_has_faults_and_no_figures(text: str) -> None:
    known = evaluated(text)
    assert known.faults
    assert (known.result, net_range(text), headline(text, TODAY)) == (
        None,
        None,
        {},
    )


def test_what_is_certain_has_no_range() -> None:
    sure = SOUND.replace(", low: 800, high: 1200", "").split("risks:")[0]
    assert evaluated(sure).result is not None
    assert net_range(sure) is None


@pytest.mark.parametrize(
    ("stated", "effective"), [("1500", 1500), ("volume", 1000), ("", "1154.4")]
)
def test_fte_come_from_effective_hours(stated: str, effective: str) -> None:
    result = evaluated(f"{SOUND}effective_hours: '{stated}'\n").result
    assert result is not None
    assert effective_hours(result, TODAY) == Decimal(effective)
    hours, fte = yearly(result, TODAY)
    assert fte == hours / Decimal(effective)


@pytest.mark.parametrize(
    ("stated", "rate"),
    [("discount: '2015'\n", "0.04"), ("discount: '2015-05-01'\n", "0.04"), ("", "0.035")],
)
def test_the_discount_rate_is_that_of_the_day_the_case_names(stated: str, rate: str) -> None:
    result = evaluated(f"{SOUND}{stated}").result
    assert result is not None
    assert discount(result.case, TODAY).rates[0] == Decimal(rate)


@pytest.mark.parametrize("status", ["open", "expired"])
def test_only_risks_that_may_still_happen_widen_the_range(status: str) -> None:
    sure = SOUND.replace(", low: 800, high: 1200", "")
    risky = sure.replace("probability: 0.2", f"status: {status}, probability: 0.2")
    assert (net_range(risky) is None) is (status == "expired")


def test_a_price_year_before_all_rates_takes_todays() -> None:
    old = evaluated(f"{SOUND}price_year: 1995\n").result
    assert old is not None
    assert discount(old.case, TODAY).since == date(2023, 6, 22)


def test_a_difference_names_the_part_the_field_and_both_values() -> None:
    other = with_value(SOUND, "volume", 1100).replace("scenario: 1", "scenario: 0")
    found = difference(SOUND, other, TODAY)
    told = {(each.part, each.name, each.field): (each.before, each.after) for each in found.changes}
    assert told == {
        ("assumptions", "volume", "value"): (1000, 1100),
        ("costs", "one_off", "scenario"): (1, 0),
    }
    assert found.figures["net"][0] == "150000.01"


def test_what_came_and_what_went_is_whole() -> None:
    gone = SOUND.split("risks:")[0] + "price_year: 2026\nreadings: {a: {title: A}}\n"
    found = difference(SOUND, gone, TODAY)
    kinds = [
        (each.part, each.name, each.before is None, each.after is None) for each in found.changes
    ]
    assert kinds == [
        ("risks", "delay", False, True),
        ("price_year", "", True, False),
        ("readings", "a", True, False),
    ]


def test_a_number_alone_is_the_same_as_its_value() -> None:
    bare = SOUND.replace("{value: 12, unit: minutes, source: Tidsmåling}", "12")
    fields = {each.field for each in difference(SOUND, bare, TODAY).changes}
    assert fields == {"unit", "source"}


@pytest.mark.parametrize("text", ["case: [", "- 1\n", "costs: x\nassumptions: 1\n"])
def test_a_file_that_cannot_be_read_differs_and_does_not_fail(text: str) -> None:
    found = difference(SOUND, text, TODAY)
    assert found.changes
    assert found.figures["net"] == ("150000.01", None)


def test_a_person_elsewhere_sees_no_draft(people: CasePeople) -> None:
    sound_case(people)
    assert not queries.cases(actor(), queries.CasesWanted(own=True)).exists()
