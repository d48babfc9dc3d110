"""Saved searches: each hit is told once, nothing is told when nothing is new."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gevinst.features.accounts.queries import actor_of
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.actions.searches.keeping import (
    change_search,
    forget_search,
    save_search,
)
from gevinst.features.catalogue.actions.searches.telling import tell_new_hits
from gevinst.features.catalogue.models import Notice, Pace, Process, SavedSearch
from gevinst.features.catalogue.tasks import searches as tasks
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.search.index import in_own_folder, indexed
from gevinst.shared.actor import GUEST
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db
EVERY = {Pace.INSTANT, Pace.DAILY, Pace.WEEKLY, Pace.NEVER}


@pytest.fixture(autouse=True)
def _index(settings: Any, tmp_path: Path) -> Iterator[None]:
    yield from in_own_folder(settings, tmp_path)


@pytest.fixture
def user() -> Any:
    return UserFactory(reader_of=AuthorityFactory())


def saved(user: Any, query: str = "q=gadelys", pace: str = Pace.DAILY) -> SavedSearch:
    indexed()
    return save_search(query=query, label="Lys", pace=pace, by=actor_of(user))


def told() -> list[list[str]]:
    """The titles of each notice since the last time that somebody looked."""
    indexed()
    tell_new_hits(paces=EVERY, now=timezone.now())
    notices = list(Notice.objects.order_by("pk"))
    Notice.objects.all().delete()
    return [one.facts["items"] for one in notices]


def test_what_is_new_is_told_once_by_its_title(user: Any) -> None:
    ProcessFactory(public=True, title="Gadelys, gammelt")
    saved(user)
    assert told() == []
    ProcessFactory(public=True, title="Gadelys, nyt")
    assert told() == [["Gadelys, nyt"]]
    assert told() == []


def test_what_becomes_readable_is_new_and_what_does_not_is_never_told(user: Any) -> None:
    hidden = ProcessFactory(title="Gadelys")
    ProcessFactory(title="Gadelys, også skjult")
    saved(user)
    assert told() == []
    Process.objects.filter(pk=hidden.pk).update(visibility="public")
    assert told() == [["Gadelys"]]


def test_a_hit_that_comes_and_goes_is_told_once(user: Any) -> None:
    saved(user)
    one = ProcessFactory(public=True, title="Gadelys")
    assert len(told()) == 1
    for title in ("Vejsalt", "Gadelys"):
        Process.objects.filter(pk=one.pk).update(title=title)
        assert told() == []


def test_the_notice_leads_to_the_search(user: Any) -> None:
    saved(user, "q=gadelys&fase=idea&side=7&andet=x")
    ProcessFactory(public=True, title="Gadelys")
    indexed()
    assert tell_new_hits(paces={Pace.DAILY}, now=timezone.now()) == 1
    notice = Notice.objects.get()
    assert (notice.user_id, notice.kind) == (user.pk, "search")
    assert notice.facts["url_query"] == "q=gadelys&fase=idea"
    assert notice.facts["title"] == "Lys"


@pytest.mark.parametrize(("pace", "told_of"), [(Pace.INSTANT, 1), (Pace.WEEKLY, 0)])
def test_only_searches_of_the_pace_are_asked(user: Any, pace: str, told_of: int) -> None:
    saved(user, pace=pace)
    ProcessFactory(public=True, title="Gadelys")
    indexed()
    assert tell_new_hits(paces={Pace.INSTANT}, now=timezone.now()) == told_of


def test_nothing_is_asked_where_nothing_has_changed(user: Any) -> None:
    ProcessFactory(public=True)
    search = saved(user)
    later = timezone.now() + timedelta(hours=1)
    SavedSearch.objects.filter(pk=search.pk).update(told_at=later)
    tell_new_hits(paces=EVERY, now=later + timedelta(hours=1))
    search.refresh_from_db()
    assert search.told_at == later


def test_nobody_is_told_by_a_search_that_is_simpler(user: Any) -> None:
    saved(user)
    ProcessFactory(public=True, title="Gadelys")  # of this transaction: the index cannot answer
    assert tell_new_hits(paces=EVERY, now=timezone.now()) == 0


def test_one_who_left_is_not_told(user: Any) -> None:
    saved(user)
    user.is_active = False
    user.save()
    ProcessFactory(public=True, title="Gadelys")
    assert told() == []


def test_the_clock_asks_each_pace_at_its_time(
    user: Any, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    asked: list[set[str]] = []
    monkeypatch.setattr(tasks, "tell_new_hits", lambda *, paces, now: asked.append(set(paces)))
    settings.OPERATIONS_DIGEST_HOUR = 6
    for day, hour in ((2, 6), (3, 6), (3, 7)):  # a Monday, a Tuesday
        now = timezone.datetime(2026, 11, day, hour, tzinfo=timezone.get_default_timezone())
        monkeypatch.setattr(tasks.timezone, "now", lambda now=now: now)
        tasks.search_daily(0)
    tasks.search_instant(0)
    both = {Pace.DAILY, Pace.NEVER}
    assert asked == [both | {Pace.WEEKLY}, both, {Pace.INSTANT}]
    tasks.compact(0)


@pytest.mark.parametrize(
    ("label", "pace"), [("", "daily"), ("   ", "daily"), ("x" * 121, "daily"), ("Lys", "hourly")]
)
def test_a_search_has_a_name_and_a_pace(user: Any, label: str, pace: str) -> None:
    with pytest.raises(DomainError) as caught:
        save_search(query="q=x", label=label, pace=pace, by=actor_of(user))
    assert caught.value.code == "invalid"


def test_a_guest_saves_nothing() -> None:
    with pytest.raises(DomainError) as caught:
        save_search(query="", label="Lys", pace="daily", by=GUEST)
    assert caught.value.code == "not-allowed"


def test_there_is_a_limit(user: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gevinst.features.catalogue.actions.searches.keeping.MOST", 1)
    saved(user)
    with pytest.raises(DomainError):
        saved(user)


def test_another_persons_search_is_not_there(user: Any) -> None:
    search, other = saved(user), actor_of(UserFactory())
    for attempt in (
        lambda: change_search(search_id=search.pk, label="x", pace="daily", by=other),
        lambda: forget_search(search_id=search.pk, by=other),
    ):
        with pytest.raises(DomainError) as caught:
            attempt()
        assert caught.value.code == "not-found"


def test_a_search_is_saved_changed_and_forgotten_on_pages(client: Client, user: Any) -> None:
    client.force_login(user)
    facts = {"query": "q=gadelys&fase=idea", "label": "Lys", "pace": "weekly"}
    page = client.post("/katalog/soegninger/", facts, follow=True).content.decode()
    assert "/katalog/?q=gadelys&amp;fase=idea" in page
    search = SavedSearch.objects.get()
    address = f"/katalog/soegninger/{search.pk}/"
    client.post(address, {"label": "Lygter", "pace": "instant"})
    search.refresh_from_db()
    assert (search.label, search.pace) == ("Lygter", "instant")
    client.post(address, {"label": "", "pace": "instant"})
    search.refresh_from_db()
    assert search.label == "Lygter"
    client.post(address, {"forget": "1"})
    assert not SavedSearch.objects.exists()


def test_a_fault_leads_back_to_the_search(client: Client, user: Any) -> None:
    client.force_login(user)
    answer = client.post("/katalog/soegninger/", {"query": "q=x", "label": "", "pace": "daily"})
    assert answer.headers["Location"] == "/katalog/?q=x"
