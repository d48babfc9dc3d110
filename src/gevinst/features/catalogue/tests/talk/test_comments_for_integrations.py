"""Comments carry names: the API gives them to people and integrations of an authority alone."""

from __future__ import annotations

import pytest

from gevinst.features.accounts.queries import actor_of
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.models import Comment
from gevinst.features.catalogue.queries.hanging import comments
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import SYSTEM, Actor, Role

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("who", "read"),
    [("system", 2), ("token there", 2), ("token elsewhere", 1), ("reader", 1), ("nobody's", 0)],
)
def test_who_reads_the_comments(who: str, read: int) -> None:
    process, elsewhere = ProcessFactory(public=True), AuthorityFactory()
    for internal in (False, True):
        Comment.objects.create(process=process, author_name="x", text="y", internal=internal)
    reader = frozenset({Role.READER})
    actors = {
        "system": SYSTEM,
        "token there": Actor("t", token_id=1, roles={process.authority_id: reader}),
        "token elsewhere": Actor("t", token_id=1, roles={elsewhere.pk: reader}),
        "reader": actor_of(UserFactory(reader_of=elsewhere)),
        "nobody's": actor_of(UserFactory()),
    }
    assert comments(actors[who], process.pk).count() == read
