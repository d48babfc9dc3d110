"""The stop switch, the parameters and the limits of suppliers: who may, what is refused, what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from gevinst.engines.blockkit.contract import Parameter, Text
from gevinst.features.operations import actions, tasks
from gevinst.features.operations.actions.parameters import checked
from gevinst.features.operations.models import Robot, Run, SupplierLimit, WorkItem
from gevinst.features.operations.queries.suppliers_said import limits, supplier_limits
from gevinst.features.operations.states import State
from gevinst.features.operations.tests.factories import (
    RobotFactory,
    WorkItemFactory,
    clerk,
    documents,
    owner,
)
from gevinst.shared.actor import Actor, Role
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 2)
CPR = "610101-2222"


@pytest.fixture
def robot() -> Robot:
    made: Robot = RobotFactory()
    return made


def refused(act: Callable[..., object], **facts: Any) -> str:
    with pytest.raises(DomainError) as fault:
        act(**facts)
    return fault.value.code


def test_a_stopped_robot_decides_nothing(robot: Robot) -> None:
    item = WorkItemFactory(robot=robot, referred=True)
    actions.stop_robot(robot=robot, reason="Takster er forkerte", by=clerk(robot))
    assert refused(actions.run_robot, robot=robot, on=ON, by=owner(robot)) == "stopped"
    assert refused(actions.recheck, item=item, by=clerk(robot)) == "stopped"
    tasks.run_one(robot.pk)
    assert not Run.objects.exists()
    actions.start_robot(robot=robot, reason="Rettet", by=owner(robot))
    assert actions.run_robot(robot=robot, on=ON, by=owner(robot)).status == "completed"


def test_the_night_leaves_a_stopped_robot_alone(
    robot: Robot, monkeypatch: pytest.MonkeyPatch
) -> None:
    deferred: list[int] = []

    def defer(*, robot_id: int) -> None:
        deferred.append(robot_id)

    monkeypatch.setattr(tasks.run_one, "defer", defer)
    actions.receive_many(robot=robot, documents=documents("ok 1 H 5.00"), by=owner(robot))
    tasks.run_due(0)
    actions.stop_robot(robot=robot, reason="Ferie", by=owner(robot))
    tasks.run_due(0)
    assert deferred == [robot.pk]


def test_a_run_stopped_half_way_ends_after_its_batch(robot: Robot, settings: Any) -> None:
    settings.OPERATIONS_BATCH = 1
    by = owner(robot)
    actions.receive_many(robot=robot, documents=documents("ok 1 H 5.00", "ok 2 H 6.00"), by=by)

    def stop(_decided: int) -> None:
        actions.stop_robot(robot=robot, reason="Nu", by=by)

    run = actions.run_robot(robot=robot, on=ON, by=by, progress=stop)
    assert (run.status, run.received) == ("completed", 1)
    states = WorkItem.objects.filter(robot=robot).order_by("pk").values_list("state", flat=True)
    assert list(states) == [State.APPROVED, State.RECEIVED]


def test_who_may_stop_and_who_may_start(robot: Robot) -> None:
    reader = Actor("Læser", 1, roles={robot.authority_id: frozenset({Role.READER})})
    facts = {"robot": robot, "reason": "Fordi"}
    assert refused(actions.stop_robot, **facts, by=reader) == "not-allowed"
    actions.stop_robot(**facts, by=clerk(robot))
    assert refused(actions.start_robot, **facts, by=clerk(robot)) == "not-allowed"


def test_a_switch_needs_a_reason_and_something_to_switch(robot: Robot) -> None:
    by = owner(robot)
    assert refused(actions.stop_robot, robot=robot, reason=" ", by=by) == "invalid"
    assert refused(actions.start_robot, robot=robot, reason="x", by=by) == "already-done"
    actions.stop_robot(robot=robot, reason=f"Se {CPR}", by=by)
    assert refused(actions.stop_robot, robot=robot, reason="x", by=by) == "already-done"
    entry = AuditEntry.objects.get(action="stop_robot")
    assert entry.target_id == str(robot.pk)
    assert CPR not in entry.facts["reason"]


def test_parameters_are_set_with_what_stood_before(robot: Robot) -> None:
    actions.set_parameters(robot=robot, values={"days": " 9 "}, by=owner(robot))
    actions.set_parameters(robot=robot, values={"days": "9"}, by=owner(robot))
    robot.refresh_from_db()
    assert robot.parameters == {"days": "9"}
    told = AuditEntry.objects.filter(action="set_parameters").order_by("pk")
    assert [entry.facts["changed"] for entry in told] == [{"days": ["7", "9"]}, {}]


@pytest.mark.parametrize(
    "values",
    [{"days": "mange"}, {"days": "1,5"}, {"days": "-1"}, {"days": "9" * 201}, {"year": "1"}],
)
def test_a_value_that_cannot_be_is_refused(robot: Robot, values: dict[str, str]) -> None:
    assert refused(actions.set_parameters, robot=robot, values=values, by=owner(robot)) == "invalid"
    robot.refresh_from_db()
    assert robot.parameters == {}


def test_parameters_are_for_the_process_owner(robot: Robot) -> None:
    facts = {"robot": robot, "values": {"days": "9"}}
    assert refused(actions.set_parameters, **facts, by=clerk(robot)) == "not-allowed"


@pytest.mark.parametrize(
    ("name", "kind", "value", "kept"),
    [
        ("a", "decimal", " 1000.50 ", "1000.50"),
        ("a", "decimal", "1e3", "1000"),
        ("a", "decimal", "NaN", None),
        ("a", "decimal", "-0.01", None),
        ("a", "decimal", "to", None),
        ("a", "date", "2026-11-30", "2026-11-30"),
        ("a", "date", "30-11-2026", None),
        ("a", "str", " DK ", "DK"),
        ("a", "str", "a\x00b", None),
        ("a_per_thousand", "int", "1000", "1000"),
        ("a_per_thousand", "int", "1001", None),
    ],
)
def test_kinds(name: str, kind: str, value: str, kept: str | None) -> None:
    parameter = Parameter(name, Text("A", "A"), kind, "")
    if kept is None:
        assert refused(checked, parameter=parameter, value=value) == "invalid"
    else:
        assert checked(parameter, value) == kept


def test_a_secret_is_not_told(robot: Robot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions.parameters, "SECRET", frozenset({"days"}))
    actions.set_parameters(robot=robot, values={"days": "31"}, by=owner(robot))
    assert "31" not in str(AuditEntry.objects.get(action="set_parameters").facts)


def limit(robot: Robot, by: Actor, **facts: Any) -> SupplierLimit:
    given = {"sender": "99000007", "ceiling": None, "stopped": False, "reason": "Fordi", **facts}
    return actions.limit_supplier(authority_id=robot.authority_id, by=by, **given)


def test_the_latest_limit_of_a_supplier_holds(robot: Robot) -> None:
    limit(robot, owner(robot), ceiling=Decimal(5000))
    limit(robot, owner(robot), ceiling=Decimal("7000.50"), sender="99000015")
    limit(robot, clerk(robot), ceiling=Decimal(5000), stopped=True, reason=f"Se {CPR}")
    first, second = limits(robot.authority_id)
    assert (first.sender, first.stopped, second.ceiling) == ("99000007", True, Decimal("7000.50"))
    [row] = supplier_limits(robot.authority_id, {"99000007"})
    today = timezone.localdate().isoformat()
    assert CPR not in str(row["reason"])
    assert {**row, "reason": ""} == {
        "sender": "99000007",
        "ceiling": "5000.00",
        "stopped": "1",
        "reason": "",
        "valid_from": today,
    }
    limit(robot, owner(robot))
    assert [each.sender for each in limits(robot.authority_id)] == ["99000015"]
    [other] = supplier_limits(robot.authority_id, {"99000007", "99000015"})
    assert (other["sender"], other["stopped"]) == ("99000015", "0")


@pytest.mark.parametrize(
    "facts",
    [
        {"ceiling": Decimal(-1)},
        {"ceiling": Decimal("NaN")},
        {"ceiling": Decimal(10) ** 14},
        {"reason": ""},
        {"sender": ""},
    ],
)
def test_a_limit_that_cannot_be_is_refused(robot: Robot, facts: dict[str, Any]) -> None:
    assert refused(limit, robot=robot, by=owner(robot), **facts) == "invalid"


@pytest.mark.parametrize("facts", [{"ceiling": Decimal(1)}, {}])
def test_a_clerk_may_only_stop_a_supplier(robot: Robot, facts: dict[str, Any]) -> None:
    assert refused(limit, robot=robot, by=clerk(robot), **facts) == "not-allowed"
    reader = Actor("Læser", 1, roles={robot.authority_id: frozenset({Role.READER})})
    assert refused(limit, robot=robot, by=reader, stopped=True) == "not-allowed"
    assert limit(robot, clerk(robot), stopped=True).stopped
