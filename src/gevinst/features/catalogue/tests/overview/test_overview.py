"""The administrators' overview: local ones of their own authority, national ones of all."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gevinst.features.accounts.models import Authority, User
from gevinst.features.accounts.queries import actor_of
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.models import Draft, LegalClause, Process
from gevinst.features.catalogue.queries.overview import findings
from gevinst.features.catalogue.queries.overview.shares import months_of, shares
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import SYSTEM

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
DANISH = ZoneInfo("Europe/Copenhagen")


@pytest.fixture
def place() -> Authority:
    return AuthorityFactory()


@pytest.fixture
def admin(place: Authority) -> User:
    return UserFactory(local_admin_of=place)


def aged(process: Process, day: date) -> Process:
    at = datetime(day.year, day.month, day.day, 12, tzinfo=DANISH)
    Process.objects.filter(pk=process.pk).update(changed_at=at)
    return process


@pytest.mark.parametrize(
    ("phase", "day", "months", "found"),
    [
        ("operation", date(2025, 11, 22), 12, True),
        ("operation", date(2025, 11, 23), 12, False),
        ("operation", date(2025, 11, 22), 24, False),
        ("development", date(2024, 11, 22), 24, True),
        ("idea", date(2020, 1, 1), 12, False),
        ("decommissioned", date(2020, 1, 1), 12, False),
    ],
)
def test_what_is_active_and_stands_still(phase: str, day: date, months: int, found: bool) -> None:
    process = aged(ProcessFactory(phase=phase), day)
    by = actor_of(UserFactory(local_admin_of=process.authority))
    assert findings.stale(by, TODAY, months).exists() is found


def test_whom_nobody_can_ask_about(place: Authority, admin: User) -> None:
    here = UserFactory(reader_of=place)
    ProcessFactory(authority=place, contact_email="rolle@example.org")
    ProcessFactory(authority=place, contact=here)
    ProcessFactory(authority=place, owner=here)
    ProcessFactory(authority=place, phase="decommissioned")
    wanted = {
        ProcessFactory(authority=place).pk,
        ProcessFactory(authority=place, owner=UserFactory(is_active=False)).pk,
        ProcessFactory(authority=place, contact=UserFactory(reader_of=AuthorityFactory())).pk,
    }
    assert set(findings.without_contact(actor_of(admin)).values_list("pk", flat=True)) == wanted


def test_law_that_is_to_be_verified(place: Authority, admin: User) -> None:
    process = ProcessFactory(authority=place)
    for text, day in (("§ 1", None), ("§ 2", date(2025, 11, 22)), ("§ 3", date(2026, 1, 1))):
        LegalClause.objects.create(process=process, text=text, verified_on=day)
    LegalClause.objects.create(process=ProcessFactory(), text="§ 4")
    assert {one.text for one in findings.clauses(actor_of(admin), TODAY)} == {"§ 1", "§ 2"}


def test_drafts_that_lie(place: Authority, admin: User) -> None:
    now = timezone.now()
    for user in (UserFactory(contributor_of=place), UserFactory(contributor_of=AuthorityFactory())):
        for days in (13, 15):
            made = Draft.objects.create(user=user, fields={"title": "Hemmelig"})
            Draft.objects.filter(pk=made.pk).update(at=now - timedelta(days=days))
    assert findings.lying_drafts(actor_of(admin), now).count() == 1
    assert findings.lying_drafts(SYSTEM, now).count() == 2
    client = Client()
    client.force_login(admin)
    assert "Hemmelig" not in client.get(reverse("catalogue-overview")).content.decode()


def test_shares_by_month_those_with_least_first(place: Authority, admin: User) -> None:
    other = AuthorityFactory()
    made = [ProcessFactory(authority=place, public=True) for _ in range(3)]
    ProcessFactory(authority=place)
    ProcessFactory(authority=place, public=True, withheld=True)
    last = datetime(2026, 10, 31, 23, 30, tzinfo=DANISH)
    Process.objects.filter(pk=made[0].pk).update(created_at=last)
    now = datetime(2026, 11, 1, 0, 30, tzinfo=DANISH)
    Process.objects.filter(pk__in=[one.pk for one in made[1:]]).update(created_at=now)
    national = actor_of(UserFactory(national_admin=True))
    found = {one.authority: one for one in shares(national, TODAY)}
    assert found[place].total == 3
    assert found[place].by_month == [0] * 10 + [1, 2]
    assert found[other].total == 0
    assert found[other].few
    assert list(found).index(other) < list(found).index(place)
    assert [one.authority for one in shares(actor_of(admin), TODAY)] == [place]


def test_an_authority_that_is_no_more_is_left_out() -> None:
    gone = AuthorityFactory(valid_to=date(2026, 1, 1))
    national = actor_of(UserFactory(national_admin=True))
    assert gone not in {one.authority for one in shares(national, TODAY)}


def test_the_months_go_over_the_year() -> None:
    assert months_of(TODAY, 12)[0] == date(2025, 12, 1)
    assert months_of(TODAY, 2) == [date(2026, 10, 1), date(2026, 11, 1)]


def test_each_line_leads_to_what_to_do(place: Authority, admin: User) -> None:
    process = ProcessFactory(authority=place, title="Uden kontakt")
    ProcessFactory(authority=place, title="Efterladt", owner=UserFactory(name="Væk (demo)"))
    LegalClause.objects.create(process=process, text="§ 1")
    aged(ProcessFactory(authority=place, phase="operation", title="Gammel"), date(2020, 1, 1))
    client = Client()
    client.force_login(admin)
    shown = client.get(reverse("catalogue-overview"), {"maaneder": "24"}).content.decode()
    for part in (
        reverse("process-edit", args=[process.pk]),
        reverse("hand-over"),
        "§ 1",
        "Gammel",
        "<svg",
    ):
        assert part in shown


@pytest.mark.parametrize("key", ["efterladt", "kontakt", "gamle", "lov", "kladder", "delinger"])
def test_each_part_is_a_file(key: str, place: Authority, admin: User) -> None:
    process = aged(ProcessFactory(authority=place, phase="operation"), date(2020, 1, 1))
    gone = UserFactory(name="Væk (demo)")
    ProcessFactory(authority=place, owner=gone, title="Efterladt")
    LegalClause.objects.create(process=process, text="§ 1")
    for about in (None, process):
        Draft.objects.create(user=admin, process=about)
    Draft.objects.update(at=timezone.now() - timedelta(days=30))
    client = Client()
    client.force_login(admin)
    answer = client.get(reverse("catalogue-overview-csv"), {"del": key})
    lines = b"".join(answer.streaming_content).decode().strip().splitlines()
    assert len(lines) >= 2
    assert client.get(reverse("catalogue-overview-csv"), {"del": "x"}).status_code == 404


def test_it_is_for_administrators(place: Authority) -> None:
    client = Client()
    client.force_login(UserFactory(process_owner_of=place))
    for name in ("catalogue-overview", "catalogue-overview-csv"):
        assert client.get(reverse(name)).status_code == 403
