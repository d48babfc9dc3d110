"""Sums of effects: by kind, month and process, within what one may see; the parts make the whole."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.features.accounts.tests.factories import actor
from gevinst.features.benefits import queries
from gevinst.features.benefits.queries import ESTIMATED, MEASURED, Sums
from gevinst.features.benefits.tests.factories import BaselineFactory, EffectFactory
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import GUEST, SYSTEM

pytestmark = pytest.mark.django_db


def test_measured_and_estimated_are_never_mixed() -> None:
    EffectFactory()
    EffectFactory(baseline__log=True)
    EffectFactory(baseline__estimated=True, hours=Decimal(5))
    sums = queries.sums(queries.effects(SYSTEM))
    assert (sums[MEASURED].hours, sums[MEASURED].runs) == (Decimal(4), 2)
    assert (sums[ESTIMATED].hours, sums[ESTIMATED].runs) == (Decimal(5), 1)


def test_nothing_sums_to_nothing() -> None:
    assert queries.sums(queries.effects(SYSTEM)) == {MEASURED: Sums(), ESTIMATED: Sums()}
    assert queries.together([]) == Sums()


def test_months_and_processes_make_the_whole() -> None:
    one = BaselineFactory()
    for month in (1, 1, 2, 12):
        EffectFactory(baseline=one, on=date(2026, month, 15), hours=Decimal(month))
    EffectFactory(on=date(2026, 2, 1), hours=Decimal("-0.50"))
    found = queries.effects(SYSTEM)
    whole = queries.together(queries.sums(found).values())
    for lines in (
        queries.by_month(found),
        queries.by_process(found),
        queries.by_process_and_month(found),
    ):
        assert queries.together(line.sums for line in lines) == whole
    assert [line.month for line in queries.by_month(found)] == [
        date(2026, 1, 1),
        date(2026, 2, 1),
        date(2026, 12, 1),
    ]
    assert queries.by_process(found)[0].process == one.process_id
    assert (whole.first, whole.last) == (date(2026, 1, 15), date(2026, 12, 15))


@pytest.mark.parametrize(
    ("since", "until", "runs"),
    [
        (None, None, 3),
        (date(2026, 2, 1), None, 2),
        (None, date(2026, 2, 1), 2),
        (date(2026, 2, 1), date(2026, 2, 1), 1),
    ],
)
def test_both_days_are_included(since: date | None, until: date | None, runs: int) -> None:
    for on in (date(2026, 1, 31), date(2026, 2, 1), date(2026, 3, 1)):
        EffectFactory(on=on)
    assert queries.effects(SYSTEM, since=since, until=until).count() == runs


def test_effects_follow_the_process() -> None:
    hidden = EffectFactory()
    shown = EffectFactory(baseline__process__public=True)
    assert list(queries.effects(GUEST)) == [shown]
    reader = actor(reader_of=hidden.process.authority)
    own = queries.own_authorities(reader)
    assert list(queries.effects(reader, authorities=own)) == [hidden]
    assert list(queries.effects(reader, process=shown.process_id)) == [shown]


def test_whose_benefits_are_ones_own() -> None:
    assert queries.own_authorities(SYSTEM) is None
    assert queries.own_authorities(actor(national_admin=True)) is None
    assert queries.own_authorities(GUEST) == frozenset()


def test_the_baselines_behind_a_figure() -> None:
    effect = EffectFactory()
    BaselineFactory(process=effect.process)
    assert queries.baselines_behind(queries.effects(SYSTEM)) == [effect.baseline]


def test_processes_in_operation_that_nobody_counts() -> None:
    counted = BaselineFactory(process__in_operation=True).process
    missing = ProcessFactory(in_operation=True, authority=counted.authority, title="Mangler")
    ProcessFactory(authority=counted.authority)
    found = queries.without_baseline(SYSTEM, [counted.authority_id])
    assert found == [(missing.pk, "Mangler")]


def test_who_may_set_a_baseline() -> None:
    process = ProcessFactory()
    assert queries.may_set(actor(process_owner_of=process.authority), process.pk)
    assert not queries.may_set(actor(clerk_of=process.authority), process.pk)


def test_the_list_of_baselines_is_newest_first() -> None:
    first = BaselineFactory()
    second = BaselineFactory(process=first.process, valid_from=date(2026, 6, 1))
    assert list(queries.baselines(SYSTEM, first.process_id)) == [second, first]


parts = st.builds(
    Sums,
    hours=st.decimals(-1000, 1000, places=2),
    amount=st.decimals(-1000, 1000, places=2),
    untouched=st.integers(0, 99),
    exceptions=st.integers(0, 99),
    runs=st.integers(1, 9),
    first=st.dates(),
    last=st.dates(),
)


@given(st.lists(parts), st.lists(parts))
def test_sums_of_sums_are_the_sum(left: list[Sums], right: list[Sums]) -> None:
    whole = queries.together([*left, *right])
    assert queries.together([queries.together(left), queries.together(right)]) == whole
