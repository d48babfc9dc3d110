"""Systems from KITOS: found by their UUID, else by their name; usages only of one's own authorities."""

from __future__ import annotations

from uuid import UUID

import pytest

from gevinst.engines.exchange.kitos import KitosFile, KitosSystem, KitosUsage
from gevinst.features.accounts.models import Authority
from gevinst.features.accounts.tests.factories import AuthorityFactory
from gevinst.features.catalogue.actions.registers import plan_systems, take_systems
from gevinst.features.catalogue.models import ItSystem, Landscape
from gevinst.features.catalogue.tests.registers.factories import SystemFactory
from gevinst.shared.actor import SYSTEM, Actor, Role
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db

OPUS, SBSYS, USE = UUID(int=1), UUID(int=2), UUID(int=9)


def administrator(place: Authority) -> Actor:
    """A local administrator there."""
    return Actor(name="Admin", roles={place.pk: frozenset({Role.LOCAL_ADMIN})})


def systems(*found: KitosSystem) -> KitosFile:
    """A file of systems."""
    return KitosFile(found, ())


def usage(place: Authority, valid: bool = True) -> KitosFile:
    """A file with one usage at the authority, of a system that it does not describe."""
    return KitosFile((), (KitosUsage(USE, OPUS, "Opus", place.cvr, valid),))


def test_a_new_system_is_made_with_all_that_kitos_says() -> None:
    take_systems(read=systems(KitosSystem(OPUS, "Opus", "KMD", "Løn", ("81",), False)), by=SYSTEM)
    row = ItSystem.objects.get()
    assert (row.label, row.vendor, row.description) == ("Opus", "KMD", "Løn")
    assert (row.kle, row.in_use, row.kitos) == (["81"], False, OPUS)


def test_one_known_by_name_gets_its_uuid_and_keeps_what_kitos_does_not_say() -> None:
    known = SystemFactory(label="OPUS", vendor="KMD", description="Vores")
    take_systems(read=systems(KitosSystem(OPUS, "Opus")), by=SYSTEM)
    known.refresh_from_db()
    assert (known.kitos, known.label, known.vendor, known.description) == (
        OPUS,
        "Opus",
        "KMD",
        "Vores",
    )


def test_one_that_was_renamed_in_kitos_is_renamed_here() -> None:
    known = SystemFactory(label="Opus", kitos=OPUS)
    take_systems(read=systems(KitosSystem(OPUS, "Opus Økonomi")), by=SYSTEM)
    known.refresh_from_db()
    assert known.label == "Opus Økonomi"


def test_two_of_one_name_stay_apart_and_stay_as_they_are_the_next_time() -> None:
    read = systems(KitosSystem(OPUS, "Opus"), KitosSystem(SBSYS, "Opus"))
    take_systems(read=read, by=SYSTEM)
    assert sorted(ItSystem.objects.values_list("label", flat=True)) == ["Opus", "Opus (00000000)"]
    assert plan_systems(read, SYSTEM).same == 2


def test_a_usage_says_that_the_authority_has_the_system() -> None:
    place = AuthorityFactory()
    plan = take_systems(read=usage(place), by=administrator(place))
    row = Landscape.objects.get()
    assert (row.authority_id, row.system.label, row.kitos_usage) == (place.pk, "Opus", USE)
    assert [place for place, _use in plan.usages] == [place.pk]


def test_a_usage_that_ended_takes_away_only_what_kitos_gave() -> None:
    place = AuthorityFactory()
    take_systems(read=usage(place), by=SYSTEM)
    by_hand = Landscape.objects.create(authority=place, system=SystemFactory())
    take_systems(read=usage(place, valid=False), by=SYSTEM)
    assert list(Landscape.objects.all()) == [by_hand]


def test_usages_of_other_authorities_are_told_and_left_out() -> None:
    mine, other = AuthorityFactory.create_batch(2)
    plan = take_systems(read=usage(other), by=administrator(mine))
    assert plan.strangers == {other.cvr}
    assert not Landscape.objects.exists()


def test_readers_may_not() -> None:
    place = AuthorityFactory()
    reader = Actor(name="Læser", roles={place.pk: frozenset({Role.READER})})
    with pytest.raises(DomainError) as fault:
        take_systems(read=systems(KitosSystem(OPUS, "Opus")), by=reader)
    assert fault.value.code == "not-allowed"
