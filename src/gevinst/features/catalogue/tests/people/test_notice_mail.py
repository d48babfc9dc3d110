"""E-mail about notices: once, in one e-mail a person, what changed, only what may be read."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from smtplib import SMTPException
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.db import connection, transaction
from django.utils import timezone

from gevinst.features.accounts.models import User
from gevinst.features.accounts.tests.factories import UserFactory
from gevinst.features.catalogue import actions
from gevinst.features.catalogue.actions.notices.mailing import mail_notices
from gevinst.features.catalogue.actions.notices.telling import tell
from gevinst.features.catalogue.models import Notice, NoticeChoice, Process, Visibility
from gevinst.features.catalogue.tasks import notices as tasks
from gevinst.features.catalogue.tests.people.factories import follower, owned

pytestmark = pytest.mark.django_db
DANISH = ZoneInfo("Europe/Copenhagen")
MONDAY, TUESDAY = (datetime(2026, 11, day, 6, 5, tzinfo=DANISH) for day in (23, 24))


@pytest.fixture(autouse=True)
def site(settings: Any) -> None:
    settings.OPERATIONS_SITE_URL = "https://gevinst.example.org"


def changed(**facts: Any) -> tuple[Process, User]:
    """Somebody follows; somebody else changes."""
    process, _owner, by = owned(title="Fakturakontrol")
    reader = follower(process)
    actions.update(process_id=process.pk, by=by, **(facts or {"phase": "operation"}))
    Notice.objects.exclude(user=reader).delete()
    return process, reader


def sent(*paces: str, now: datetime | None = None) -> list[mail.EmailMessage]:
    mail.outbox.clear()
    number = mail_notices(paces=set(paces), now=now or timezone.now())
    assert number == len(mail.outbox)
    return mail.outbox


def test_a_digest_says_what_changed_from_what_to_what_and_where() -> None:
    process, reader = changed()
    [one] = sent("daily")
    assert one.to == [reader.email]
    assert one.subject == "Kollega (demo) har ændret “Fakturakontrol”"
    assert "fase: fra “Idé” til “Drift”" in one.body
    assert f"https://gevinst.example.org/katalog/{process.pk}/" in one.body
    assert one.extra_headers["List-Unsubscribe"] == "<https://gevinst.example.org/konto/beskeder/>"


def test_it_is_mailed_once() -> None:
    changed()
    assert len(sent("daily")) == 1
    assert sent("daily") == []


@pytest.mark.parametrize("fault", [SMTPException, ConnectionRefusedError, KeyboardInterrupt])
def test_a_worker_that_dies_before_it_is_sent_leaves_it_to_the_next(
    fault: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    changed()

    def dies(_mail: object) -> int:
        raise fault

    with monkeypatch.context() as patched:
        patched.setattr("django.core.mail.EmailMessage.send", dies)
        try:
            assert mail_notices(paces={"daily"}, now=timezone.now()) == 0
        except KeyboardInterrupt:
            assert fault is KeyboardInterrupt
    assert Notice.objects.get().mailed_at is None
    assert len(sent("daily")) == 1
    assert sent("daily") == []


def test_a_second_copy_of_the_same_can_be_told_by_its_id() -> None:
    changed()
    first = sent("daily")[0].extra_headers["Message-ID"]
    Notice.objects.update(
        mailed_at=None
    )  # as if the transaction had been lost after the server took it
    assert sent("daily")[0].extra_headers["Message-ID"] == first


def test_several_come_in_one_e_mail() -> None:
    process, reader = changed()
    for title in ("To", "Tre"):
        facts = {"what": "shared", "authority": "Prøveby", "title": title}
        tell(to=[reader.pk], kind="changed", facts=facts, process=process)
    [one] = sent("daily")
    assert one.subject == "3 beskeder fra Gevinst"
    assert one.body.count("Prøveby har delt") == 2


def test_it_is_in_the_language_of_its_reader() -> None:
    _process, reader = changed()
    User.objects.filter(pk=reader.pk).update(language="en")
    [one] = sent("daily")
    assert one.subject == "Kollega (demo) changed “Fakturakontrol”"


def test_what_may_not_be_read_any_more_is_not_mailed_nor_tried_again() -> None:
    process, _reader = changed()
    Process.objects.filter(pk=process.pk).update(visibility=Visibility.AUTHORITY)
    assert sent("daily") == []
    assert Notice.objects.get().mailed_at is not None


def test_what_is_internal_is_left_out_and_nothing_is_left_empty() -> None:
    changed()
    facts = {"what": "changed", "title": "X", "changes": [["internal_notes", "a", "Hemmeligt"]]}
    Notice.objects.update(facts=facts)
    assert sent("daily") == []
    facts["changes"] += [["vendor", "", "Firma"]]
    Notice.objects.update(facts=facts, mailed_at=None)
    [one] = sent("daily")
    assert "Firma" in one.body
    assert "Hemmeligt" not in one.body


def test_person_numbers_are_masked() -> None:
    _process, _reader = changed()
    facts = {"what": "commented", "title": "X 610101-2222", "text": "om 6101012222"}
    Notice.objects.update(facts=facts)
    [one] = sent("daily")
    assert "2222" not in one.subject + one.body


def test_neither_old_nor_read_nor_left_people() -> None:
    _process, reader = changed()
    Notice.objects.update(at=timezone.now() - timedelta(days=32))
    assert sent("daily") == []
    Notice.objects.update(at=timezone.now() - timedelta(days=30), read_at=timezone.now())
    assert sent("daily") == []
    Notice.objects.update(read_at=None)
    User.objects.filter(pk=reader.pk).update(is_active=False)
    assert sent("daily") == []


@pytest.mark.parametrize("pace", ["instant", "weekly", "never"])
def test_a_persons_own_choice_holds(pace: str) -> None:
    _process, reader = changed()
    NoticeChoice.objects.create(user=reader, kind="changed", pace=pace)
    for tried in {"instant", "daily", "weekly"} - {pace}:
        assert sent(tried) == []
    assert len(sent("instant", "daily", "weekly")) == (pace != "never")


def test_a_pace_that_was_stated_holds_before_the_choice() -> None:
    user = UserFactory()
    NoticeChoice.objects.create(user=user, kind="search", pace="never")
    tell(to=[user.pk], kind="search", facts={"what": "search-hits", "title": "S"}, pace="weekly")
    assert sent("daily") == []
    assert len(sent("weekly")) == 1


@pytest.mark.parametrize(
    ("now", "mailed"),
    [(TUESDAY, ["daily"]), (MONDAY, ["daily", "weekly"]), (MONDAY + timedelta(hours=1), [])],
)
def test_digests_come_at_the_hour_of_the_setting_weekly_ones_on_mondays(
    now: datetime, mailed: list[str], settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.OPERATIONS_DIGEST_HOUR = 6
    monkeypatch.setattr(tasks.timezone, "now", lambda: now)
    asked: list[set[str]] = []
    monkeypatch.setattr(tasks, "mail_notices", lambda **facts: asked.append(facts["paces"]))
    tasks.mail_digests(0)
    assert asked == [{"instant"}, *({pace} for pace in mailed)]


def test_an_urgent_one_is_mailed_by_one_job_a_minute_later(
    django_capture_on_commit_callbacks: Any,
) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    user = UserFactory()
    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            tell(to=[user.pk], kind="duty", facts={"what": "stale", "title": "X"})
    [job] = ProcrastinateJob.objects.filter(task_name="catalogue.mail_instant")
    assert job.scheduled_at > timezone.now() + timedelta(seconds=30)
    mail.outbox.clear()
    tasks.mail_instant()
    assert len(mail.outbox) == 1
    assert "2 beskeder" in mail.outbox[0].subject


def test_an_urgent_one_whose_job_was_lost_is_mailed_by_the_hourly_look(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    user = UserFactory()
    tell(to=[user.pk], kind="duty", facts={"what": "stale", "title": "X"})
    mail.outbox.clear()
    later = timezone.now() + timedelta(minutes=20)
    monkeypatch.setattr(tasks.timezone, "now", lambda: later)
    tasks.mail_digests(0)
    assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_what_another_worker_is_mailing_right_now_is_skipped() -> None:
    changed()
    held, done = threading.Event(), threading.Event()

    def other() -> None:
        with transaction.atomic():
            list(Notice.objects.select_for_update())
            held.set()
            done.wait(20)
        connection.close()

    worker = threading.Thread(target=other)
    worker.start()
    held.wait(20)
    try:
        assert sent("daily") == []
    finally:
        done.set()
        worker.join(20)
    assert len(sent("daily")) == 1
