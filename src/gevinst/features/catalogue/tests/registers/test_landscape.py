"""What an authority has, and two names of one system put together."""

from __future__ import annotations

import pytest

from gevinst.features.accounts.tests.factories import AuthorityFactory
from gevinst.features.catalogue.actions.registers import have, merge_systems, miss
from gevinst.features.catalogue.models import ItSystem, Landscape
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.registers.factories import SystemFactory, TechnologyFactory
from gevinst.shared.actor import SYSTEM, Actor, Role
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db


def test_having_twice_is_having_once_and_missing_what_is_not_there_is_no_fault() -> None:
    place, system = AuthorityFactory(), SystemFactory()
    have(authority_id=place.pk, system_id=system.pk, by=SYSTEM)
    have(authority_id=place.pk, system_id=system.pk, by=SYSTEM)
    assert Landscape.objects.count() == 1
    miss(authority_id=place.pk, system_id=system.pk, by=SYSTEM)
    miss(authority_id=place.pk, system_id=system.pk, by=SYSTEM)
    assert not Landscape.objects.exists()


def test_missing_a_technology_leaves_the_systems() -> None:
    place, technology = AuthorityFactory(), TechnologyFactory()
    kept = have(authority_id=place.pk, system_id=SystemFactory().pk, by=SYSTEM)
    have(authority_id=place.pk, technology_id=technology.pk, by=SYSTEM)
    miss(authority_id=place.pk, technology_id=technology.pk, by=SYSTEM)
    assert list(Landscape.objects.all()) == [kept]


@pytest.mark.parametrize("named", [{}, {"system_id": 1, "technology_id": 1}])
def test_one_thing_is_named(named: dict[str, int]) -> None:
    with pytest.raises(DomainError) as fault:
        have(authority_id=AuthorityFactory().pk, by=SYSTEM, **named)
    assert fault.value.code == "invalid"


@pytest.mark.parametrize("action", [have, miss])
def test_only_contributors_there(action: object) -> None:
    place = AuthorityFactory()
    reader = Actor(name="x", roles={place.pk: frozenset({Role.READER})})
    with pytest.raises(DomainError) as fault:
        action(authority_id=place.pk, system_id=SystemFactory().pk, by=reader)  # type: ignore[operator]
    assert fault.value.code == "not-allowed"


def test_a_merged_system_is_named_once_everywhere() -> None:
    keep, drop, other = SystemFactory.create_batch(3)
    drop.vendor = "KMD"
    drop.save()
    one = ProcessFactory(systems_today=[other.pk, drop.pk], systems_used=[drop.pk])
    both = ProcessFactory(systems_today=[keep.pk, drop.pk])
    first, second = AuthorityFactory.create_batch(2)
    for place, system in ((first, keep), (first, drop), (second, drop)):
        have(authority_id=place.pk, system_id=system.pk, by=SYSTEM)
    merge_systems(keep_id=keep.pk, drop_id=drop.pk, by=SYSTEM)
    one.refresh_from_db()
    both.refresh_from_db()
    keep.refresh_from_db()
    assert (one.systems_today, one.systems_used) == ([other.pk, keep.pk], [keep.pk])
    assert both.systems_today == [keep.pk]
    assert keep.vendor == "KMD"
    assert not ItSystem.objects.filter(pk=drop.pk).exists()
    assert set(Landscape.objects.values_list("authority", "system")) == {
        (first.pk, keep.pk),
        (second.pk, keep.pk),
    }


def test_the_same_or_a_missing_system_cannot_be_merged() -> None:
    keep = SystemFactory()
    with pytest.raises(DomainError) as same:
        merge_systems(keep_id=keep.pk, drop_id=keep.pk, by=SYSTEM)
    with pytest.raises(DomainError) as missing:
        merge_systems(keep_id=keep.pk, drop_id=0, by=SYSTEM)
    assert (same.value.code, missing.value.code) == ("invalid", "not-found")


def test_two_that_kitos_knows_are_left_to_kitos() -> None:
    keep, drop = (SystemFactory(kitos=f"00000000-0000-0000-0000-00000000000{n}") for n in (1, 2))
    with pytest.raises(DomainError) as fault:
        merge_systems(keep_id=keep.pk, drop_id=drop.pk, by=SYSTEM)
    assert fault.value.code == "invalid"
