"""What the worker does by the clock, as the system itself."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from gevinst.features.operations import actions, queries
from gevinst.features.operations.models import Robot, Tool
from gevinst.shared.actor import SYSTEM


@app.periodic(cron="15 2 * * *")
@app.task(queueing_lock="operations.run_due", pass_context=False)
def run_due(timestamp: int) -> None:
    """Every night: each active robot of ours that has something due runs, in a job of its own."""
    today = timezone.localdate()
    for robot in Robot.objects.filter(active=True, tool=Tool.GEVINST):
        if queries.due_now(robot, today):
            run_one.defer(robot_id=robot.pk)


@app.task(name="operations.run_one")
def run_one(robot_id: int) -> None:
    """Runs one robot on what is due today; one that was stopped meanwhile is left alone."""
    robot = Robot.objects.get(pk=robot_id)
    if robot.active:
        actions.run_robot(robot=robot, on=timezone.localdate(), by=SYSTEM)


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="operations.sweep", pass_context=False)
def sweep(timestamp: int) -> None:
    """Every ten minutes: what a dead worker held is given back."""
    actions.release_abandoned()


@app.periodic(cron="0 * * * *")
@app.task(queueing_lock="operations.digests", pass_context=False)
def digests(timestamp: int) -> None:
    """Once a working day, at the hour of the setting in Danish time: clerks hear what waits."""
    now = timezone.localtime()
    if now.hour == settings.OPERATIONS_DIGEST_HOUR:
        actions.send_digests(now=now, by=SYSTEM)
