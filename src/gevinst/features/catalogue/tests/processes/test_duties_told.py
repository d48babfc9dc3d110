"""Clauses to verify and processes that stand still: found, told once to the right people, then again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from gevinst.features.accounts.queries import actor_of
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory, actor
from gevinst.features.catalogue.actions.law import verify
from gevinst.features.catalogue.actions.reminding import remind
from gevinst.features.catalogue.models import LegalClause, Notice, Phase, Process
from gevinst.features.catalogue.queries.duties import clauses_due, due, months_after, stale
from gevinst.features.catalogue.tasks.duties import refresh_standings, remind_duties
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)


def process(phase: str = "operation", changed: date = TODAY, **facts: Any) -> Process:
    authority = facts.pop("authority", None) or AuthorityFactory()
    owner = facts.pop("owner", None) or UserFactory(contributor_of=authority)
    made: Process = ProcessFactory(phase=phase, owner=owner, authority=authority, **facts)
    at = datetime.combine(changed, datetime.min.time(), timezone.get_current_timezone())
    Process.objects.filter(pk=made.pk).update(changed_at=at)
    return made


@pytest.mark.parametrize(
    ("verified", "months", "waits"),
    [
        (None, 12, True),
        (date(2025, 11, 22), 12, True),
        (date(2025, 11, 23), 12, False),
        (date(2026, 8, 31), 3, False),
        (date(2026, 5, 31), 6, False),
        (date(2026, 5, 22), 6, True),
    ],
)
def test_when_a_clause_waits(verified: date | None, months: int, waits: bool) -> None:
    clause = LegalClause.objects.create(
        process=process(), text="§ 1", verified_on=verified, verify_months=months
    )
    assert (clause in clauses_due(TODAY), due(clause, TODAY)) == (waits, waits)


def test_a_decommissioned_process_has_no_clause_to_verify() -> None:
    LegalClause.objects.create(process=process(Phase.DECOMMISSIONED), text="§ 1")
    assert not clauses_due(TODAY)


@pytest.mark.parametrize(
    ("phase", "changed", "is_stale"),
    [
        ("operation", date(2025, 11, 22), True),
        ("operation", date(2025, 11, 23), False),
        ("preanalysis", date(2020, 1, 1), True),
        ("implementation", date(2024, 1, 1), True),
        ("idea", date(2020, 1, 1), False),
        ("decommissioned", date(2020, 1, 1), False),
    ],
)
def test_when_a_process_stands_still(phase: str, changed: date, is_stale: bool) -> None:
    made = process(phase, changed)
    assert list(stale(TODAY)) == ([made] if is_stale else [])


def test_the_owner_is_told_and_not_every_night() -> None:
    made = process(changed=date(2025, 1, 1))
    for text in ("§ 1", "§ 2"):
        LegalClause.objects.create(process=made, text=text)
    assert remind(today=TODAY, now=timezone.now()) == 2
    told = {notice.facts["what"]: notice for notice in Notice.objects.filter(user=made.owner)}
    assert told["verify-clause"].facts["items"] == ["§ 1", "§ 2"]
    assert told["stale"].facts["since"] == "2025-01-01"
    assert remind(today=TODAY, now=timezone.now()) == 0


def test_it_is_said_again_after_a_while() -> None:
    made = process(changed=date(2025, 1, 1))
    LegalClause.objects.create(process=made, text="§ 1")
    now = timezone.now()
    remind(today=TODAY, now=now)
    assert remind(today=TODAY, now=now + timedelta(days=31)) == 1
    assert remind(today=TODAY, now=now + timedelta(days=91)) == 2


def test_the_nightly_tasks_do_it() -> None:
    made = process(changed=date(2020, 1, 1))
    refresh_standings(0)
    remind_duties(0)
    made.refresh_from_db()
    assert made.standing.readiness == "E"
    assert Notice.objects.filter(user=made.owner, kind="duty").count() == 1


def test_verifying_a_clause() -> None:
    made = process()
    clause = LegalClause.objects.create(process=made, text="§ 1")
    by = actor_of(made.owner)
    kept = verify(clause_id=clause.pk, by=by, on=TODAY)
    assert (kept.verified_on, kept.verified_by_id) == (TODAY, by.user_id)
    assert not due(kept, TODAY)
    made.refresh_from_db(fields=["changed_at"])
    assert timezone.localdate(made.changed_at) == timezone.localdate()


def test_others_do_not_verify() -> None:
    clause = LegalClause.objects.create(process=process(public=True), text="§ 1")
    with pytest.raises(DomainError) as fault:
        verify(clause_id=clause.pk, by=actor(), on=TODAY)
    assert fault.value.code == "not-allowed"
    with pytest.raises(DomainError) as fault:
        verify(clause_id=0, by=actor(), on=TODAY)
    assert fault.value.code == "not-found"


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
    ],
)
def test_months_by_the_calendar(day: date, months: int, after: date) -> None:
    assert months_after(day, months) == after
