"""The conversation as readers see it: order, one level, what is hidden from whom, one query."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from gevinst.features.accounts import queries as accounts
from gevinst.features.accounts.tests.factories import (
    AuthorityFactory,
    TokenFactory,
    UserFactory,
    actor,
)
from gevinst.features.catalogue.models import Comment
from gevinst.features.catalogue.queries.talk import comment, threads
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.talk.factories import CommentFactory
from gevinst.shared.actor import GUEST
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db


def stranger() -> Any:
    return actor(reader_of=AuthorityFactory())


def said(by: Any, process: Any) -> list[list[str]]:
    """The texts of each thread."""
    return [
        [found.first.text, *(reply.text for reply in found.replies)]
        for found in threads(by, process)
    ]


def test_replies_of_any_depth_stand_under_the_first(
    django_assert_num_queries: Any,
) -> None:
    first = CommentFactory(text="1", author_name="A")
    other = CommentFactory(process=first.process, text="2")
    reply = CommentFactory(parent=first, text="1.1", author_name="B")
    CommentFactory(parent=other, text="2.1")
    CommentFactory(parent=reply, text="1.1.1")
    by = stranger()
    with django_assert_num_queries(1):
        found = threads(by, first.process)
    assert said(by, first.process) == [["1", "1.1", "1.1.1"], ["2", "2.1"]]
    assert [each.answers for each in found[0].replies] == ["", "B"]


def test_guests_and_tokens_read_no_names() -> None:
    row = CommentFactory()
    token = accounts.actor_of_token(TokenFactory(authority=row.process.authority).secret)
    assert [threads(by, row.process) for by in (GUEST, token, actor())] == [[], [], []]


def test_internal_comments_are_for_the_own_authority() -> None:
    row = CommentFactory(internal=True, text="internt")
    CommentFactory(parent=row, internal=True, text="svar")
    mine = actor(reader_of=row.process.authority)
    assert said(mine, row.process) == [["internt", "svar"]]
    assert said(stranger(), row.process) == []
    assert comment(mine, row.pk) == row


@pytest.mark.parametrize("which", ["internal", "process", "none"])
def test_one_that_may_not_be_read_is_not_found(which: str) -> None:
    row = CommentFactory(internal=which == "internal")
    if which == "process":
        row = CommentFactory(process=ProcessFactory())
    with pytest.raises(DomainError) as fault:
        comment(stranger(), row.pk + (which == "none"))
    assert fault.value.code == "not-found"


def test_a_withheld_comment_is_read_by_its_author_and_moderators_only() -> None:
    author = UserFactory(reader_of=AuthorityFactory())
    row = CommentFactory(withheld=True, text="ondt", author=author)
    readers = {
        "author": accounts.actor_of(author),
        "admin": actor(local_admin_of=row.process.authority),
        "other": stranger(),
    }
    seen = {who: said(by, row.process) for who, by in readers.items()}
    assert seen == {"author": [["ondt"]], "admin": [["ondt"]], "other": [[""]]}


def test_a_deleted_comment_holds_the_thread_together() -> None:
    row = CommentFactory(text="", deleted_at=timezone.now())
    CommentFactory(parent=row, text="svar")
    found = threads(stranger(), row.process)
    assert [(each.first.deleted, each.first.gone) for each in found] == [(True, True)]
    assert [reply.text for reply in found[0].replies] == ["svar"]


def test_person_numbers_are_masked() -> None:
    row = CommentFactory(text="Om 610190-1234")
    assert said(stranger(), row.process) == [["Om 610190-xxxx"]]


def test_comments_that_answer_each_other_do_not_hang_the_page() -> None:
    first = CommentFactory(text="1")
    second = CommentFactory(parent=first, text="2")
    Comment.objects.filter(pk=first.pk).update(parent=second)
    shown = [text for thread in said(stranger(), first.process) for text in thread]
    assert sorted(shown) == ["1", "2"]
