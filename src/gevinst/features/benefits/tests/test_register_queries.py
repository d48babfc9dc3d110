"""The register as others ask of it: filters, what is due, standing, and what a budget can count on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gevinst.features.accounts.queries import actor_of
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory, actor
from gevinst.features.benefits import queries
from gevinst.features.benefits.queries import Wanted
from gevinst.features.benefits.tests.factories import BenefitFactory, StepFactory
from gevinst.shared.actor import SYSTEM
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def test_one_reads_the_register_of_ones_own() -> None:
    held, other = BenefitFactory(), BenefitFactory()
    by = actor(reader_of=held.authority)
    assert list(queries.benefits(by)) == [held]
    assert queries.benefit(by, held.pk) == held
    with pytest.raises(DomainError):
        queries.benefit(by, other.pk)
    assert set(queries.benefits(actor(national_admin=True))) == {held, other}


@pytest.mark.parametrize(
    "wanted",
    [
        {"kind": "quality"},
        {"state": "measured"},
        {"mode": "quality"},
        {"case_key": "sag-1"},
        {"text": "særlig"},
        {"due_by": TODAY},
    ],
)
def test_each_filter_finds_its_own(wanted: dict[str, Any]) -> None:
    BenefitFactory()
    BenefitFactory(state="lapsed", next_measurement_on=TODAY)
    held = BenefitFactory(
        quality_of_task=True,
        state="measured",
        case_key="sag-1",
        title="En Særlig gevinst",
        next_measurement_on=TODAY,
    )
    assert list(queries.benefits(SYSTEM, Wanted(**wanted))) == [held]


def test_by_authority_owner_and_process() -> None:
    held = BenefitFactory(owner=UserFactory())
    BenefitFactory()
    assert list(queries.benefits(SYSTEM, Wanted(authorities=(held.authority_id,)))) == [held]
    assert list(queries.benefits(SYSTEM, Wanted(owner=held.owner_id))) == [held]
    assert list(queries.benefits(SYSTEM, Wanted(process=1 << 40))) == []


def test_what_is_due_for_its_owner() -> None:
    authority = AuthorityFactory()
    owner = UserFactory(reader_of=authority)
    facts = {"authority": authority, "owner": owner, "state": "measured"}
    late = BenefitFactory(**facts, next_measurement_on=date(2026, 10, 1))
    later = BenefitFactory(**facts, next_measurement_on=date(2026, 9, 1))
    BenefitFactory(**facts, next_measurement_on=date(2026, 12, 1))
    BenefitFactory(**{**facts, "state": "idea"}, next_measurement_on=date(2026, 1, 1))
    assert list(queries.due(actor_of(owner), TODAY)) == [later, late]
    assert not queries.due(actor(reader_of=authority), TODAY).exists()


@pytest.mark.parametrize(("expected", "rate"), [(Decimal(400), "1.2500"), (None, None)])
def test_measured_against_expected(expected: Decimal | None, rate: str | None) -> None:
    step = StepFactory(benefit__expected=expected)
    found = queries.standing(step.benefit)
    assert found is not None
    assert found.a_year == Decimal("500.00")
    assert found.rate == (Decimal(rate) if rate else None)


def test_nothing_measured_has_no_standing() -> None:
    assert queries.standing(BenefitFactory()) is None
    estimate = StepFactory(source="expected", target="estimated")
    assert queries.standing(estimate.benefit) is None
    assert queries.standing_of(StepFactory(value=None), Decimal(1)) is None


def realised(on: date = date(2026, 4, 1), **facts: Any) -> Any:
    return StepFactory(
        benefit__cut=True,
        source="measured",
        target="realised",
        on=on,
        budget_reference="6.45",
        **facts,
    )


@pytest.mark.parametrize(("year", "amounts"), [(2025, []), (2026, [500]), (2027, [500])])
def test_a_budget_counts_on_a_realised_cut_from_its_year(year: int, amounts: list[int]) -> None:
    step = realised()
    lines = queries.for_budget(step.benefit.authority_id, year)
    assert [line.amount for line in lines] == amounts
    if lines:
        assert (lines[0].since, lines[0].budget_reference, lines[0].grade) == (step.on, "6.45", "A")


def test_a_budget_does_not_count_on_what_has_lapsed() -> None:
    step = realised()
    StepFactory(
        benefit=step.benefit, source="realised", target="lapsed", on=date(2027, 2, 1), value=None
    )
    authority = step.benefit.authority_id
    assert [len(queries.for_budget(authority, year)) for year in (2026, 2027)] == [1, 0]


def test_the_newest_measurement_is_the_budgets() -> None:
    step = realised()
    facts = {"benefit": step.benefit, "value": Decimal(200), "grade": "B"}
    StepFactory(**facts, source="realised", target="sustained", on=date(2027, 4, 1))
    lines = [queries.for_budget(step.benefit.authority_id, year)[0] for year in (2026, 2027)]
    assert [(line.amount, line.grade) for line in lines] == [(500, "A"), (1000, "B")]


@pytest.mark.parametrize("facts", [{"target": "measured"}, {"benefit__mode": "capacity"}])
def test_a_budget_counts_on_nothing_else(facts: dict[str, str]) -> None:
    step = StepFactory(**{"target": "realised", "benefit__unit": "dkk", **facts})
    assert queries.for_budget(step.benefit.authority_id, 2026) == []


def test_a_realised_cut_without_a_measured_value_is_no_line() -> None:
    step = realised(value=None)
    assert queries.for_budget(step.benefit.authority_id, 2026) == []


def test_owners_are_those_with_a_role_by_name() -> None:
    authority = AuthorityFactory()
    second = UserFactory(name="Bo", reader_of=authority)
    first = UserFactory(name="Ane", clerk_of=authority)
    UserFactory(reader_of=authority, is_active=False)
    UserFactory()
    assert queries.owners([authority.pk]) == [first, second]
