"""What notices say: values in words, long texts cut to where they differ, and refusals of what is none."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from gevinst.features.accounts.queries import actor_of
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.actions.notices.choosing import choose_paces
from gevinst.features.catalogue.actions.notices.mailing import mail_notices
from gevinst.features.catalogue.actions.notices.reading import mark_read
from gevinst.features.catalogue.actions.notices.telling import tell
from gevinst.features.catalogue.actions.people.following import follow_authority, follow_process
from gevinst.features.catalogue.actions.people.profile import write_profile
from gevinst.features.catalogue.actions.quiet import quietly
from gevinst.features.catalogue.actions.systems import technology_named
from gevinst.features.catalogue.models import Adoption, Notice
from gevinst.features.catalogue.notices.excerpt import MOST, excerpts
from gevinst.features.catalogue.notices.naming import changes
from gevinst.features.catalogue.notices.values import label, shown
from gevinst.features.catalogue.notices.wording import say
from gevinst.features.catalogue.queries.people.notices import unread
from gevinst.features.catalogue.receivers.people.reuse import adopted
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.people.factories import owned, told
from gevinst.shared.actor import GUEST, SYSTEM, Actor
from gevinst.shared.errors import DomainError

ROBOT = Actor(name="Integration", token_id=1)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("phase", "operation", "Drift"),
        ("domains", ["health", "it"], "Sundhed, It"),
        ("affects_citizens", True, "ja"),
        ("affects_citizens", False, "nej"),
        ("in_operation_since", "2026-03-01", "1. mar. 2026"),
        ("links", [{"title": "Kode", "url": "https://x"}, {"url": "https://y"}], "Kode, https://y"),
        ("vendor", "", "intet"),
        ("technologies", [], "intet"),
        ("minutes", "2.50", "2.50"),
        ("strange", "x", "x"),
    ],
)
def test_a_value_in_words(field: str, value: Any, words: str) -> None:
    assert shown(field, value) == words


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("co_editors", "medredaktører"),
        ("phase", "fase"),
        ("strange", "strange"),
        ("standing", "standing"),
    ],
)
def test_a_fields_name_in_words(field: str, words: str) -> None:
    assert label(field) == words
    assert label("legal_clauses") != "legal_clauses"


@given(st.text(max_size=400), st.text(max_size=400))
def test_excerpts_are_short_and_tell_texts_apart(before: str, after: str) -> None:
    old, new = excerpts(before, after)
    assert max(len(old), len(new)) <= MOST + 2
    assert before == after or old != new or len(before) > MOST


def test_an_excerpt_keeps_what_differs() -> None:
    same = "a" * 300
    assert excerpts(f"{same}før{same}", f"{same}nu{same}")[1] == f"…{'a' * 40}nu{'a' * 40}…"
    assert excerpts(same, "b" * 300)[0] == "a" * MOST + "…"


def notice(**facts: Any) -> Notice:
    return Notice(kind="help", facts=facts, at=timezone.now())


def test_an_unknown_code_still_says_what_it_is_about() -> None:
    assert say(notice(what="nyt", title="Titel"), internal=False).headline.endswith(": Titel")


@pytest.mark.parametrize(
    ("facts", "path"),
    [
        ({"url_name": "help-post", "url_args": [7]}, "/katalog/hjaelp/7/"),
        ({"url_name": "process", "url_args": {"pk": 7}}, "/katalog/7/"),
        ({"url_name": "catalogue", "url_query": "q=x"}, "/katalog/?q=x"),
        ({"url_name": "gone"}, ""),
        ({}, ""),
    ],
)
def test_where_it_leads(facts: dict[str, Any], path: str) -> None:
    assert say(notice(what="x", **facts), internal=False).path == path


def test_items_of_processes_are_told_as_far_as_they_may_be_read() -> None:
    told_of = notice(what="search-hits", title="S", items=["Et", "To"], ids=[1, 2])
    assert say(told_of, internal=False, readable=frozenset({2})).items == ["To"]
    assert say(told_of, internal=False) is None


@pytest.mark.django_db
def test_hits_that_may_not_be_read_any_more_are_not_mailed() -> None:
    hidden, user = ProcessFactory(), UserFactory(reader_of=AuthorityFactory())
    facts = {"what": "search-hits", "title": "S", "items": [hidden.title], "ids": [hidden.pk]}
    tell(to=[user.pk], kind="search", facts=facts)
    assert mail_notices(paces={"daily"}, now=timezone.now()) == 0


@pytest.mark.django_db
def test_very_many_are_told_in_part_and_links_need_an_address(settings: Any) -> None:
    settings.OPERATIONS_SITE_URL = ""
    user = UserFactory()
    for n in range(61):
        tell(to=[user.pk], kind="changed", facts={"what": "stale", "title": f"Nr. {n:02}"})
    mail.outbox.clear()
    mail_notices(paces={"daily"}, now=timezone.now())
    [one] = mail.outbox
    assert "1 flere står under Beskeder" in one.body
    assert "http" not in one.body
    assert "List-Unsubscribe" not in one.extra_headers


@pytest.mark.django_db
def test_a_long_title_is_cut_in_the_subject() -> None:
    user = UserFactory()
    tell(to=[user.pk], kind="changed", facts={"what": "stale", "title": "x" * 200})
    mail.outbox.clear()
    mail_notices(paces={"daily"}, now=timezone.now())
    assert len(mail.outbox[0].subject) == 120


@pytest.mark.django_db
def test_technologies_are_told_by_name() -> None:
    made = technology_named("Python")
    assert changes({"technologies": ([], [made.pk])}) == [["technologies", [], ["Python"]]]


def refused(code: str, action: Any, **facts: Any) -> None:
    with pytest.raises(DomainError) as caught:
        action(**facts)
    assert caught.value.code == code


@pytest.mark.django_db
def test_what_is_refused() -> None:
    by = actor_of(UserFactory())
    refused("invalid", tell, to=[1], kind="strange", facts={})
    refused("invalid", tell, to=[1], kind="duty", facts={}, pace="yearly")
    refused("not-allowed", choose_paces, paces={}, by=ROBOT)
    refused("not-allowed", follow_process, process_id=1, by=ROBOT)
    refused("not-found", follow_authority, authority_id=0, by=by)
    refused("not-allowed", write_profile, by=GUEST)
    refused("invalid", write_profile, by=by, user=1)
    refused("invalid", write_profile, by=by, title="x" * 121)
    refused("not-found", mark_read, notice_id=0, by=by)


@pytest.mark.django_db
def test_reading_twice_keeps_the_first_time() -> None:
    user = UserFactory()
    tell(to=[user.pk], kind="duty", facts={"what": "stale"})
    by = actor_of(user)
    first = mark_read(notice_id=Notice.objects.get().pk, by=by).read_at
    assert mark_read(notice_id=Notice.objects.get().pk, by=by).read_at == first
    assert unread(SYSTEM) == 0


@pytest.mark.django_db
def test_a_quiet_adoption_tells_nobody() -> None:
    process, owner, by = owned()
    copy, _owner, _by = owned()
    adoption = Adoption.objects.create(process=copy, source=process)
    with quietly():
        adopted(adoption, by)
    assert told(owner) == []
