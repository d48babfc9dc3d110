"""A case corrected for optimism, as a reading of its file, and the reference class of its authority."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.casefile.read import read
from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.engines.businesscase.cases import shipped
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.risk import RiskArea
from gevinst.features.benefits.casework.paths import plain
from gevinst.features.benefits.estimating.optimism import corrected
from gevinst.features.benefits.estimating.plan import plan_of
from gevinst.features.benefits.estimating.public_class import public_class
from gevinst.features.benefits.estimating.scenario import with_scenario
from gevinst.features.benefits.estimating.uplifts import (
    AREAS,
    BENEFIT,
    INVESTMENT,
    OPERATION,
    rates_of,
)
from gevinst.features.benefits.queries.estimates.own_class import enough, own_register
from gevinst.features.benefits.tests.case_people import SOUND, CasePeople, case_people, sound_case

TODAY = date(2026, 11, 22)
RUNNING = SOUND.replace(
    "benefits:\n",
    "  - {id: run, title: Drift, scenario: 1, place: operation.system.external, amount: 1000,"
    " when: {from: 2027}}\nbenefits:\n",
)
CLOSED = (
    SOUND.replace("2026, to: 2029", "2020, to: 2023")
    .replace("2027", "2021")
    .replace("2026", "2020")
)


def closed(actual: int) -> str:
    return CLOSED.replace(
        "amount: one_off\n", f"amount: one_off\n    actuals: {{2020: {actual}}}\n"
    )


def test_the_plan_is_what_the_case_says() -> None:
    plan = plan_of(evaluate(read(RUNNING)))
    assert (plan.investment, plan.operation, plan.months) == (50_000, 3_000, 12)
    assert plan.net == evaluate(read(RUNNING)).total


@pytest.mark.parametrize(
    ("choice", "investment"),
    [
        (("it-system", "stage-1"), 150_000),
        (("it-system", "stage-3"), 55_000),
        (("average", "outline"), 73_500),
    ],
)
def test_each_kind_and_stage_has_its_uplift(choice: tuple[str, str], investment: int) -> None:
    plan = plan_of(evaluate(read(RUNNING)))
    found = corrected(plan, *choice, [], TODAY)
    assert found.plan.investment == investment
    assert found.plan.operation == Decimal("4230")
    assert found.plan.months == Decimal("14.04")
    assert round(found.plan.benefit / plan.benefit, 6) == Decimal("0.98")
    assert all(each.source for each in found.rates.values())


def test_what_is_documented_as_managed_lowers_the_uplift_and_what_is_only_said_does_not() -> None:
    plan = plan_of(evaluate(read(SOUND)))
    areas = [
        RiskArea("anchoring", Decimal("0.5"), Decimal("0.8"), "Styregruppens referat"),
        RiskArea("technology", Decimal("0.5"), Decimal("0.8")),
    ]
    found = corrected(plan, "it-system", "stage-1", areas, TODAY)
    assert found.left == Decimal("0.6")
    assert found.plan.investment == 50_000 * Decimal("2.2")
    assert [note.code for note in found.notes] == ["managed-without-evidence"]


def test_the_weights_to_begin_from_sum_to_one() -> None:
    assert sum(AREAS.values()) == 1


def test_an_unknown_kind_names_those_there_are() -> None:
    with pytest.raises(ValueError, match="it-system, stage-1"):
        rates_of("bridge", "stage-1", TODAY)


def scenario(text: str, **factors: str) -> tuple[Case, list[str]]:
    data = plain(text)
    assert data is not None
    told = {name: Decimal(value) for name, value in factors.items()}
    made, left_out = with_scenario(data, "worse", "Værre", "Fordi", told)
    return read(dumps(made)), left_out


def test_the_reading_multiplies_costs_and_benefits_and_leaves_the_case_as_it_is() -> None:
    case, left_out = scenario(RUNNING, investment="3", operation="1.41", benefit="0.98")
    before, base, after = evaluate(read(RUNNING)), evaluate(case), evaluate(case, "worse")
    assert base.net == before.net
    assert after.investment == 3 * before.investment
    assert sum(after.costs["run"]) == sum(before.costs["run"]) * Decimal("1.41")
    assert abs(sum(after.gain) - sum(before.gain) * Decimal("0.98")) < Decimal("0.05")
    assert round(sum(after.hours), 9) == round(sum(before.hours) * Decimal("0.98"), 9)
    assert left_out == []
    assert case.readings["worse"].reason == "Fordi"


def test_the_reading_follows_the_case_when_it_is_made_again() -> None:
    data = plain(SOUND)
    assert data is not None
    once, _ = with_scenario(data, "worse", "A", "", {INVESTMENT: Decimal(2)})
    twice, _ = with_scenario(once, "worse", "B", "", {INVESTMENT: Decimal(3)})
    case = read(dumps(twice))
    assert evaluate(case, "worse").investment == 150_000
    assert set(case.readings) == {"worse"}


def test_a_factor_of_one_changes_nothing() -> None:
    case, _ = scenario(SOUND, investment="1", operation="1", benefit="1")
    assert set(case.assumptions) == set(read(SOUND).assumptions)


@pytest.mark.parametrize("name", ["c08_koebenhavn_iga", "c09_aktindsigt_ai", "c06_rksk_rpa"])
def test_the_published_cases_take_a_scenario_too(name: str) -> None:
    text = shipped()[name]
    case, left_out = scenario(text, investment="2", operation="1.41", benefit="0.98")
    before, after = evaluate(read(text)), evaluate(case, "worse")
    assert evaluate(case).net == before.net
    assert left_out or after.total < before.total


def test_money_carried_on_from_history_is_told() -> None:
    text = RUNNING.replace(
        "amount: 1000, when: {from: 2027}", "amount: {driver: history, history: {2025: 1000}}"
    )
    _, left_out = scenario(text, operation="1.41")
    assert left_out == ["Drift"]


def test_a_cost_that_falls_away_is_a_gain_and_one_carried_on_is_not_touched() -> None:
    zero = "  - {id: old, title: Gammelt, scenario: 0, place: operation.system.internal, amount: 5000}\n"
    text = SOUND.replace("benefits:\n", zero + "benefits:\n")
    case, _ = scenario(text, benefit="0.5")
    assert sum(evaluate(case, "worse").gains["old"]) == 10_000
    new = zero.replace("id: old", "id: new, continues: old").replace("scenario: 0", "scenario: 1")
    new = new.replace("5000", "100")
    case, _ = scenario(text.replace("benefits:\n", new + "benefits:\n"), benefit="0.5")
    assert sum(evaluate(case, "worse").gains["old"]) == 4 * 4_900


@pytest.fixture
def people(db: None) -> CasePeople:
    return case_people()


def test_only_closed_cases_with_all_costs_known_count(people: CasePeople) -> None:
    for text in (closed(75_000), closed(40_000), CLOSED, SOUND, "case: 1\n"):
        sound_case(people, text)
    sound_case(case_people(), closed(90_000))
    own = own_register(people.authority.pk, "Vores", TODAY)
    assert sorted(own.ratios) == [Decimal("0.8"), Decimal("1.5")]
    assert enough(TODAY) == 20


def test_a_case_without_a_cost_of_a_project_has_no_ratio(people: CasePeople) -> None:
    sound_case(people, CLOSED.replace("project.acquisition.external", "operation.system.external"))
    assert own_register(people.authority.pk, "Vores", TODAY).ratios == ()


def test_the_published_class_says_what_was_published() -> None:
    public, size = public_class(TODAY)
    assert public.points == ((Decimal("0.82"), Decimal("1.5")),)
    assert public.cap == Decimal("5.47")
    assert "5392" in size.source


@pytest.mark.parametrize("what", [INVESTMENT, OPERATION, BENEFIT])
def test_every_factor_has_a_title_in_the_file(what: str) -> None:
    case, _ = scenario(RUNNING, **{what: "0.5"})
    assert case.assumptions[f"factor_{what}"].title
