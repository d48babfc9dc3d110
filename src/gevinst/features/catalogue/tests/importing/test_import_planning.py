"""The dry run: what would become of each record, and who may import what."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gevinst.features.accounts.tests.factories import AuthorityFactory, UnitFactory, actor
from gevinst.features.catalogue.actions.importing import plan
from gevinst.features.catalogue.models import Imported, ItSystem, Process
from gevinst.features.catalogue.tests.importing.factories import item, reading, taken
from gevinst.shared.actor import SYSTEM, Actor
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db


def outcome(*items: dict[str, Any], by: Actor = SYSTEM, authority_id: int | None = None) -> Any:
    """(outcome, reason) of the first record."""
    one = plan(reading(*items), by=by, authority_id=authority_id).records[0]
    return one.outcome, one.reason


def test_a_dry_run_writes_nothing() -> None:
    made = plan(reading(item(AuthorityFactory(), itSystems=[{"name": "Nyt"}])), by=SYSTEM)
    assert made.counts()["new"] == 1
    assert (Process.objects.count(), Imported.objects.count(), ItSystem.objects.count()) == (
        0,
        0,
        0,
    )


def test_local_administrators_import_for_their_own_authority() -> None:
    mine, other = AuthorityFactory(), AuthorityFactory()
    admin = actor(local_admin_of=mine)
    assert outcome(item(mine), by=admin) == ("new", "")
    assert outcome(item(other), by=admin) == ("other", "not-yours")


def test_national_administrators_import_for_all() -> None:
    assert outcome(item(AuthorityFactory()), by=actor(national_admin=True)) == ("new", "")


@pytest.mark.parametrize("role", ["reader_of", "contributor_of", "clerk_of", "process_owner_of"])
def test_nobody_else_imports(role: str) -> None:
    authority = AuthorityFactory()
    with pytest.raises(DomainError) as refused:
        outcome(item(authority), by=actor(**{role: authority}))
    assert refused.value.code == "not-allowed"


def test_an_import_for_one_authority_leaves_the_others_out() -> None:
    mine, other = AuthorityFactory(), AuthorityFactory()
    assert outcome(item(other), authority_id=mine.pk) == ("other", "other-authority")


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"cvr": "{cvr}", "municipalityName": ""}, ("new", "")),
        ({"cvr": "", "municipalityName": "{cvr}"}, ("new", "")),  # a region stands with its number
        ({"cvr": "", "municipalityName": "prøveby ÆRØ"}, ("new", "")),
        ({"cvr": "12345678", "municipalityName": ""}, ("refused", "unknown-authority")),
        ({"cvr": "", "municipalityName": ""}, ("refused", "no-authority")),
    ],
)
def test_how_an_authority_is_known(stated: dict[str, str], expected: tuple[str, str]) -> None:
    authority = AuthorityFactory(name="Prøveby Ærø Kommune")
    named = {name: text.format(cvr=authority.cvr) for name, text in stated.items()}
    assert outcome(item(authority, **named)) == expected


def test_what_an_ended_authority_had_goes_to_its_successor() -> None:
    heir = AuthorityFactory(name="Region Østprøve")
    ended = AuthorityFactory(valid_to=date(2020, 12, 31), successor=heir)
    assert plan(reading(item(ended)), by=SYSTEM).records[0].authority == "Region Østprøve"


def test_authorities_that_succeed_each_other_end_somewhere() -> None:
    first = AuthorityFactory(valid_to=date(2020, 12, 31))
    second = AuthorityFactory(valid_to=date(2021, 12, 31), successor=first)
    first.successor = second
    first.save()
    assert plan(reading(item(first)), by=SYSTEM).records[0].authority == first.name


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"title": ""}, ("refused", "no-title")),
        ({"id": None}, ("refused", "no-id")),
        ({"visibility": "PERSONAL"}, ("refused", "personal")),
        ({"phase": "MARS"}, ("new", "")),
    ],
)
def test_what_is_refused(facts: dict[str, Any], expected: tuple[str, str]) -> None:
    assert outcome(item(AuthorityFactory(), **facts)) == expected


def test_something_that_is_no_process_is_refused() -> None:
    from gevinst.engines.exchange.os2autoproces import read_rest

    one = plan(read_rest(b'["x"]'), by=SYSTEM).records[0]
    assert (one.outcome, one.reason) == ("refused", "unreadable-record")


def test_one_s_own_personal_process_may_be_imported() -> None:
    authority = AuthorityFactory()
    from gevinst.features.accounts.tests.factories import UserFactory

    user = UserFactory(local_admin_of=authority)
    from gevinst.features.accounts.queries import actor_of

    by = actor_of(user)
    own = item(authority, visibility="PERSONAL", owner={"name": "x", "email": user.email.upper()})
    taken(own, by=by)
    assert Process.objects.get().owner_id == user.pk


def test_units_are_those_of_the_authority() -> None:
    unit = UnitFactory(name="Digitalisering")
    names = [{"name": "digitalisering"}, {"name": "Månekontoret"}]
    one = plan(reading(item(unit.authority, orgUnits=names)), by=SYSTEM).records[0]
    assert one.wanted is not None
    assert one.wanted.facts["units"] == [unit.pk]
    assert [(r.value, r.what) for r in one.remarks] == [("Månekontoret", "no-unit")]


def test_a_process_of_another_authority_is_not_taken_over() -> None:
    mine, other = AuthorityFactory(), AuthorityFactory()
    taken(item(other))
    assert outcome(item(mine)) == ("refused", "taken")


def test_a_process_that_was_made_personal_here_is_left_alone() -> None:
    from gevinst.features.accounts.tests.factories import UserFactory

    authority = AuthorityFactory()
    taken(item(authority))
    Process.objects.update(visibility="personal", owner=UserFactory())
    assert outcome(item(authority, title="Ny")) == ("refused", "personal-here")


def test_unsound_addresses_are_left_out_and_said() -> None:
    one = plan(
        reading(item(AuthorityFactory(), codeRepositoryUrl="http://intern/x y")), by=SYSTEM
    ).records[0]
    assert [(r.field, r.what) for r in one.remarks] == [("codeRepositoryUrl", "not-an-address")]


def test_an_address_that_only_the_field_refuses_is_left_out_too() -> None:
    one = plan(
        reading(item(AuthorityFactory(), codeRepositoryUrl="https://intern/x")), by=SYSTEM
    ).records[0]
    assert [(r.field, r.what) for r in one.remarks] == [("repository_url", "not-an-address")]
