"""E-mail about the desk: to those whose queues have something in them, in numbers, as often as they chose."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from smtplib import SMTPException
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.utils import timezone

from gevinst.features.accounts.models import Membership, User
from gevinst.features.accounts.tests.factories import AuthorityFactory, UnitFactory
from gevinst.features.operations import actions, tasks
from gevinst.features.operations.models import Queue, Robot, WorkItem
from gevinst.features.operations.tests.factories import RobotFactory, WorkItemFactory
from gevinst.shared.actor import SYSTEM, Role

pytestmark = pytest.mark.django_db
PERSON = "610190-1234"
DANISH = ZoneInfo("Europe/Copenhagen")
MONDAY, TUESDAY, SATURDAY = (datetime(2026, 11, day, 6, tzinfo=DANISH) for day in (23, 24, 28))


def person(robot: Robot, unit=None, role: Role = Role.CLERK, **chosen: object) -> User:
    number = User.objects.count()
    user = User.objects.create_user(f"p{number}@example.org", f"P {number}")
    User.objects.filter(pk=user.pk).update(**chosen)
    Membership.objects.create(user=user, authority=robot.authority, unit=unit, role=role)
    return user


def waiting(robot: Robot, received: datetime = MONDAY, **more: object) -> WorkItem:
    made = WorkItemFactory(robot=robot, referred=True, **more)
    WorkItem.objects.filter(pk=made.pk).update(received_at=received)
    return made


def sent(now: datetime = TUESDAY, **more: bool) -> list[mail.EmailMessage]:
    mail.outbox.clear()
    assert actions.send_digests(now=now, by=SYSTEM, **more) == len(mail.outbox)
    return mail.outbox


def test_a_clerk_hears_what_waits_in_numbers(settings) -> None:
    settings.OPERATIONS_SITE_URL = "https://gevinst.example.org"
    robot = RobotFactory(name="Faktura")
    user = person(robot)
    waiting(robot, MONDAY - timedelta(days=9), amount=100, due=date(2026, 11, 1))
    waiting(robot, TUESDAY - timedelta(hours=2), amount="1234.50")
    [told] = sent()
    assert told.to == [user.email]
    assert told.subject == "2 sager venter i skranken, 1 over forfald"
    for part in (
        "Faktura: Fejl",
        "2 venter, 1 nye",
        "14. nov. 2026",
        "1 over forfald",
        "1.334,50",
        f"https://gevinst.example.org/skranke/{robot.pk}/errors/",
    ):
        assert part in told.body


def test_the_mail_is_in_the_language_of_the_clerk() -> None:
    robot = RobotFactory()
    person(robot, language="en")
    waiting(robot)
    [told] = sent()
    assert told.subject == "1 item waits at the desk"
    assert "Errors" in told.body
    assert "http" not in told.body


def test_nobody_gets_a_mail_about_nothing() -> None:
    robot = RobotFactory()
    person(robot)
    WorkItemFactory(robot=robot, approved=True)
    assert sent() == []


def test_a_robot_that_was_stopped_is_not_told_of() -> None:
    robot = RobotFactory(active=False)
    person(robot)
    waiting(robot)
    assert sent() == []


def test_only_clerks_hear() -> None:
    robot = RobotFactory()
    person(robot, role=Role.PROCESS_OWNER)
    person(robot, is_active=False)
    waiting(robot)
    assert sent() == []


def test_another_authority_hears_nothing() -> None:
    waiting(RobotFactory())
    person(RobotFactory())
    assert sent() == []


def test_a_units_queue_is_told_to_the_unit_and_to_those_who_work_all() -> None:
    robot = RobotFactory()
    mine, other = (UnitFactory(authority=robot.authority) for _ in range(2))
    Queue.objects.filter(robot=robot, key="errors").update(unit=mine)
    there, everywhere = person(robot, mine), person(robot)
    person(robot, other)
    waiting(robot)
    assert {told.to[0] for told in sent()} == {there.email, everywhere.email}


def test_what_cannot_be_read_is_told_to_every_clerk() -> None:
    robot = RobotFactory()
    person(robot, UnitFactory(authority=robot.authority))
    WorkItemFactory(robot=robot, refused=True, amount=None)
    [told] = sent()
    assert "Kan ikke læses" in told.body


def test_a_clerk_of_two_authorities_gets_one_mail() -> None:
    robot, other = RobotFactory(), RobotFactory()
    user = person(robot)
    Membership.objects.create(user=user, authority=other.authority, role=Role.CLERK)
    waiting(robot)
    waiting(other)
    [told] = sent()
    assert robot.name in told.body
    assert other.name in told.body


@pytest.mark.parametrize(
    ("how_often", "now", "mails"),
    [
        ("daily", MONDAY, 1),
        ("daily", TUESDAY, 1),
        ("daily", SATURDAY, 0),
        ("weekly", MONDAY, 1),
        ("weekly", TUESDAY, 0),
        ("off", MONDAY, 0),
    ],
)
def test_as_often_as_chosen(how_often: str, now: datetime, mails: int) -> None:
    robot = RobotFactory()
    person(robot, desk_mail=how_often)
    waiting(robot)
    assert len(sent(now)) == mails


@pytest.mark.parametrize(("how_often", "mails"), [("daily", 1), ("weekly", 1), ("off", 0)])
def test_at_once_on_any_day_but_not_to_those_who_want_none(how_often: str, mails: int) -> None:
    robot = RobotFactory()
    person(robot, desk_mail=how_often)
    waiting(robot)
    assert len(sent(SATURDAY, always=True)) == mails


@pytest.mark.parametrize(
    ("how_often", "received", "new"),
    [
        ("daily", MONDAY - timedelta(days=2), "1 nye"),
        ("daily", MONDAY - timedelta(days=4), "0 nye"),
        ("weekly", MONDAY - timedelta(days=4), "1 nye"),
    ],
)
def test_new_is_since_the_last_mail(how_often: str, received: datetime, new: str) -> None:
    robot = RobotFactory()
    person(robot, desk_mail=how_often)
    waiting(robot, received)
    [told] = sent(MONDAY)
    assert new in told.body


def test_no_person_number_is_in_the_mail() -> None:
    robot = RobotFactory(name=f"Robot {PERSON}")
    person(robot)
    waiting(robot, title=PERSON, party=PERSON)
    Queue.objects.filter(robot=robot).update(name_da=f"Kø {PERSON}")
    [told] = sent()
    assert "1234" not in told.body + told.subject


def test_a_queue_that_is_no_longer_the_blocks_is_told_by_its_key() -> None:
    robot = RobotFactory()
    person(robot)
    waiting(robot)
    robot.queues.all().delete()
    assert "errors" in sent()[0].body


def test_where_the_server_refuses_one_the_others_are_sent(monkeypatch, caplog) -> None:
    robot = RobotFactory()
    refused = person(robot)
    person(robot)
    waiting(robot)
    send = mail.EmailMessage.send

    def picky(self: mail.EmailMessage, *given: object) -> int:
        if self.to == [refused.email]:
            raise SMTPException(refused.email)
        return send(self, *given)

    monkeypatch.setattr(mail.EmailMessage, "send", picky)
    assert len(sent()) == 1
    assert refused.email not in caplog.text


@pytest.mark.parametrize(("hour", "mails"), [(6, 1), (7, 0)])
def test_the_worker_sends_at_the_hour_of_the_setting(monkeypatch, hour: int, mails: int) -> None:
    robot = RobotFactory()
    person(robot)
    waiting(robot)
    now = TUESDAY.replace(hour=hour)
    monkeypatch.setattr(timezone, "localtime", lambda value=None: value or now)
    mail.outbox.clear()
    tasks.digests(0)
    assert len(mail.outbox) == mails


def test_an_authority_without_people_is_no_trouble() -> None:
    AuthorityFactory()
    waiting(RobotFactory())
    assert sent() == []
