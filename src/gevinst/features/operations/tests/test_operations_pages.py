"""Robots, runs and payment proposals on pages: who sees them, and that the numbers are the database's."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from gevinst.features.operations import actions, queries, tasks
from gevinst.features.operations.models import PaymentProposal, Robot, Run, WorkItem
from gevinst.features.operations.states import State
from gevinst.features.operations.templatetags import operations_words
from gevinst.features.operations.tests.factories import (
    RobotFactory,
    RunFactory,
    WorkItemFactory,
    clerk,
    documents,
    owner,
)
from gevinst.features.operations.tests.test_desk_pages import signed_in
from gevinst.features.operations.web.panels import latest_runs, runs_panel
from gevinst.features.operations.web.trend import trend
from gevinst.shared.actor import GUEST, SYSTEM, Role
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db
LINES = documents("ok 1 A 10.00", "bad 2 B 20.00", "late 3 C 30.00", "torn")


@pytest.fixture
def robot() -> Robot:
    robot = RobotFactory()
    actions.receive_many(robot=robot, documents=LINES, by=owner(robot))
    actions.run_robot(robot=robot, on=date(2026, 5, 1), by=owner(robot))
    return robot


def test_the_overview_has_a_line_a_robot(robot) -> None:
    page = signed_in(robot, Role.READER).get(reverse("operations"))
    [(line, drawn)] = page.context["lines"]
    assert (line.robot, line.exceptions, line.done_today, drawn.total) == (robot, 2, 1, 2)
    assert robot.name in page.content.decode()


@pytest.mark.parametrize(
    ("name", "role", "status"),
    [
        ("operations", Role.READER, 200),
        ("robot", Role.READER, 200),
        ("run", Role.READER, 200),
        ("proposals", Role.READER, 403),
        ("proposals", Role.PROCESS_OWNER, 200),
        ("proposal", Role.CLERK, 403),
        ("proposal", Role.PROCESS_OWNER, 200),
    ],
)
def test_who_sees_which_page(robot, name, role, status) -> None:
    proposal = actions.deliver(robot=robot, by=owner(robot))
    subject = {"robot": robot.pk, "run": Run.objects.get().pk, "proposal": proposal.pk}
    url = reverse(name, args=[subject[name]] if name in subject else [])
    assert signed_in(robot, role).get(url).status_code == status
    stranger = signed_in(RobotFactory(), role, "Fremmed").get(url).status_code
    assert stranger == (
        status if name in {"operations", "proposals"} else 403 if status == 403 else 404
    )


def test_one_without_any_role_is_turned_away(robot, client, django_user_model) -> None:
    client.force_login(django_user_model.objects.create_user("x@example.org", "X"))
    assert client.get(reverse("operations")).status_code == 403


def test_the_run_adds_up(robot) -> None:
    page = signed_in(robot).get(reverse("run", args=[Run.objects.get().pk]))
    assert (page.context["sum_count"], page.context["sum_amount"]) == (4, 60)
    assert page.context["rules"] == [("word", 1, 1, 1), ("party", 3, 0, 0)]


def test_the_owner_runs_and_delivers_from_the_page(robot) -> None:
    client = signed_in(robot, Role.PROCESS_OWNER)
    run = client.post(reverse("robot-run", args=[robot.pk]))
    assert run.url == reverse("run", args=[Run.objects.latest("id").pk])
    made = client.post(reverse("robot-deliver", args=[robot.pk]))
    assert made.url == reverse("proposal", args=[PaymentProposal.objects.get().pk])
    again = client.post(reverse("robot-deliver", args=[robot.pk]))
    assert again.url == reverse("robot", args=[robot.pk])


def test_a_failed_run_says_why_first_thing(robot) -> None:
    actions.receive(robot=robot, content=b"fault 9 A 1.00", name="a", by=owner(robot))
    client = signed_in(robot, Role.PROCESS_OWNER)
    assert (
        "Registeret people mangler."
        in client.post(reverse("robot-run", args=[robot.pk]), follow=True).content.decode()
    )
    page = client.get(reverse("operations"))
    assert "Registeret people mangler." in page.content.decode()


def test_very_much_goes_to_the_worker(robot, monkeypatch) -> None:
    deferred: list[int] = []
    monkeypatch.setattr("gevinst.features.operations.web.robots.AT_ONCE", -1)
    monkeypatch.setattr(tasks.run_one, "defer", lambda robot_id: deferred.append(robot_id))  # noqa: PLW0108
    signed_in(robot, Role.PROCESS_OWNER).post(reverse("robot-run", args=[robot.pk]))
    assert deferred == [robot.pk]


@pytest.mark.parametrize(("name", "method"), [("robot-run", "post"), ("robot-deliver", "post")])
def test_only_the_owner_acts(robot, name, method) -> None:
    assert signed_in(robot, Role.READER).post(reverse(name, args=[robot.pk])).status_code == 403


@pytest.mark.parametrize(("kind", "status"), [("csv", 200), ("json", 200), ("exe", 404)])
def test_a_proposal_is_saved_as_a_file(robot, kind, status) -> None:
    proposal = actions.deliver(robot=robot, by=owner(robot))
    url = reverse("proposal-file", args=[proposal.pk, kind])
    assert signed_in(robot, Role.PROCESS_OWNER).get(url).status_code == status


@pytest.mark.parametrize(
    ("change", "health"),
    [
        ({}, "good"),
        ({"active": False}, "stopped"),
        ({"failed": True}, "failed"),
        ({"overdue": True}, "overdue"),
        ({"behind": True}, "behind"),
        ({"never": True}, "never-run"),
    ],
)
def test_health(change, health) -> None:
    robot = RobotFactory(active=change.get("active", True))
    if not change.get("never"):
        status = Run.Status.FAILED if change.get("failed") else Run.Status.COMPLETED
        days = 3 if change.get("behind") else 0
        RunFactory(robot=robot, status=status, started_at=timezone.now() - timedelta(days=days))
    if change.get("behind"):
        WorkItemFactory(robot=robot)
    if change.get("overdue"):
        WorkItemFactory(robot=robot, referred=True, due=date(2020, 1, 1))
    assert queries.overview([robot])[0].health == health


def test_nobody_sees_another_authoritys_robots(robot) -> None:
    assert queries.robots(clerk(RobotFactory())) != []
    assert robot not in [line.robot for line in queries.robots(clerk(RobotFactory()))]
    assert queries.robots(GUEST) == []
    assert robot in [line.robot for line in queries.robots(SYSTEM, process_id=robot.process_id)]


def test_the_panels_show_what_the_reader_may_see(robot) -> None:
    request = RequestFactory().get("/")
    request.actor = clerk(robot)
    assert list(runs_panel(request, robot.process)["runs"]) == [Run.objects.get()]
    assert latest_runs(request, None)["runs"] == [Run.objects.get()]
    request.actor = GUEST
    assert runs_panel(request, robot.process) is None
    assert latest_runs(request, None) is None


def test_the_trend_is_drawn_to_scale() -> None:
    days = [queries.TrendDay(date(2026, 5, 1), 30, 10), queries.TrendDay(date(2026, 5, 2), 0, 0),
            queries.TrendDay(date(2026, 5, 3), 1000, 1)]  # fmt: skip
    drawn = trend(days)
    assert [(bar.x, bar.approved_height, bar.referred_height) for bar in drawn.bars] == [
        (0, 1, 2),
        (16, 38, 2),
    ]
    assert (drawn.total, drawn.referred, drawn.untouched, len(drawn.days)) == (1041, 11, 1030, 2)
    assert trend([]).total == 0


def test_the_worker_runs_what_is_due_every_night_and_sweeps(robot, monkeypatch) -> None:
    deferred: list[int] = []
    monkeypatch.setattr(tasks.run_one, "defer", lambda robot_id: deferred.append(robot_id))  # noqa: PLW0108
    idle = RobotFactory()
    WorkItem.objects.filter(state=State.WAITING).update(wait_until=timezone.localdate())
    tasks.run_due(0)
    assert deferred == [robot.pk]
    tasks.run_one(robot.pk)
    assert Run.objects.filter(robot=robot).latest("id").actor_name == "Gevinst"
    assert not Run.objects.filter(robot=idle).exists()
    RunFactory(robot=idle)
    tasks.sweep(0)
    assert Run.objects.get(robot=idle).status == Run.Status.FAILED


@pytest.mark.parametrize(
    ("gone", "words"),
    [
        (timedelta(days=3), "3 "),
        (timedelta(hours=5), "5 "),
        (timedelta(hours=1), "1 time"),
        (timedelta(minutes=59), "under 1 time"),
        (timedelta(0), "under 1 time"),
    ],
)
def test_an_age_is_said_in_one_unit(gone, words) -> None:
    assert operations_words.age(timezone.now() - gone).startswith(words)


@pytest.mark.parametrize(
    ("title", "party", "shown"),
    [("F-1 · Hospital", "Hospital", "F-1"), ("F-1", "Hospital", "F-1"), ("a.xml", "", "a.xml")],
)
def test_the_list_does_not_name_the_supplier_twice(title, party, shown) -> None:
    assert operations_words.number_of_row(WorkItem(title=title, party=party)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [("1441.250000", "1.441,25"), ("12.123400", "12,1234"), ("2026-10-15", "15. okt. 2026"),
     ("ØNH70", "ØNH70"), ("100.0", "100,00")],
)  # fmt: skip
def test_evidence_is_written_as_a_person_writes(value, shown) -> None:
    assert operations_words.evidence_words(value) == shown


def test_columns_are_named_by_the_manifest(robot) -> None:
    named = {"register": "people", "values": {"cpr": "x", "region": "1082"}}
    assert operations_words.columns(named, robot) == [("Personnummer", "x"), ("region", "1082")]
    unnamed = {"register": "other", "values": {"valid_from": "y"}}
    assert operations_words.columns(unnamed, robot) == [("valid from", "y")]


@pytest.mark.parametrize(("rule", "says"), [("word", "Ordloven § 1"), ("party", ""), ("gone", "")])
def test_a_rule_says_what_it_rests_on(robot, rule, says) -> None:
    assert operations_words.legal_basis(rule, robot) == says


def test_a_robot_that_never_ran_says_how_to_send_it_documents() -> None:
    fresh = RobotFactory(key="ny-robot")
    page = signed_in(fresh).get(reverse("robot", args=[fresh.pk])).content.decode()
    assert "gevinst robot receive ny-robot" in page


@pytest.mark.parametrize(
    ("code", "fault", "says"),
    [("", "ambiguous", "A, B."), ("A", None, ""), ("B", None, ""), ("C", "not-found", "same")],
)
def test_a_robot_is_found_by_its_key_and_its_authority(code, fault, says) -> None:
    for each in "AB":
        RobotFactory(key="same", process__authority__code=each)
    if fault is None:
        assert queries.robot_by_key(SYSTEM, "same", code).authority.code == code
        return
    with pytest.raises(DomainError, match=says) as caught:
        queries.robot_by_key(SYSTEM, "same", code)
    assert caught.value.code == fault


def test_a_robot_of_another_authority_is_not_found_by_its_key(robot) -> None:
    with pytest.raises(DomainError, match=robot.key):
        queries.robot_by_key(owner(RobotFactory()), robot.key)


def test_words_for_what_is_not_there() -> None:
    assert (
        operations_words.words(None)
        == operations_words.age(None)
        == operations_words.clock(None)
        == ""
    )
    assert operations_words.moment_of("") is None
    assert operations_words.at(None, "x") is None
    assert operations_words.reason_words("not-a-reason") == "not-a-reason"
    assert not operations_words.late(None)
    assert operations_words.queue_words("x", {"x": "Y"}) == "Y"


def test_the_owner_sees_what_is_due_and_what_is_to_be_paid(robot) -> None:
    WorkItem.objects.filter(state=State.WAITING).update(wait_until=timezone.localdate())
    page = signed_in(robot, Role.PROCESS_OWNER).get(reverse("robot", args=[robot.pk]))
    assert page.context["to_deliver"] == (1, 10)
    assert page.context["due"] == 1


def test_a_clerks_work_counts_to_the_day(robot) -> None:
    item = WorkItem.objects.get(state=State.REFERRED)
    actions.return_to_supplier(item=item, reason="rate", by=clerk(robot))
    assert queries.overview([robot])[0].done_today == 2
