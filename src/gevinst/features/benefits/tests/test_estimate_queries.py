"""What an estimate is judged by and fed from: required method, a process's years, comparables."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from gevinst.engines.businesscase.casefile.read import read
from gevinst.engines.businesscase.estimators import three_point
from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.features.accounts.tests.factories import actor
from gevinst.features.benefits.queries.estimates.comparables import matches
from gevinst.features.benefits.queries.estimates.lines_reading import lines_reading
from gevinst.features.benefits.queries.estimates.own_years import own_years
from gevinst.features.benefits.queries.estimates.prices import rates_of
from gevinst.features.benefits.queries.estimates.requirement import requirement
from gevinst.features.benefits.queries.estimates.units import scale_of, unit_key
from gevinst.features.benefits.tests.case_people import SOUND
from gevinst.features.benefits.tests.factories import BaselineFactory, EffectFactory, StepFactory

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("price", "method"),
    [
        (50_000, "three-point"),
        (400_000, "experience"),
        (2_000_000, "market"),
        (20_000_000, "triangulation"),
    ],
)
def test_the_method_follows_the_size(price: int, method: str) -> None:
    text = SOUND.replace("value: 50000", f"value: {price}")
    found = requirement(text, "one_off", TODAY)
    assert found is not None
    assert (found.amount, found.method) == (price, method)
    assert found.source


def test_an_effect_is_counted_once_also_through_another_number() -> None:
    # The work by hand stands in both scenarios and cancels out: only the benefit counts.
    found = requirement(SOUND, "volume", TODAY)
    assert found is not None
    assert found.amount == Decimal("200000.01")
    text = SOUND.replace(
        "{value: 400, unit: DKK/hour, source: Lønkontoret}", "{formula: pay/1000}"
    ).replace("assumptions:\n", "assumptions:\n  pay: 400000\n")
    assert requirement(text, "pay", TODAY) == found
    assert lines_reading(read(text), "pay") == ("work", "time")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("case: 1\n", "volume"),
        (SOUND, "none"),
        (SOUND.replace("costs:", "  idle: 5\ncosts:"), "idle"),
    ],
)
def test_what_nothing_reads_has_no_requirement(text: str, name: str) -> None:
    assert requirement(text, name, TODAY) is None


def test_a_coarse_method_is_told_and_a_fine_one_is_not() -> None:
    guess = three_point(Decimal(1), Decimal(2), Decimal(3))
    large = requirement(SOUND.replace("value: 50000", "value: 2000000"), "one_off", TODAY)
    small = requirement(SOUND, "one_off", TODAY)
    assert large is not None
    assert small is not None
    note = large.falls_short(guess)
    assert note is not None
    assert note.code == "method-too-coarse"
    assert small.falls_short(guess) is None


def test_the_case_has_its_own_price_rises() -> None:
    own = rates_of(SOUND + "price_levels: {general: {2025: 0.5, 1999: 0.1}}\n")
    assert (own[2025], own[1999]) == (Decimal("0.5"), Decimal("0.1"))
    assert rates_of("case: 1\n").keys() == {2025}


@pytest.mark.django_db
def test_whole_years_of_a_process_are_counted_and_others_told() -> None:
    baseline = BaselineFactory()
    days = (
        date(2023, 5, 2),
        date(2024, 1, 9),
        date(2024, 8, 9),
        date(2025, 2, 1),
        date(2026, 1, 5),
    )
    for on in days:
        EffectFactory(baseline=baseline, on=on, untouched=10, exceptions=2)
    by = actor(reader_of=baseline.process.authority)

    def years(what: str) -> dict[int, Decimal]:
        return dict(own_years(by, baseline.process_id, what, TODAY).by_year)

    assert own_years(by, baseline.process_id, "items", TODAY).partial == (2023, 2026)
    assert years("items") == {2024: 24, 2025: 12}
    assert years("untouched") == {2024: 20, 2025: 10}
    assert years("exceptions") == {2024: 4, 2025: 2}
    assert years("runs") == {2024: 2, 2025: 1}
    assert years("hours") == {2024: 4, 2025: 2}
    assert years("dkk") == {2024: 1650, 2025: 825}
    with pytest.raises(KeyError):
        own_years(by, baseline.process_id, "luck", TODAY)
    stranger = actor()
    assert own_years(stranger, baseline.process_id, "items", TODAY).by_year == {}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("DKK/year", "kr", True),
        ("mio DKK", "DKK/year", True),
        ("hours", "timer/år", True),
        ("min/visit", "minutes/visit", True),
        ("hours", "DKK", False),
        ("min/visit", "minutes", False),
        ("persons (2022)", "persons", True),
    ],
)
def test_units_are_compared_by_what_they_mean(one: str, other: str, same: bool) -> None:
    assert (unit_key(one) == unit_key(other)) is same


@pytest.mark.parametrize(
    ("unit", "scale"), [("mio DKK", 10**6), ("t DKK", 1000), ("DKK", 1), ("", 1)]
)
def test_a_scale_is_read_from_the_unit(unit: str, scale: int) -> None:
    assert scale_of(unit) == scale


@pytest.mark.django_db
def test_measured_benefits_of_ones_own_and_published_cases_with_the_unit_are_offered() -> None:
    step = StepFactory(benefit__title="Timer frigivet i sagsbehandling", benefit__state="measured")
    StepFactory(benefit__unit="items", benefit__authority=step.benefit.authority)
    StepFactory(benefit__title="En andens")
    by = actor(reader_of=step.benefit.authority)
    of = Assumption("freed", "Frigivet i sagsbehandling", "hours/year")
    found = matches(by, of)
    own = [each for each in found if each.kind == "benefit"]
    assert [each.title for each in own] == ["Timer frigivet i sagsbehandling"]
    # 100 hours in 73 of 365 days.
    assert round(own[0].value) == 500
    assert own[0].price_year == 2026
    assert found[0] == own[0]
    assert {unit_key(each.unit) for each in found} == {("hours",)}


@pytest.mark.django_db
def test_a_published_amount_comes_in_the_unit_asked_for() -> None:
    found = matches(actor(), Assumption("total_cost", "Bevilling", "DKK"))
    vejle = next(
        each for each in found if each.ref == "case:vejle-skaermbesoeg:total_cost_2019_2022"
    )
    assert vejle.value == 1_600_000
    assert vejle.price_year == 2022
    assert "Vejle" in vejle.origin


@pytest.mark.django_db
def test_without_a_unit_nothing_is_comparable() -> None:
    assert matches(actor(), Assumption("x", "Noget")) == []
