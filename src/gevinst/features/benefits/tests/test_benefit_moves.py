"""Moving and measuring benefits: the road, what each step needs, and what is read from operation."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from gevinst.features.accounts.queries import actor_of
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory, actor
from gevinst.features.benefits import actions
from gevinst.features.benefits.actions.register.given import Given
from gevinst.features.benefits.models import Benefit, BenefitStep
from gevinst.features.benefits.tests.factories import BaselineFactory, BenefitFactory, EffectFactory
from gevinst.shared.actor import SYSTEM
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db
QUARTER = {"since": date(2026, 1, 1), "until": date(2026, 3, 31)}


def given(**changed: Any) -> Given:
    told = {
        "on": date(2026, 5, 1),
        "evidence": "Log",
        "grade": "A",
        "value": Decimal(100),
        **QUARTER,
    }
    return Given(**{**told, **changed})


def owned(**facts: Any) -> Benefit:
    made: Benefit = BenefitFactory(**facts)
    made.owner = UserFactory(reader_of=made.authority)
    made.owner_name = made.owner.name
    made.save()
    return made


def moved(held: Benefit, target: str, by: Any = SYSTEM, **changed: Any) -> BenefitStep:
    return actions.move(benefit_id=held.pk, target=target, given=given(**changed), by=by)


def test_the_whole_road_is_kept_step_by_step() -> None:
    held = owned(cut=True)
    road = ["expected", "estimated", "measured", "realised", "sustained", "lapsed", "estimated"]
    for target in road:
        moved(held, target)
    steps = list(held.steps.all())
    assert [step.target for step in steps] == road
    assert [step.source for step in steps] == ["idea", *road[:-1]]
    assert {step.owner_name for step in steps} == {held.owner_name}
    assert {step.expected for step in steps} == {Decimal(400)}
    held.refresh_from_db()
    assert held.state == "estimated"
    assert AuditEntry.objects.filter(action="benefits.move").count() == len(road)


@pytest.mark.parametrize(
    ("state", "target", "lacking", "field"),
    [
        ("idea", "expected", {"on": None}, "on"),
        ("idea", "expected", {"evidence": " "}, "evidence"),
        ("expected", "estimated", {"grade": ""}, "grade"),
        ("expected", "estimated", {"value": None}, "value"),
        ("estimated", "measured", {"grade": "D"}, "grade"),
        ("estimated", "measured", {"since": None}, "since"),
        ("estimated", "measured", {"grade": "X"}, "grade"),
        ("realised", "lapsed", {"evidence": ""}, "evidence"),
        ("estimated", "measured", {"on": date(2999, 1, 1)}, "on"),
        ("estimated", "measured", {"until": date(2999, 1, 1)}, "until"),
        ("expected", "estimated", {"until": date(2025, 1, 1)}, "until"),
    ],
)
def test_what_is_missing_is_named(
    state: str, target: str, lacking: dict[str, Any], field: str
) -> None:
    held = owned(state=state)
    with pytest.raises(DomainError) as fault:
        moved(held, target, **lacking)
    assert (fault.value.code, fault.value.facts["field"]) == ("invalid", field)
    assert not held.steps.exists()


def test_a_benefit_without_an_owner_goes_nowhere() -> None:
    with pytest.raises(DomainError) as fault:
        moved(BenefitFactory(), "expected")
    assert fault.value.facts["missing"] == ["owner"]


@pytest.mark.parametrize(("state", "target"), [("idea", "measured"), ("idea", "magic")])
def test_a_move_that_is_not_there(state: str, target: str) -> None:
    with pytest.raises(DomainError) as fault:
        moved(owned(state=state), target)
    assert fault.value.code == "wrong-state"


def test_a_cut_needs_its_place_in_the_budget_once() -> None:
    held = owned(mode="budget_cut", unit="dkk", state="measured")
    with pytest.raises(DomainError) as fault:
        moved(held, "realised")
    assert fault.value.facts["field"] == "budget_reference"
    moved(held, "realised", budget_reference=" 6.45.51 ")
    assert moved(held, "sustained").budget_reference == "6.45.51"


def test_steps_go_forward_in_time() -> None:
    held = owned(state="measured")
    moved(held, "measured")
    with pytest.raises(DomainError) as fault:
        moved(held, "realised", on=date(2026, 4, 30))
    assert fault.value.facts["field"] == "on"


@pytest.mark.parametrize(
    ("frequency", "due"),
    [
        ("monthly", date(2026, 5, 1)),
        ("quarterly", date(2026, 7, 1)),
        ("half_yearly", date(2026, 10, 1)),
        ("yearly", date(2027, 4, 1)),
        ("once", None),
    ],
)
def test_the_next_measurement_follows(frequency: str, due: date | None) -> None:
    held = owned(state="measured", frequency=frequency, next_measurement_on=date(2026, 4, 1))
    actions.measure(benefit_id=held.pk, given=given(), by=SYSTEM)
    held.refresh_from_db()
    assert held.next_measurement_on == due
    moved(held, "lapsed")
    held.refresh_from_db()
    assert held.next_measurement_on is None


def test_an_estimate_is_no_measurement() -> None:
    held = owned(state="expected", next_measurement_on=date(2026, 4, 1))
    moved(held, "estimated")
    held.refresh_from_db()
    assert held.next_measurement_on == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("state", "after"),
    [("estimated", "measured"), ("measured", "measured"), ("realised", "realised")],
)
def test_measuring_keeps_the_state_or_makes_it_measured(state: str, after: str) -> None:
    held = owned(state=state)
    actions.measure(benefit_id=held.pk, given=given(), by=SYSTEM)
    held.refresh_from_db()
    assert held.state == after
    assert AuditEntry.objects.filter(action="benefits.measure").count() == 1


@pytest.mark.parametrize(
    ("unit", "value", "grade"),
    [("hours", "6.00", "B"), ("dkk", "2475.00", "B"), ("items", "30", "A")],
)
def test_a_measurement_is_read_from_operation(unit: str, value: str, grade: str) -> None:
    baseline = BaselineFactory()
    process = baseline.process
    log = BaselineFactory(process=process, log=True)
    rows = [EffectFactory(baseline=one) for one in (baseline, baseline, log)]
    EffectFactory(baseline=baseline, on=date(2026, 4, 1))
    held = owned(authority=process.authority, process=process, state="estimated", unit=unit)
    step = actions.measure(benefit_id=held.pk, given=Given(**QUARTER), by=SYSTEM)
    assert (step.value, step.grade, step.n) == (Decimal(value), grade, 30)
    assert sorted(step.rests_on["effects"]) == sorted(row.pk for row in rows)
    assert step.rests_on["baselines"] == sorted({baseline.pk, log.pk})
    assert step.on == timezone.localdate()
    assert "3" in step.evidence


def test_an_estimated_baseline_does_not_make_a_measurement() -> None:
    row = EffectFactory(baseline__estimated=True)
    held = owned(authority=row.process.authority, process=row.process, state="estimated")
    with pytest.raises(DomainError) as fault:
        actions.measure(benefit_id=held.pk, given=Given(**QUARTER), by=SYSTEM)
    assert fault.value.facts["field"] == "grade"


@pytest.mark.parametrize(
    ("facts", "period", "field"),
    [
        ({"unit": "other", "unit_name": "fejl"}, QUARTER, "value"),
        ({}, {}, "since"),
        ({}, {"since": date(2025, 1, 1), "until": date(2025, 2, 1)}, "since"),
    ],
)
def test_what_cannot_be_read_is_said(
    facts: dict[str, Any], period: dict[str, Any], field: str
) -> None:
    row = EffectFactory()
    held = owned(authority=row.process.authority, process=row.process, state="estimated", **facts)
    with pytest.raises(DomainError) as fault:
        actions.measure(benefit_id=held.pk, given=Given(**period), by=SYSTEM)
    assert (fault.value.code, fault.value.facts["field"]) == ("invalid", field)


def test_a_benefit_of_no_process_is_not_read() -> None:
    with pytest.raises(DomainError):
        actions.measure(benefit_id=owned(state="estimated").pk, given=Given(**QUARTER), by=SYSTEM)


def test_the_owner_moves_what_is_his_and_a_reader_does_not() -> None:
    held = owned()
    assert held.owner is not None
    moved(held, "expected", by=actor_of(held.owner))
    for by, code in (
        (actor(reader_of=held.authority), "not-allowed"),
        (actor(contributor_of=AuthorityFactory()), "not-found"),
    ):
        calls: list[Any] = [
            lambda by=by: moved(held, "estimated", by=by),
            lambda by=by: actions.measure(benefit_id=held.pk, given=given(), by=by),
        ]
        for call in calls:
            with pytest.raises(DomainError) as fault:
                call()
            assert fault.value.code == code


def test_an_owner_who_has_left_moves_nothing() -> None:
    held = owned()
    assert held.owner is not None
    held.owner.memberships.all().delete()
    with pytest.raises(DomainError):
        moved(held, "expected", by=actor_of(held.owner))


def test_a_day_of_today_is_allowed() -> None:
    today = timezone.localdate()
    step = moved(owned(), "expected", on=today, until=today - timedelta(days=1))
    assert step.on == today
