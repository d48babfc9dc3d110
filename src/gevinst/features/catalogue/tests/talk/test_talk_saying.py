"""Comments: who may say what where, replies, edits that are marked, deletion that keeps the place."""

from __future__ import annotations

from typing import Any

import pytest

from gevinst.features.accounts import queries as accounts
from gevinst.features.accounts.tests.factories import AuthorityFactory, TokenFactory, actor
from gevinst.features.catalogue.actions.talk import comment, delete_comment, edit_comment
from gevinst.features.catalogue.models import Comment, Standing
from gevinst.features.catalogue.signals import commented
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.talk.factories import CommentFactory
from gevinst.shared.actor import GUEST, SYSTEM
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db
PERSON = "610190-1234"


@pytest.fixture
def heard() -> Any:
    told: list[Any] = []

    def hear(**facts: Any) -> None:
        told.append((facts["comment"].pk, facts["actor"].name))

    commented.connect(hear)
    yield told
    commented.disconnect(hear)


def code(act: Any, **facts: Any) -> str:
    with pytest.raises(DomainError) as fault:
        act(**facts)
    assert PERSON not in str(fault.value)
    return fault.value.code


def colleague(process: Any) -> Any:
    return actor(reader_of=process.authority)


def stranger() -> Any:
    return actor(reader_of=AuthorityFactory(name="Anden Kommune"))


def test_a_reader_elsewhere_comments_under_name_and_authority(heard: list[Any]) -> None:
    process, by = ProcessFactory(public=True), stranger()
    made = comment(process_id=process.pk, by=by, text="  Vi gør\r\ndet samme\0 ")
    made.refresh_from_db()
    assert (made.text, made.author_id) == ("Vi gør\ndet samme", by.user_id)
    assert (made.author_name, made.author_authority) == (by.name, "Anden Kommune")
    assert heard == [(made.pk, by.name)]
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.facts["comment"]) == ("catalogue.comment", made.pk)


def test_a_reply_keeps_whom_it_answers_at_any_depth() -> None:
    first = CommentFactory()
    second = CommentFactory(parent=first)
    by = stranger()
    made = comment(process_id=first.process_id, by=by, text="Enig", reply_to=second.pk)
    assert made.parent_id == second.pk


@pytest.mark.parametrize(("stated", "kept"), [(False, True), (True, True)])
def test_a_reply_to_what_is_internal_is_internal(stated: bool, kept: bool) -> None:
    first = CommentFactory(internal=True)
    facts = {"text": "Ja", "internal": stated, "reply_to": first.pk}
    made = comment(process_id=first.process_id, by=colleague(first.process), **facts)
    assert made.internal is kept


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"text": " \n"}, "invalid"),
        ({"text": "x" * 5001}, "invalid"),
        ({"text": f"Se {PERSON}"}, "person-number"),
        ({"text": "x", "internal": True}, "not-allowed"),
        ({"text": "x", "reply_to": 0}, "not-found"),
    ],
)
def test_what_cannot_be_said(facts: Any, expected: str, heard: list[Any]) -> None:
    process = ProcessFactory(public=True)
    assert code(comment, process_id=process.pk, by=stranger(), **facts) == expected
    assert heard == []
    assert not Comment.objects.exists()


def test_guests_tokens_and_the_system_say_nothing() -> None:
    process = ProcessFactory(public=True)
    token = accounts.actor_of_token(TokenFactory(authority=process.authority).secret)
    for by in (GUEST, SYSTEM, token, actor()):
        assert code(comment, process_id=process.pk, by=by, text="x") == "not-allowed"


def test_what_one_may_not_read_one_may_not_comment() -> None:
    process = ProcessFactory()
    assert code(comment, process_id=process.pk, by=stranger(), text="x") == "not-found"
    inside = CommentFactory(internal=True)
    by = stranger()
    facts = {"process_id": inside.process_id, "by": by, "text": "x", "reply_to": inside.pk}
    assert code(comment, **facts) == "not-found"


def test_a_reply_belongs_to_the_process_of_its_comment() -> None:
    other = CommentFactory()
    process = ProcessFactory(public=True)
    facts = {"process_id": process.pk, "by": stranger(), "text": "x", "reply_to": other.pk}
    assert code(comment, **facts) == "not-found"


@pytest.mark.parametrize("gone", [{"withheld": True}, {"deleted_at": "2026-01-01T00:00Z"}])
def test_what_is_gone_is_not_answered_or_edited(gone: Any) -> None:
    row = CommentFactory(**gone)
    facts = {"process_id": row.process_id, "by": stranger(), "text": "x", "reply_to": row.pk}
    assert code(comment, **facts) == "wrong-state"
    author = actor_of(row)
    assert code(edit_comment, comment_id=row.pk, by=author, text="x") == "wrong-state"


def actor_of(row: Comment) -> Any:
    from gevinst.features.accounts.models import Membership

    Membership.objects.create(user=row.author, authority=AuthorityFactory(), role="reader")
    return accounts.actor_of(row.author)


def test_an_edit_is_marked_and_only_the_authors() -> None:
    row = CommentFactory(text="før")
    author = actor_of(row)
    assert edit_comment(comment_id=row.pk, by=author, text="før ").edited_at is None
    edit_comment(comment_id=row.pk, by=author, text="efter")
    row.refresh_from_db()
    assert (row.text, row.edited_at is not None) == ("efter", True)
    admin = actor(local_admin_of=row.process.authority)
    assert code(edit_comment, comment_id=row.pk, by=admin, text="x") == "not-allowed"
    assert code(edit_comment, comment_id=row.pk, by=author, text=PERSON) == "person-number"
    assert code(edit_comment, comment_id=row.pk, by=GUEST, text="x") == "not-found"


@pytest.mark.parametrize("who", ["author", "admin", "national"])
def test_a_deleted_comment_keeps_its_place_and_nothing_else(who: str) -> None:
    row = CommentFactory(text="fortryder")
    reply = CommentFactory(parent=row)
    by = {
        "author": lambda: actor_of(row),
        "admin": lambda: actor(local_admin_of=row.process.authority),
        "national": lambda: actor(national_admin=True),
    }[who]()
    edit_comment(comment_id=row.pk, by=actor_of(row), text="fortryder mere")
    delete_comment(comment_id=row.pk, by=by)
    delete_comment(comment_id=row.pk, by=by)
    row.refresh_from_db()
    assert (row.text, row.deleted_at is not None) == ("", True)
    events = Comment.pgh_event_model.objects.filter(pgh_obj_id=row.pk)
    assert events.count() >= 3
    assert set(events.values_list("text", flat=True)) == {""}
    assert Comment.objects.filter(pk=reply.pk, parent=row).exists()
    deletions = AuditEntry.objects.filter(action="catalogue.delete_comment")
    assert [entry.facts["own"] for entry in deletions] == [who == "author"]
    assert Standing.objects.get(process=row.process).comments == 1


def test_others_delete_nothing() -> None:
    row = CommentFactory()
    for by in (stranger(), actor(contributor_of=row.process.authority)):
        assert code(delete_comment, comment_id=row.pk, by=by) == "not-allowed"
