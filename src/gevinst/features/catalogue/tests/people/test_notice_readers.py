"""Who of many may read a process: the same as `permissions` says of each of them."""

from __future__ import annotations

import pytest

from gevinst.features.accounts.models import User
from gevinst.features.accounts.queries import actor_of
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.models import CoEditor, Process, Visibility
from gevinst.features.catalogue.permissions import internal_ids, readable
from gevinst.features.catalogue.queries.people.readers import readers
from gevinst.features.catalogue.tests.factories import ProcessFactory

pytestmark = pytest.mark.django_db


def everybody(process: Process) -> list[User]:
    home, other = process.authority, AuthorityFactory()
    people = [
        UserFactory(),
        UserFactory(reader_of=home),
        UserFactory(clerk_of=home, local_admin_of=other),
        UserFactory(reader_of=other),
        UserFactory(national_admin=True),
    ]
    for editor in (UserFactory(), UserFactory(contributor_of=other)):
        CoEditor.objects.create(process=process, user=editor)
        people.append(editor)
    owner = UserFactory(contributor_of=home)
    process.owner = owner
    process.save()
    return [*people, owner]


def _one(process: Process, user: User, *, internal: bool) -> bool:
    actor = actor_of(user)
    found = Process.objects.filter(readable(actor), pk=process.pk)
    return (found.filter(internal_ids(actor)) if internal else found).exists()


@pytest.mark.parametrize("visibility", Visibility.values)
@pytest.mark.parametrize("withheld", [False, True])
@pytest.mark.parametrize("internal", [False, True])
def test_the_readers_are_those_of_the_permissions(
    visibility: str, withheld: bool, internal: bool
) -> None:
    process = ProcessFactory(visibility=visibility, withheld=withheld, owner=UserFactory())
    people = everybody(process)
    allowed = {user.pk for user in people if _one(process, user, internal=internal)}
    assert readers(process, [user.pk for user in people], internal=internal) == allowed


def test_one_who_cannot_sign_in_reads_nothing() -> None:
    process = ProcessFactory(public=True)
    gone = UserFactory(is_active=False)
    assert readers(process, [gone.pk]) == set()


def test_many_people_cost_no_more_queries(django_assert_num_queries) -> None:
    process = ProcessFactory(shared=True)
    few, many = ([UserFactory(reader_of=process.authority).pk for _ in range(n)] for n in (2, 12))
    for people in (few, many):
        with django_assert_num_queries(3):
            assert readers(process, people) == set(people)
