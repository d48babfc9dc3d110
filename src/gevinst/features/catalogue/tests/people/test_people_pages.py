"""The pages of notices, following, profiles, seen-by and handing over."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gevinst.features.accounts.models import User
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue import actions
from gevinst.features.catalogue.models import (
    CoEditor,
    Follow,
    Notice,
    NoticeChoice,
    Process,
    Profile,
    Seen,
)
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.people.factories import follower, owned

pytestmark = pytest.mark.django_db


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page(user: User, name: str, *args: Any, **query: str) -> str:
    answer = signed_in(user).get(reverse(name, args=args), query)
    assert answer.status_code == 200
    return answer.content.decode()


def notified() -> tuple[Process, User]:
    process, _owner, by = owned(title="Fakturakontrol")
    reader = follower(process)
    actions.update(process_id=process.pk, by=by, phase="operation")
    return process, reader


def test_the_page_says_what_changed_and_the_header_how_many_are_unread() -> None:
    process, reader = notified()
    shown = page(reader, "notices")
    assert "Kollega (demo) har ændret “Fakturakontrol”" in shown
    assert "fra “Idé” til “Drift”" in shown
    assert '<span class="g-bell-count"><span aria-hidden="true">1</span>' in shown
    assert reverse("process", args=[process.pk]) in shown


def test_the_number_in_the_header_costs_one_query_and_no_scan(
    django_assert_num_queries: Any,
) -> None:
    from gevinst.features.accounts.queries import actor_of
    from gevinst.features.catalogue.queries.people.notices import unread

    _process, reader = notified()
    actor = actor_of(reader)
    with django_assert_num_queries(1):
        assert unread(actor) == 1
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    rows = Notice.objects.filter(user=reader.pk, read_at=None).order_by()[:100]
    assert "notice_unread" in rows.explain()


def test_reading_one_and_reading_all() -> None:
    _process, reader = notified()
    first = Notice.objects.get(user=reader)
    other = Notice.objects.create(user=reader, kind="help", facts={"what": "x", "title": "T"})
    client = signed_in(reader)
    back = reverse("notices") + "?ulaest=1"
    answer = client.post(reverse("notice-read", args=[first.pk]), {"next": back})
    assert answer.headers["Location"] == back
    assert "Fakturakontrol" not in page(reader, "notices", ulaest="1")
    client.post(reverse("notices-read"), {"type": "changed"})
    assert Notice.objects.get(pk=other.pk).read_at is None
    client.post(reverse("notices-read"))
    assert Notice.objects.get(pk=other.pk).read_at is not None
    assert "Alt var læst" in client.post(reverse("notices-read"), follow=True).content.decode()


def test_somebody_elses_notice_is_not_there() -> None:
    _process, reader = notified()
    notice = Notice.objects.get(user=reader)
    answer = signed_in(UserFactory()).post(reverse("notice-read", args=[notice.pk]))
    assert answer.status_code == 404


def test_an_address_elsewhere_is_not_gone_to() -> None:
    _process, reader = notified()
    url = reverse("notice-read", args=[Notice.objects.get(user=reader).pk])
    answer = signed_in(reader).post(url, {"next": "https://example.org/"})
    assert answer.headers["Location"] == reverse("notices")


@pytest.mark.parametrize(
    ("query", "said"),
    [({}, "Der er ingen beskeder endnu"), ({"type": "help"}, "Ingen beskeder passer")],
)
def test_an_empty_page_says_what_to_do(query: dict[str, str], said: str) -> None:
    assert said in page(UserFactory(), "notices", **query)


def test_the_page_does_not_show_what_may_not_be_read_any_more() -> None:
    process, reader = notified()
    Process.objects.filter(pk=process.pk).update(visibility="authority")
    shown = page(reader, "notices")
    assert "Fakturakontrol" not in shown
    assert "ikke længere må læse" in shown


def test_following_and_stopping_without_javascript() -> None:
    process, owner, _by = owned()
    client, url = signed_in(owner), reverse("process-follow", args=[process.pk])
    assert client.post(url, {"on": "1"}).headers["Location"] == reverse(
        "process", args=[process.pk]
    )
    client.post(url, {"on": "1"})
    assert Follow.objects.filter(user=owner, process=process).count() == 1
    assert "Følg ikke længere" in page(owner, "process", process.pk)
    client.post(url, {"on": "0"})
    assert not Follow.objects.exists()


def test_an_authority_is_followed_by_its_code() -> None:
    user, place = UserFactory(), AuthorityFactory()
    client, url = signed_in(user), reverse("authority-follow")
    client.post(url, {"code": place.code})
    assert place.name in page(user, "following")
    client.post(url, {"code": place.code, "on": "0", "next": "/katalog/"})
    assert not Follow.objects.exists()
    assert client.post(url, {"code": "nope"}).status_code == 404


def test_one_cannot_follow_what_one_may_not_read() -> None:
    hidden = ProcessFactory()
    answer = signed_in(UserFactory()).post(reverse("process-follow", args=[hidden.pk]))
    assert answer.status_code == 404


def test_the_choice_of_paces_is_kept() -> None:
    user = UserFactory()
    shown = signed_in(user).get(reverse("notice-choices")).content.decode()
    assert shown.count("checked") == 9
    signed_in(user).post(reverse("notice-choices"), {"comment": "weekly"})
    assert NoticeChoice.objects.get(user=user).pace == "weekly"
    assert signed_in(user).post(reverse("notice-choices"), {"comment": "x"}).status_code == 422


def test_the_front_page_says_what_is_new() -> None:
    _process, reader = notified()
    assert "har ændret “Fakturakontrol”" in page(reader, "front")
    assert "Du følger ikke noget endnu" in page(UserFactory(), "front")
    Notice.objects.update(read_at=timezone.now())
    assert "Intet nyt" in page(reader, "front")
    assert "Nyt om det, du følger" not in Client().get(reverse("front")).content.decode()


def test_opening_the_page_reads_its_notices_and_is_seen_by_owner_and_editors() -> None:
    process, reader = notified()
    owner, editor = process.owner, UserFactory()
    CoEditor.objects.create(process=process, user=editor)
    assert "kan se, at du har åbnet den" in page(reader, "process", process.pk)
    assert Notice.objects.get(user=reader).read_at is not None
    for one in (owner, editor):
        assert reader.name in page(one, "process", process.pk)
    assert reader.name not in page(UserFactory(reader_of=process.authority), "process", process.pk)
    assert reader.name not in page(UserFactory(national_admin=True), "process", process.pk)


def test_a_visit_is_written_once_an_hour() -> None:
    process, reader = notified()
    for _ in range(3):
        page(reader, "process", process.pk)
    assert Seen.objects.get(user=reader).times == 1
    Seen.objects.update(last_at=timezone.now() - timedelta(hours=2))
    page(reader, "process", process.pk)
    assert Seen.objects.get(user=reader).times == 2


def test_guests_owners_and_national_administrators_are_not_kept() -> None:
    process = ProcessFactory(public=True, owner=UserFactory())
    Client().get(reverse("process", args=[process.pk]))
    for user in (process.owner, UserFactory(national_admin=True)):
        page(user, "process", process.pk)
    assert not Seen.objects.exists()


def test_a_profile_is_for_colleagues_until_it_is_shown() -> None:
    place = AuthorityFactory()
    user, colleague = (UserFactory(reader_of=place) for _ in range(2))
    outside = UserFactory(reader_of=AuthorityFactory())
    answer = signed_in(user).post(reverse("about-me"), {"works_on": "Faktura", "title": "Chef"})
    assert answer.headers["Location"] == reverse("colleague", args=[user.pk])
    assert "Faktura" in page(colleague, "colleague", user.pk)
    assert "Faktura" in page(colleague, "colleagues")
    url = reverse("colleague", args=[user.pk])
    assert signed_in(outside).get(url).status_code == 404
    Profile.objects.update(shown=True)
    assert "Faktura" in page(outside, "colleague", user.pk)
    assert "Faktura" in page(outside, "colleagues", myndighed=place.code)
    assert signed_in(UserFactory()).get(url).status_code == 404


def test_a_profile_shows_the_processes_that_its_reader_may_see() -> None:
    place = AuthorityFactory()
    user = UserFactory(contributor_of=place)
    Profile.objects.create(user=user, shown=True)
    for title, facts in (("Åben", {"public": True}), ("Lukket", {})):
        ProcessFactory(authority=place, owner=user, title=title, **facts)
    shown = page(UserFactory(reader_of=AuthorityFactory()), "colleague", user.pk)
    assert "Åben" in shown
    assert "Lukket" not in shown


def test_too_long_a_title_is_said_at_the_field() -> None:
    answer = signed_in(UserFactory()).post(reverse("about-me"), {"title": "x" * 121})
    assert answer.status_code == 422


def test_without_a_role_there_are_no_colleagues() -> None:
    assert "Med en rolle hos en myndighed" in page(UserFactory(), "colleagues")
