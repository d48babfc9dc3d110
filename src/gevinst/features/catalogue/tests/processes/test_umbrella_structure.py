"""Umbrellas over many levels: no circles, nothing shown that one may not read, many levels in one query."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gevinst.features.accounts.tests.factories import AuthorityFactory, actor
from gevinst.features.catalogue.actions.structure import add_part, remove_part
from gevinst.features.catalogue.models import Part, Process
from gevinst.features.catalogue.queries.structure import Node, above, tree, umbrellas
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import GUEST, SYSTEM, Actor
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db


@pytest.fixture
def authority() -> Any:
    return AuthorityFactory()


@pytest.fixture
def by(authority: Any) -> Actor:
    return actor(contributor_of=authority)


def chain(authority: Any, length: int, **facts: Any) -> list[Process]:
    made = [
        ProcessFactory(authority=authority, kind="umbrella", title=f"Led {n}", **facts)
        for n in range(length)
    ]
    for umbrella, part in itertools.pairwise(made):
        Part.objects.create(umbrella=umbrella, process=part)
    return made


def titles(node: Node) -> Any:
    return [(part.process.title, titles(part)) for part in node.parts]


def test_parts_over_many_levels(authority: Any, by: Actor) -> None:
    made = chain(authority, 6)
    with CaptureQueriesContext(connection) as queries:
        found = tree(by, made[0])
    assert len(queries) <= 2
    assert found.size == 5
    assert above(made[-1].pk) == {one.pk for one in made[:-1]}
    assert umbrellas(by, made[2]) == [made[1]]


def test_what_one_may_not_read_hides_what_is_under_it(authority: Any) -> None:
    made = chain(authority, 4, visibility="public")
    Process.objects.filter(pk=made[2].pk).update(visibility="authority")
    assert titles(tree(GUEST, made[0])) == [("Led 1", [])]
    assert umbrellas(GUEST, made[3]) == []


def test_no_circle_is_made(authority: Any, by: Actor) -> None:
    made = chain(authority, 3)
    for part in (made[0], made[2]):
        with pytest.raises(DomainError) as fault:
            add_part(umbrella_id=made[2].pk, process_id=part.pk, by=by)
        assert fault.value.code == "circle"


def test_a_circle_that_is_there_already_does_not_hang(authority: Any) -> None:
    made = chain(authority, 3)
    Part.objects.create(umbrella=made[2], process=made[0])
    assert tree(SYSTEM, made[0]).size == 2


def test_only_an_umbrella_has_parts(authority: Any, by: Actor) -> None:
    plain, part = ProcessFactory(authority=authority), ProcessFactory(authority=authority)
    with pytest.raises(DomainError) as fault:
        add_part(umbrella_id=plain.pk, process_id=part.pk, by=by)
    assert fault.value.code == "invalid"


def test_parts_come_and_go(authority: Any, by: Actor) -> None:
    umbrella = ProcessFactory(authority=authority, kind="umbrella")
    part = ProcessFactory(public=True)
    for _ in range(2):
        add_part(umbrella_id=umbrella.pk, process_id=part.pk, by=by)
    assert Part.objects.count() == 1
    remove_part(umbrella_id=umbrella.pk, process_id=part.pk, by=by)
    assert not Part.objects.exists()
    with pytest.raises(DomainError) as fault:
        remove_part(umbrella_id=umbrella.pk, process_id=part.pk, by=by)
    assert fault.value.code == "not-found"


def test_one_cannot_take_what_one_may_not_read(authority: Any, by: Actor) -> None:
    umbrella = ProcessFactory(authority=authority, kind="umbrella")
    with pytest.raises(DomainError) as fault:
        add_part(umbrella_id=umbrella.pk, process_id=ProcessFactory().pk, by=by)
    assert fault.value.code == "not-found"
