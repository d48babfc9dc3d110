"""Two at once, and processes killed half-way, on a real PostgreSQL: nothing is lost, nothing doubled."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from gevinst.features.operations import actions
from gevinst.features.operations.models import (
    Decision,
    PaymentLine,
    PaymentProposal,
    Run,
    WorkItem,
)
from gevinst.features.operations.states import State
from gevinst.features.operations.tests.factories import (
    RobotFactory,
    WorkItemFactory,
    clerk,
    documents,
    owner,
)
from gevinst.shared.errors import DomainError

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]
ON = date(2026, 5, 1)
HUNDRED = documents(*(f"ok {n} A 1.00" for n in range(100)))


@pytest.fixture(autouse=True)
def _roomy(settings):
    settings.OPERATIONS_UNDO_SECONDS = 0


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What the acts gave, begun together; a domain error is given as its code."""
    barrier = Barrier(len(acts))

    def one(act: Callable[[], object]) -> object:
        barrier.wait()
        try:
            return act()
        except DomainError as fault:
            return fault.code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [future.result() for future in [pool.submit(one, act) for act in acts]]


def test_the_same_documents_from_two_senders_make_one_item_each() -> None:
    robot = RobotFactory()
    by = owner(robot)
    send = lambda: actions.receive_many(robot=robot, documents=HUNDRED, by=by)  # noqa: E731
    first, second = at_once(send, send)
    assert WorkItem.objects.count() == 100
    assert sorted([first.new, second.new]) == [0, 100]


def test_two_clerks_cannot_take_the_same_item() -> None:
    item = WorkItemFactory(referred=True)
    anna, bo = clerk(item.robot, "Anna"), clerk(item.robot, "Bo")
    taken = at_once(
        lambda: actions.take(item=item, by=anna), lambda: actions.take(item=item, by=bo)
    )
    assert [result for result in taken if result == "taken"] == ["taken"]


def test_two_clerks_cannot_decide_the_same_item() -> None:
    item = WorkItemFactory(referred=True)
    anna, bo = clerk(item.robot, "Anna"), clerk(item.robot, "Bo")
    results = at_once(
        lambda: actions.approve(item=item, reason="agreed", by=anna),
        lambda: actions.return_to_supplier(item=item, reason="rate", by=bo),
    )
    assert [result for result in results if isinstance(result, str)] == ["already-done"]
    assert Decision.objects.count() == 1


def test_two_runs_at_once_decide_every_item_once(settings) -> None:
    settings.OPERATIONS_BATCH = 10
    robot = RobotFactory()
    by = owner(robot)
    actions.receive_many(robot=robot, documents=HUNDRED, by=by)
    run = lambda: actions.run_robot(robot=robot, on=ON, by=by)  # noqa: E731
    one, two = at_once(run, run)
    assert one.received + two.received == 100
    assert one.approved + two.approved == 100
    assert Decision.objects.count() == 100
    assert set(WorkItem.objects.values_list("state", flat=True)) == {State.APPROVED}


def test_two_deliveries_at_once_pay_every_item_once() -> None:
    robot = RobotFactory()
    by = owner(robot)
    actions.receive_many(robot=robot, documents=HUNDRED, by=by)
    actions.run_robot(robot=robot, on=ON, by=by)
    deliver = lambda: actions.deliver(robot=robot, by=by)  # noqa: E731
    made = at_once(deliver, deliver)
    assert [result for result in made if result is None] == [None]
    assert (PaymentProposal.objects.count(), PaymentLine.objects.count()) == (1, 100)


SCRIPT = """
import os, sys, time
os.environ["DJANGO_SETTINGS_MODULE"] = "gevinst.config.settings"
from gevinst.config import settings as configured
configured.DATABASES["default"]["NAME"] = {database!r}
import django
django.setup()
from datetime import date
from gevinst.features.operations import blocks, actions
from gevinst.features.operations.tests.tiny_block import tiny
from gevinst.features.operations.models import Robot
from gevinst.shared.actor import SYSTEM
blocks.block = tiny
robot = Robot.objects.get(pk={robot})

def stop(*args, **kwargs):
    print("half-way", flush=True)
    time.sleep(60)

{act}
"""


def killed_half_way(robot, act: str) -> None:
    """Runs `act` in a process of its own and kills it where it says that it is half-way."""
    code = SCRIPT.format(
        database=connection.settings_dict["NAME"], robot=robot.pk, act=textwrap.dedent(act)
    )
    worker = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    try:
        assert worker.stdout.readline().strip() == "half-way"
    finally:
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait()
        worker.stdout.close()
    _wait_until_its_connections_are_gone()


def _wait_until_its_connections_are_gone() -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")
            if cursor.fetchone()[0] == 0:
                return
        time.sleep(0.05)


def test_a_delivery_killed_half_way_has_paid_nothing_and_the_next_pays_all() -> None:
    robot = RobotFactory()
    by = owner(robot)
    actions.receive_many(robot=robot, documents=HUNDRED, by=by)
    actions.run_robot(robot=robot, on=ON, by=by)
    killed_half_way(
        robot,
        """
        from gevinst.features.operations.actions import delivering
        delivering.after = stop
        actions.deliver(robot=robot, by=SYSTEM)
        """,
    )
    assert (PaymentProposal.objects.count(), PaymentLine.objects.count()) == (0, 0)
    assert actions.deliver(robot=robot, by=by) is not None
    assert (
        PaymentLine.objects.values("item").distinct().count() == PaymentLine.objects.count() == 100
    )
    assert actions.deliver(robot=robot, by=by) is None


@pytest.mark.parametrize(("where", "done"), [("storing.copy_findings", 30), ("claiming.claim", 40)])
def test_a_run_killed_half_way_is_finished_by_the_next(settings, where: str, done: int) -> None:
    settings.OPERATIONS_BATCH = 10
    robot = RobotFactory()
    by = owner(robot)
    actions.receive_many(robot=robot, documents=HUNDRED, by=by)
    killed_half_way(
        robot,
        f"""
        from django.conf import settings
        settings.OPERATIONS_BATCH = 10
        from gevinst.features.operations.actions import claiming, storing
        real, calls = {where}, []

        def fourth(*args, **kwargs):
            calls.append(1)
            result = real(*args, **kwargs)
            return stop() if len(calls) == {5 if done == 40 else 4} else result

        {where} = fourth
        actions.run_robot(robot=robot, on=date(2026, 5, 1), by=SYSTEM)
        """,
    )
    assert Decision.objects.count() == done
    assert WorkItem.objects.filter(state=State.IN_PROGRESS).count() == 10
    run = actions.run_robot(robot=robot, on=ON, by=by)
    dead = Run.objects.exclude(pk=run.pk).get()
    assert (dead.status, dead.received, dead.approved) == ("failed", done, done)
    assert (run.received, run.approved) == (100 - done, 100 - done)
    assert Decision.objects.values("item").distinct().count() == Decision.objects.count() == 100


def test_a_run_that_is_worked_is_not_taken_for_dead() -> None:
    robot = RobotFactory()
    by = owner(robot)
    actions.receive_many(robot=robot, documents=HUNDRED, by=by)
    seen: list[int] = []

    def other(_: int) -> None:
        [released] = at_once(actions.release_abandoned)
        seen.append(released)

    assert actions.run_robot(robot=robot, on=ON, by=by, progress=other).status == "completed"
    assert seen == [0]


def test_a_batch_held_beyond_the_lease_is_given_back() -> None:
    from gevinst.features.operations.actions import claiming

    robot = RobotFactory()
    by = owner(robot)
    actions.receive_many(robot=robot, documents=HUNDRED, by=by)
    run = Run.objects.create(robot=robot, on=ON)
    with claiming.alive(run):
        claiming.claim(run, by)
        long_ago = timezone.now() - timedelta(hours=2)
        WorkItem.objects.update(claimed_at=long_ago)
        assert at_once(actions.release_abandoned) == [100]
