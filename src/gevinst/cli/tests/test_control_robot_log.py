"""`gevinst control verify|replay --robot`: the decision log of a robot in the database."""

from __future__ import annotations

import json
from datetime import date

import pytest
from click.testing import CliRunner
from django.db import connection

from gevinst.cli.control import command
from gevinst.features.operations import actions
from gevinst.features.operations.models import Robot
from gevinst.features.operations.tests.factories import RobotFactory, documents, owner
from gevinst.features.operations.tests.tiny_block import tiny

pytestmark = pytest.mark.django_db
ON = date(2026, 5, 1)


@pytest.fixture
def robot(monkeypatch: pytest.MonkeyPatch) -> Robot:
    """A robot that has decided two items."""
    monkeypatch.setattr("gevinst.features.operations.blocks.block", tiny)
    monkeypatch.setattr("gevinst.engines.blockkit.block", tiny)
    made: Robot = RobotFactory()
    by = owner(made)
    actions.receive_many(robot=made, documents=documents("ok 1 A 10.00", "bad 2 A 20.00"), by=by)
    actions.run_robot(robot=made, on=ON, by=by)
    return made


def told(*arguments: str) -> tuple[int, dict[str, object]]:
    done = CliRunner().invoke(command, [*arguments, "--json"])
    return done.exit_code, json.loads(done.stdout) if done.stdout.startswith("{") else {}


def test_a_whole_log_verifies(robot: Robot) -> None:
    code, found = told("verify", "--robot", robot.key)
    assert code == 0
    assert found["whole"] is True
    assert found["entries"] == 3


def test_a_changed_log_does_not(robot: Robot) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("DELETE FROM control_logentry WHERE seq = 3")
    code, found = told("verify", "--robot", robot.key)
    assert (code, found["what"]) == (1, "truncated")


def test_past_decisions_are_made_again(robot: Robot) -> None:
    code, found = told("replay", "--robot", robot.key, "--as-of", ON.isoformat())
    assert (code, found["decisions"], found["equal"]) == (0, 2, 2)


@pytest.mark.parametrize("verb", ["verify", "replay"])
def test_an_unknown_robot_is_said(robot: Robot, verb: str) -> None:
    done = CliRunner().invoke(command, [verb, "--robot", "ukendt"])
    assert done.exit_code == 2
    assert "ukendt" in done.stderr
