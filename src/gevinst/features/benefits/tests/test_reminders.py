"""E-mail about measurements due: to the owner, once a due date, never about nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from smtplib import SMTPException
from typing import Any

import pytest
from django.core import mail

from gevinst.features.accounts.tests.factories import UserFactory
from gevinst.features.benefits import actions, tasks
from gevinst.features.benefits.tests.factories import BenefitFactory
from gevinst.shared.actor import SYSTEM
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def benefit(**facts: Any) -> Any:
    told = {"state": "measured", "next_measurement_on": date(2026, 11, 1), **facts}
    return BenefitFactory(**{"owner": UserFactory(), **told})


def test_an_owner_is_told_what_is_due_and_since_when(settings: Any) -> None:
    settings.OPERATIONS_SITE_URL = "https://gevinst.example.dk"
    held = benefit(title="Færre timer", data_source="Kørsler")
    benefit(owner=held.owner, title="Færre fejl", next_measurement_on=date(2026, 11, 22))
    assert actions.remind(today=TODAY, by=SYSTEM) == 1
    (sent,) = mail.outbox
    assert sent.to == [held.owner.email]
    assert "2" in sent.subject
    for told in (
        "Færre timer",
        "Færre fejl",
        "Kørsler",
        f"https://gevinst.example.dk/gevinster/register/{held.pk}/",
    ):
        assert told in sent.body


def test_of_a_due_date_once_and_of_the_next_again() -> None:
    held = benefit()
    assert [actions.remind(today=TODAY, by=SYSTEM) for _ in range(2)] == [1, 0]
    held.refresh_from_db()
    held.next_measurement_on = date(2026, 11, 20)
    held.save()
    assert actions.remind(today=TODAY, by=SYSTEM) == 1
    assert AuditEntry.objects.filter(action="benefits.remind").count() == 3


@pytest.mark.parametrize(
    "facts",
    [
        {"next_measurement_on": date(2026, 11, 23)},
        {"next_measurement_on": None},
        {"state": "lapsed"},
        {"state": "idea"},
        {"owner": None},
    ],
)
def test_nobody_is_told_of_nothing(facts: dict[str, Any]) -> None:
    benefit(**facts)
    assert actions.remind(today=TODAY, by=SYSTEM) == 0
    assert mail.outbox == []


def test_one_who_has_left_is_not_written_to() -> None:
    benefit(owner=UserFactory(is_active=False))
    assert actions.remind(today=TODAY, by=SYSTEM) == 0


def test_a_refused_e_mail_is_sent_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    benefit()
    with monkeypatch.context() as patched:

        def refuse(self: object) -> int:
            raise SMTPException

        patched.setattr("django.core.mail.EmailMessage.send", refuse)
        assert actions.remind(today=TODAY, by=SYSTEM) == 0
    assert actions.remind(today=TODAY, by=SYSTEM) == 1


@pytest.mark.parametrize(("hour", "sent"), [(5, 1), (6, 0), (12, 0)])
def test_in_the_hour_of_the_setting(hour: int, sent: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Five in the morning UTC is six in Denmark in November."""
    benefit()
    now = datetime(2026, 11, 22, hour, 20, tzinfo=UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    tasks.remind_due(0)
    assert len(mail.outbox) == sent
