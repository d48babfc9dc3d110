"""Help between authorities: asked for and offered, answered and closed, by whom it may be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory, actor
from gevinst.features.catalogue.actions.helping import answer, close, post
from gevinst.features.catalogue.models import HelpAnswer, HelpPost
from gevinst.features.catalogue.queries.helping import about_process, posts
from gevinst.features.catalogue.signals import help_answered, help_asked
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import GUEST, SYSTEM
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db
TEXTS = {"title": "Hvem har Fagsystem X?", "text": "Vi vil gerne se det."}


@pytest.fixture
def heard() -> Iterator[list[str]]:
    told: list[str] = []

    def asked(**facts: Any) -> None:
        told.append(facts["post"].title)

    def answered(**facts: Any) -> None:
        told.append(facts["answer"].text)

    help_asked.connect(asked)
    help_answered.connect(answered)
    yield told
    help_asked.disconnect(asked)
    help_answered.disconnect(answered)


def posted(**facts: Any) -> HelpPost:
    place = facts.pop("authority", None) or AuthorityFactory()
    by = facts.pop("by", None) or actor(contributor_of=place)
    return post(**{"kind": "ask", "authority_id": place.pk, "by": by, **TEXTS, **facts})


def code_of(call: Any, **facts: Any) -> str:
    with pytest.raises(DomainError) as caught:
        call(**facts)
    return caught.value.code


def test_a_post_is_told_and_answered(heard: list[str]) -> None:
    asked, there = posted(), AuthorityFactory()
    answer(
        post_id=asked.pk,
        authority_id=there.pk,
        text=" Det har vi. ",
        by=actor(contributor_of=there),
    )
    assert heard == [TEXTS["title"], "Det har vi."]
    assert asked.answers.get().authority == there


def test_who_may_not_post(heard: list[str]) -> None:
    place = AuthorityFactory()
    facts = {"kind": "ask", "authority_id": place.pk, **TEXTS}
    assert code_of(post, **facts, by=actor(reader_of=place)) == "not-allowed"
    contributor = actor(contributor_of=place)
    assert code_of(post, **{**facts, "kind": "beg"}, by=contributor) == "invalid"
    assert code_of(post, **{**facts, "title": " "}, by=contributor) == "invalid"
    hidden = ProcessFactory()
    assert code_of(post, **facts, process_id=hidden.pk, by=contributor) == "not-found"
    assert not HelpPost.objects.exists()
    assert heard == []


def test_every_authority_reads_a_general_post_and_nobody_else() -> None:
    asked = posted()
    assert list(posts(actor(reader_of=AuthorityFactory()))) == [asked]
    assert list(posts(actor(national_admin=True))) == [asked]
    assert list(posts(actor())) == []
    assert list(posts(GUEST)) == []


def test_a_post_about_a_process_is_read_by_those_who_read_the_process() -> None:
    process = ProcessFactory()
    insider = actor(contributor_of=process.authority)
    asked = posted(authority=process.authority, process_id=process.pk, by=insider)
    assert list(about_process(insider, process.pk)) == [asked]
    stranger = AuthorityFactory()
    facts = {"post_id": asked.pk, "authority_id": stranger.pk, "text": "Ja"}
    assert code_of(answer, **facts, by=actor(contributor_of=stranger)) == "not-found"


@pytest.mark.parametrize(
    ("criteria", "found"),
    [
        ({}, {"ask", "offer"}),
        ({"kind": "offer"}, {"offer"}),
        ({"state": "closed"}, {"done"}),
        ({"state": "all"}, {"ask", "offer", "done"}),
        ({"whose": "mine"}, {"offer"}),
        ({"whose": "mine", "state": "all", "kind": "ask"}, {"done"}),
    ],
)
def test_posts_are_filtered(criteria: dict[str, str], found: set[str]) -> None:
    home = AuthorityFactory()
    mine = actor(contributor_of=home)
    posted(title="ask")
    posted(title="offer", kind="offer", authority=home, by=mine)
    close(post_id=posted(title="done", authority=home, by=mine).pk, by=mine)
    assert {each.title for each in posts(mine, **criteria)} == found


def test_the_system_may_ask_for_its_own() -> None:
    asked = posted(by=SYSTEM)
    assert list(posts(SYSTEM, whose="mine")) == []
    assert list(posts(SYSTEM)) == [asked]


def test_a_closed_post_takes_no_answer_and_is_closed_once() -> None:
    place = AuthorityFactory()
    author, colleague = actor(contributor_of=place), actor(contributor_of=place)
    asked = posted(authority=place, by=author)
    stranger = actor(contributor_of=AuthorityFactory())
    assert code_of(close, post_id=asked.pk, by=stranger) == "not-allowed"
    close(post_id=asked.pk, by=colleague)
    assert code_of(close, post_id=asked.pk, by=author) == "already-done"
    facts = {"post_id": asked.pk, "authority_id": place.pk, "text": "Ja"}
    assert code_of(answer, **facts, by=author) == "wrong-state"


def test_the_author_may_close_after_losing_the_role() -> None:
    place = AuthorityFactory()
    author = UserFactory(contributor_of=place)
    from gevinst.features.accounts.queries import actor_of

    asked = posted(authority=place, by=actor_of(author))
    author.memberships.update(role="reader")
    author = type(author).objects.get(pk=author.pk)
    assert close(post_id=asked.pk, by=actor_of(author)).closed_at is not None


def test_the_pages_lead_from_the_process_to_the_answer(client: Client) -> None:
    home, process = AuthorityFactory(), ProcessFactory(public=True, title="Lægeregninger")
    client.force_login(UserFactory(contributor_of=home))
    form = f"/katalog/hjaelp/ny/?proces={process.pk}&slags=ask"
    assert "Lægeregninger" in client.get(form).content.decode()
    wrong = client.post(form, {"authority": home.pk, "kind": "ask"})
    assert wrong.status_code == 422
    client.post(form, {"authority": home.pk, "kind": "ask", **TEXTS})
    asked = HelpPost.objects.get()
    assert asked.process == process
    page = f"/katalog/hjaelp/{asked.pk}/"
    client.post(page, {"authority": home.pk, "text": "Selv fundet"})
    assert HelpAnswer.objects.get().text == "Selv fundet"
    assert "Selv fundet" in client.get(page).content.decode()
    assert TEXTS["title"] in client.get("/katalog/hjaelp/?tilstand=open&hvis=mine").content.decode()
    assert TEXTS["title"] in client.get(f"/katalog/{process.pk}/").content.decode()
    client.post(f"{page}luk/")
    assert TEXTS["title"] not in client.get("/katalog/hjaelp/").content.decode()


def test_an_empty_board_says_what_to_do(client: Client) -> None:
    client.force_login(UserFactory(contributor_of=AuthorityFactory()))
    assert "/katalog/hjaelp/ny/" in client.get("/katalog/hjaelp/?slags=nonsens").content.decode()


def test_a_reader_is_told_that_posting_needs_a_role(client: Client) -> None:
    client.force_login(UserFactory(reader_of=AuthorityFactory()))
    assert client.get("/katalog/hjaelp/ny/").status_code == 403
