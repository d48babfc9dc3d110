"""What hangs on an imported process: co-editors, clauses, systems shared by records, parts."""

from __future__ import annotations

import pytest

from gevinst.features.accounts.models import Authority
from gevinst.features.accounts.tests.factories import AuthorityFactory, UnitFactory, UserFactory
from gevinst.features.catalogue.models import Follow, Notice, Part, Technology
from gevinst.features.catalogue.tests.importing.factories import item, process_of, taken

pytestmark = pytest.mark.django_db


@pytest.fixture
def authority() -> Authority:
    return AuthorityFactory()


def test_co_editors_are_those_of_the_source_until_it_names_others(authority: Authority) -> None:
    first, second = (UserFactory(contributor_of=authority) for _ in range(2))
    for known in (first, second):
        taken(item(authority, users=[{"name": "x", "email": known.email}]))
        assert [one.user_id for one in process_of(1).co_editors.all()] == [known.pk]


def test_co_editors_named_again_are_no_change(authority: Authority) -> None:
    known = UserFactory(contributor_of=authority)
    named = {"users": [{"name": "x", "email": known.email}]}
    taken(item(authority, **named))
    done = taken(item(authority, status="PENDING", **named))
    assert [name for name, _, _ in done.records[0].changes] == ["status"]


def test_records_that_name_the_same_new_technology_share_it(authority: Authority) -> None:
    spelled = ("UiPath", "uipath", " UIPATH ")
    taken(*(item(authority, n, technologies=[{"name": one}]) for n, one in enumerate(spelled, 1)))
    only = Technology.objects.get()
    assert [process_of(n).technologies for n in (1, 2, 3)] == [[only.pk]] * 3


def test_records_of_one_authority_have_its_units(authority: Authority) -> None:
    units = [UnitFactory(authority=authority, name=name) for name in ("Løn", "Regnskab")]
    named = [[{"name": "løn"}], [{"name": "regnskab"}]]
    taken(*(item(authority, n, orgUnits=one) for n, one in enumerate(named, 1)))
    assert [process_of(n).units for n in (1, 2)] == [[one.pk] for one in units]


def test_a_process_that_is_no_umbrella_gets_no_parts(authority: Authority) -> None:
    taken(item(authority, 1), item(authority, 9, type="CHILD", children=[{"id": 1}]))
    assert not Part.objects.exists()


def test_parts_put_here_under_an_umbrella_without_any_at_the_source_stay(
    authority: Authority,
) -> None:
    over = item(authority, 9, type="PARENT", children=[])
    taken(item(authority, 1), over)
    own = Part.objects.create(umbrella=process_of(9), process=process_of(1))
    done = taken(over | {"status": "PENDING"})
    assert done.counts()["changed"] == 1
    assert list(Part.objects.all()) == [own]


def test_an_umbrella_that_became_a_process_loses_what_the_source_takes_away(
    authority: Authority,
) -> None:
    taken(item(authority, 1), item(authority, 9, type="PARENT", children=[{"id": 1}]))
    taken(item(authority, 1), item(authority, 9, type="CHILD", children=[]))
    assert not Part.objects.exists()


def test_what_is_internal_is_told_to_the_own_authority_alone(authority: Authority) -> None:
    taken(item(authority))
    inside, outside = UserFactory(reader_of=authority), UserFactory(reader_of=AuthorityFactory())
    for user in (inside, outside):
        Follow.objects.create(user=user, process=process_of(1))
    taken(item(authority, internalNotes="Kun for os selv"))
    assert [(one.user, one.facts["internal"]) for one in Notice.objects.all()] == [(inside, True)]


def test_followers_hear_nothing_internal_when_something_else_changed_too(
    authority: Authority,
) -> None:
    taken(item(authority))
    outside = UserFactory(reader_of=AuthorityFactory())
    Follow.objects.create(user=outside, process=process_of(1))
    taken(item(authority, status="PENDING"))
    assert [("internal" in one.facts) for one in Notice.objects.filter(user=outside)] == [False]
