"""Who may read and change what, as a table."""

from __future__ import annotations

import pytest

from gevinst.features.accounts.tests.factories import AuthorityFactory, actor
from gevinst.features.catalogue import permissions, queries
from gevinst.features.catalogue.models import Process, Visibility
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import GUEST, SYSTEM, Actor
from gevinst.shared.errors import DomainError

P, A, ALL, PUB = (
    Visibility.PERSONAL,
    Visibility.AUTHORITY,
    Visibility.ALL_AUTHORITIES,
    Visibility.PUBLIC,
)


@pytest.fixture
def actors(db: None) -> dict[str, Actor]:
    here = AuthorityFactory(name="Her")
    return {
        "guest": GUEST,
        "no role": actor(),
        "reader": actor(reader_of=here),
        "clerk": actor(clerk_of=here),
        "contributor": actor(contributor_of=here),
        "stranger": actor(contributor_of=AuthorityFactory()),
        "national": actor(national_admin=True),
        "system": SYSTEM,
        "token": Actor("t", token_id=1, roles={here.pk: frozenset({"reader"})}),
    }


@pytest.mark.parametrize(
    ("who", "reads", "changes"),
    [
        ("guest", {PUB}, set()),
        ("no role", {PUB}, set()),
        ("reader", {PUB, ALL, A}, set()),
        ("clerk", {PUB, ALL, A}, set()),
        ("contributor", {PUB, ALL, A}, {PUB, ALL, A}),
        ("stranger", {PUB, ALL}, set()),
        ("national", {PUB, ALL, A}, set()),
        ("system", {PUB, ALL, A, P}, {PUB, ALL, A, P}),
        ("token", {PUB, ALL, A}, set()),
    ],
)
def test_the_rights(actors: dict[str, Actor], who: str, reads: set[str], changes: set[str]) -> None:
    here = next(iter(actors["reader"].roles))
    made = [ProcessFactory(authority_id=here, authority=None, visibility=v) for v in (A, ALL, PUB)]
    made.append(ProcessFactory(authority_id=here, authority=None, personal=True))
    seen = {p.visibility for p in queries.processes(actors[who])}
    changed = {p.visibility for p in made if permissions.may_change(actors[who], p)}
    assert (seen, changed) == (reads, changes)


@pytest.mark.django_db
def test_only_the_owner_reads_and_changes_a_personal_process() -> None:
    process = ProcessFactory(personal=True)
    owner = Actor("o", user_id=process.owner_id)
    assert queries.process(owner, process.pk) == process
    assert queries.changeable(owner, process.pk)
    with pytest.raises(DomainError) as fault:
        queries.process(actor(local_admin_of=process.authority), process.pk)
    assert fault.value.code == "not-found"


@pytest.mark.django_db
def test_titles_and_ids_are_scoped() -> None:
    open_one, closed = ProcessFactory(public=True), ProcessFactory()
    assert queries.titles(GUEST, [open_one.pk, closed.pk]) == {open_one.pk: open_one.title}
    assert list(queries.readable_ids(GUEST)) == [open_one.pk]


@pytest.mark.django_db
def test_shared_counts_leave_out_what_is_not_shared() -> None:
    for visibility in Visibility:
        ProcessFactory(visibility=visibility, in_operation=visibility == PUB)
    assert Process.objects.count() == 4
    assert queries.shared_counts() == {"shared": 2, "in_operation": 1, "authorities": 2}
