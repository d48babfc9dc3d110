"""Comments, help, reuse and reports reach those who take part, answer or decide."""

from __future__ import annotations

import pytest

from gevinst.features.accounts.models import User
from gevinst.features.accounts.queries import actor_of
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue import signals
from gevinst.features.catalogue.models import (
    Adoption,
    Announcement,
    Comment,
    Follow,
    HelpAnswer,
    HelpPost,
    Notice,
    Process,
    Report,
)
from gevinst.features.catalogue.notices.wording import say
from gevinst.features.catalogue.tests.people.factories import follower, owned, told, whats

pytestmark = pytest.mark.django_db


def comment(process: Process, author: User, **facts: object) -> Comment:
    made = Comment.objects.create(
        process=process, author=author, author_name=author.name, text="Hvordan går det?", **facts
    )
    signals.commented.send(Comment, comment=made, actor=actor_of(author))
    return made


def test_a_comment_reaches_owner_and_followers_but_not_its_author() -> None:
    process, owner, _by = owned()
    reader, author = follower(process), follower(process)
    comment(process, author)
    assert [whats(one) for one in (owner, reader, author)] == [["commented"], ["commented"], []]
    assert told(owner)[0].facts["text"] == "Hvordan går det?"


def test_a_reply_reaches_the_one_replied_to_and_the_others_of_the_conversation() -> None:
    process, owner, _by = owned()
    first, second = (UserFactory(reader_of=AuthorityFactory()) for _ in range(2))
    parent = comment(process, first)
    comment(process, second, parent=parent)
    comment(process, owner, parent=parent)
    assert whats(first) == ["replied", "replied"]
    assert whats(second) == ["commented"]
    assert whats(owner) == ["commented", "commented"]


def test_an_internal_comment_stays_at_home() -> None:
    process, owner, _by = owned()
    outside, inside = follower(process), follower(process, reader_of=process.authority)
    comment(process, UserFactory(reader_of=process.authority), internal=True)
    assert [whats(one) for one in (owner, inside, outside)] == [["commented"], ["commented"], []]


def test_the_owner_hears_who_reuses_it() -> None:
    process, owner, _by = owned()
    copy, adopter, by = owned()
    adoption = Adoption.objects.create(process=copy, source=process, extent="parts")
    signals.adopted.send(Adoption, adoption=adoption, actor=by)
    [one] = told(owner, kind="adopted")
    said = say(one, internal=True)
    assert copy.authority.name in said.headline
    assert "Dele" in said.headline or "Parts" in said.headline
    assert told(adopter) == []


def test_an_announcement_reaches_adopters_and_followers_by_different_kinds() -> None:
    process, owner, _by = owned()
    copy, adopter, _by = owned()
    Adoption.objects.create(process=copy, source=process)
    reader = follower(process)
    made = Announcement.objects.create(process=process, kind="error", text="Fejl i trin 2")
    signals.announced.send(Announcement, announcement=made, actor=actor_of(owner))
    assert [(one.kind, one.facts["what"]) for one in told(adopter)] == [("source", "announced")]
    assert whats(reader) == ["announced-followed"]
    assert told(owner) == []


@pytest.mark.parametrize(("kind", "what"), [("ask", "help-asked"), ("offer", "help-offered")])
def test_help_reaches_followers_of_the_authority_and_of_the_process(kind: str, what: str) -> None:
    process, owner, by = owned()
    place, listener = AuthorityFactory(), UserFactory(reader_of=AuthorityFactory())
    Follow.objects.create(user=listener, authority=place)
    post = HelpPost.objects.create(
        kind=kind, authority=place, process=process, title="Hjælp", text="Hvem?", author=owner
    )
    signals.help_asked.send(HelpPost, post=post, actor=by)
    assert whats(listener) == [what]
    assert whats(owner) == [what]


def test_help_about_nothing_in_particular_reaches_followers_alone() -> None:
    author = UserFactory(reader_of=(place := AuthorityFactory()))
    listener = UserFactory(reader_of=AuthorityFactory())
    Follow.objects.create(user=listener, authority=place)
    post = HelpPost.objects.create(
        kind="ask", authority=place, title="Hjælp", text="Hvem?", author=author
    )
    signals.help_asked.send(HelpPost, post=post, actor=actor_of(author))
    assert whats(listener) == ["help-asked"]
    assert told(author) == []


def test_an_answer_reaches_who_asked_and_who_answered_before() -> None:
    asker, first, second = (UserFactory(reader_of=AuthorityFactory()) for _ in range(3))
    place = AuthorityFactory()
    post = HelpPost.objects.create(
        kind="ask", authority=place, title="Hjælp", text="Hvem?", author=asker
    )
    for author in (first, second):
        answer = HelpAnswer.objects.create(post=post, authority=place, text="Vi", author=author)
        signals.help_answered.send(HelpAnswer, answer=answer, actor=actor_of(author))
    assert [len(told(one)) for one in (asker, first, second)] == [2, 1, 0]


def report(process: Process, reporter: User, **facts: object) -> Report:
    return Report.objects.create(
        process=process, reporter=reporter, reason="secret", text="Se afsnit 2", **facts
    )


def test_a_report_reaches_the_moderators_alone() -> None:
    process, owner, _by = owned()
    local = UserFactory(local_admin_of=process.authority)
    elsewhere = UserFactory(local_admin_of=AuthorityFactory())
    national, reporter = UserFactory(national_admin=True), follower(process)
    signals.reported.send(Report, report=report(process, reporter), actor=actor_of(reporter))
    assert [whats(one) for one in (local, national)] == [["reported"], ["reported"]]
    assert [told(one) for one in (owner, elsewhere, reporter)] == [[], [], []]


@pytest.mark.parametrize("outcome", ["kept", "withheld", "deleted"])
def test_reporter_and_owner_hear_what_was_decided(outcome: str) -> None:
    process, owner, _by = owned()
    reporter, national = follower(process), UserFactory(national_admin=True)
    made = report(process, reporter, outcome=outcome, answer="Set på")
    Process.objects.filter(pk=process.pk).update(withheld=outcome == "withheld")
    made.process.refresh_from_db()
    signals.moderated.send(Report, report=made, actor=actor_of(national))
    assert whats(reporter) == ["report-decided"]
    assert whats(owner) == ["content-decided"]
    assert told(reporter)[0].facts["text"] == "Set på"


def test_who_wrote_a_reported_comment_hears_what_was_decided() -> None:
    process, owner, _by = owned()
    author, reporter = follower(process), follower(process)
    made = Comment.objects.create(process=process, author=author, author_name="A", text="B")
    found = report(process, reporter, comment=made, outcome="deleted")
    signals.moderated.send(Report, report=found, actor=actor_of(UserFactory(national_admin=True)))
    assert whats(author) == ["content-decided"]
    assert told(owner) == []
    assert Notice.objects.filter(process=None).count() == 1
