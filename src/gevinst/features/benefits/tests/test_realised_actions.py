"""Following a case up: what may be written, what is read from operation, and what it is held against."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import ProgrammingError, transaction
from django.utils import timezone

from gevinst.features.benefits.actions import cases as writing
from gevinst.features.benefits.actions.following.operation import take_from_operation
from gevinst.features.benefits.casework.states import CaseState
from gevinst.features.benefits.models import BusinessCase, CaseActual
from gevinst.features.benefits.queries.following.actuals import actual_history, actuals_of
from gevinst.features.benefits.queries.following.realised import followed_case
from gevinst.features.benefits.tests.case_people import (
    SOUND,
    CasePeople,
    case_people,
    sound_case,
)
from gevinst.features.benefits.tests.factories import BaselineFactory, EffectFactory
from gevinst.features.benefits.tests.realised_example import PAST, approved, recorded, refused
from gevinst.features.catalogue.tests.factories import ProcessFactory

pytestmark = pytest.mark.django_db
D = Decimal
TODAY = date(2026, 11, 22)


@pytest.fixture
def people() -> CasePeople:
    return case_people()


@pytest.fixture
def case(people: CasePeople) -> BusinessCase:
    return sound_case(people, PAST)


def test_an_amount_is_held_against_what_was_expected(
    case: BusinessCase, people: CasePeople
) -> None:
    recorded(case, people)
    found = followed_case(case, TODAY)
    assert found is not None
    assert (found.realised.came, found.realised.due) == (50_000, D("66666.67"))
    assert found.realised.rate == D("0.75")


def test_an_approved_case_stays_approved(case: BusinessCase, people: CasePeople) -> None:
    recorded(approved(case, people), people)
    assert BusinessCase.objects.get(pk=case.pk).state == CaseState.APPROVED


def test_a_correction_needs_a_reason_and_keeps_the_old_one(
    case: BusinessCase, people: CasePeople
) -> None:
    recorded(case, people)
    assert refused("invalid", recorded, case, people, 60_000).facts["field"] == "reason"
    recorded(case, people, 60_000, reason="Sen faktura")
    assert [one.value for one in actual_history(case)] == [60_000, 50_000]
    assert actuals_of(case)["time", 2023][""].value == 60_000


def test_the_same_number_again_writes_nothing(case: BusinessCase, people: CasePeople) -> None:
    recorded(case, people)
    assert recorded(case, people) == []


def test_terms_tell_the_amount_and_why_it_deviates(case: BusinessCase, people: CasePeople) -> None:
    recorded(case, people, values={"units": D(900), "minutes": D(8)})
    found = followed_case(case, TODAY)
    assert found is not None
    assert found.realised.came == 900 * 8 * 400 / D(60)
    assert {name for name, part in found.why[0].parts.items() if part} == {"units", "minutes"}
    assert found.why[0].total == D("-18666.67")


def test_an_amount_beside_its_terms_leaves_a_rest(case: BusinessCase, people: CasePeople) -> None:
    recorded(case, people, values={"": D(50_000), "units": D(900)})
    found = followed_case(case, TODAY)
    assert found is not None
    assert (found.realised.came, found.why[0].other) == (50_000, D("-10000.00"))


THIS_YEAR = timezone.localdate().year
REFUSED: list[tuple[str, dict[str, Any]]] = [
    ("source", {"source": " "}),
    ("line", {"line": "work"}),
    ("line", {"line": "nothing"}),
    ("year", {"year": 2019}),
    ("value", {"values": {}}),
    ("value", {"values": {"fte": D(1)}}),
    ("value", {"values": {"": D(-1)}}),
    ("value", {"values": {"": D("Infinity")}}),
]


@pytest.mark.parametrize(("field", "facts"), REFUSED)
def test_refused(field: str, facts: dict[str, Any], case: BusinessCase, people: CasePeople) -> None:
    assert refused("invalid", recorded, case, people, **facts).facts["field"] == field


def test_a_year_that_is_not_over_takes_a_projects_cost_only(people: CasePeople) -> None:
    now = SOUND.replace("2026", str(THIS_YEAR)).replace(
        "operation_from: 2027", f"operation_from: {THIS_YEAR}"
    )
    case = sound_case(
        people, now.replace("2027", str(THIS_YEAR)).replace("2029", str(THIS_YEAR + 3))
    )
    assert recorded(case, people, line="one_off", year=THIS_YEAR)
    for line, year in (("time", THIS_YEAR), ("one_off", THIS_YEAR + 1)):
        assert (
            refused("invalid", recorded, case, people, line=line, year=year).facts["field"]
            == "year"
        )


def test_a_case_with_faults_is_not_followed(case: BusinessCase, people: CasePeople) -> None:
    writing.save_case(case=case, text="a: [", revision=case.revision, by=people.writer)
    case.refresh_from_db()
    assert followed_case(case, TODAY) is None
    refused("invalid", recorded, case, people)


def test_only_contributors_of_an_open_case(case: BusinessCase, people: CasePeople) -> None:
    refused("not-allowed", recorded, case, people, by=people.reader)
    refused("not-allowed", recorded, case, people, by=people.stranger)
    writing.archive_case(case=case, by=people.writer)
    refused("wrong-state", recorded, case, people)


def test_an_actual_is_never_changed(case: BusinessCase, people: CasePeople) -> None:
    (made,) = recorded(case, people)
    for act in (made.save, made.delete):
        with pytest.raises(ProgrammingError), transaction.atomic():
            act()


def test_lines_and_years_the_case_has_lost_tell_nothing(
    case: BusinessCase, people: CasePeople
) -> None:
    for line, year in (("gone", 2023), ("time", 2019)):
        facts = {
            "line": line,
            "year": year,
            "term": "units",
            "value": 5,
            "source": "x",
            "by_name": "x",
        }
        CaseActual.objects.create(case=case, **facts)
    found = followed_case(case, TODAY)
    assert found is not None
    assert (found.realised.rate, found.why) == (None, ())


def test_terms_of_a_line_that_is_no_product_tell_nothing(
    case: BusinessCase, people: CasePeople
) -> None:
    facts = {
        "line": "one_off",
        "year": 2022,
        "term": "units",
        "value": 5,
        "source": "x",
        "by_name": "x",
    }
    CaseActual.objects.create(case=case, **facts)
    found = followed_case(case, TODAY)
    assert found is not None
    assert not found.realised.costs.rows


def operated(case: BusinessCase, people: CasePeople, **effect: Any) -> BusinessCase:
    process = ProcessFactory(authority=people.authority)
    BusinessCase.objects.filter(pk=case.pk).update(process=process)
    evidence = effect.pop("evidence", "measured")
    baseline = BaselineFactory(process=process, evidence=evidence, valid_from=date(2022, 1, 1))
    facts = {"hours": D(150), "amount": D(60_000), "untouched": 900, **effect}
    EffectFactory(baseline=baseline, on=date(2023, 5, 5), **facts)
    return BusinessCase.objects.get(pk=case.pk)


def taken(case: BusinessCase, people: CasePeople, **other: Any) -> Any:
    facts = {"line": "time", "year": 2023, "by": people.writer, **other}
    return take_from_operation(case=case, **facts)


@pytest.mark.parametrize(
    ("evidence", "how"), [("measured", "measured"), ("estimated", "estimated")]
)
def test_operation_tells_amount_volume_time_and_price(
    case: BusinessCase, people: CasePeople, evidence: str, how: str
) -> None:
    case = operated(case, people, evidence=evidence)
    made = {one.term: one for one in taken(case, people)}
    assert {name: one.value for name, one in made.items()} == {
        "": 60_000,
        "units": 900,
        "minutes": 10,
        "rate": 400,
    }
    assert (made[""].how, made[""].rests_on["runs"]) == (how, 1)
    found = followed_case(case, TODAY)
    assert found is not None
    assert (found.why[0].parts["units"], found.why[0].other) == (D("-6666.67"), 0)


@pytest.mark.parametrize(
    ("effect", "terms"),
    [({"hours": D(0)}, {"", "units", "minutes", "rate"}), ({"untouched": 0}, {""})],
)
def test_operation_without_hours_or_items(
    case: BusinessCase, people: CasePeople, effect: dict[str, Any], terms: set[str]
) -> None:
    assert {one.term for one in taken(operated(case, people, **effect), people)} == terms


def test_operation_tells_a_line_of_another_driver_its_amount_only(people: CasePeople) -> None:
    text = PAST.replace(
        "amount: {driver: time, units: volume, minutes: minutes_before - minutes_after, rate: hourly_cost}",
        "amount: 60000",
    )
    assert {one.term for one in taken(operated(sound_case(people, text), people), people)} == {""}


@pytest.mark.parametrize(
    ("field", "facts"),
    [("line", {"line": "one_off"}), ("line", {"line": "x"}), ("year", {"year": 2024})],
)
def test_operation_tells_only_what_it_has(
    field: str, facts: dict[str, Any], case: BusinessCase, people: CasePeople
) -> None:
    assert (
        refused("invalid", taken, operated(case, people), people, **facts).facts["field"] == field
    )


def test_a_case_of_no_process_has_no_operation(case: BusinessCase, people: CasePeople) -> None:
    refused("invalid", taken, case, people)
