"""Operations: the robots, one robot, one run."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from gevinst.features.operations import actions, permissions, queries
from gevinst.features.operations.blocks import block_of
from gevinst.features.operations.models import Robot, Run
from gevinst.features.operations.web.trend import trend
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError

RUNS = 30
AT_ONCE = 5000


def reader(request: HttpRequest) -> Actor:
    """Who acts. Raises `DomainError("not-allowed")` for one who reads of no authority's robots."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not (actor.national or actor.authorities(Right.READ)):
        raise DomainError("not-allowed", _("Operations are for members of an authority."))
    return actor


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """A line a robot, what needs someone now first, and the runs of the day."""
    actor = reader(request)
    lines = queries.robots(actor)
    today = queries.runs(actor).filter(started_at__date=timezone.localdate())[:RUNS]
    facts = {
        "lines": [(line, trend(line.trend)) for line in lines],
        "needed": [
            line for line in lines if line.health not in {"good", "stopped"} or line.exceptions
        ],
        "today": today,
        "desk": actor.authorities(Right.WORK_DESK),
        "operates": bool(actor.authorities(Right.OPERATE)),
    }
    return render(request, "operations/overview.html", facts)


@require_GET
def robot(request: HttpRequest, robot_id: int) -> HttpResponse:
    """One robot: its month, runs, queues, parameters and registers."""
    actor = reader(request)
    found = queries.robot(actor, robot_id)
    [line] = queries.overview([found])
    runs = queries.runs(actor).filter(robot=found)
    loaded = runs.exclude(extracts={}).first()
    operates = permissions.may_operate(actor, found)
    facts = {
        "line": line,
        "robot": found,
        "trend": trend(line.trend),
        "runs": runs[:RUNS],
        "manifest": block_of(found).manifest if found.block_key else None,
        "queues": found.queues.select_related("unit"),
        "extracts": loaded.extracts if loaded else {},
        "operates": operates,
        **_controls(actor, found),
        "due": queries.due_now(found, timezone.localdate()),
        "to_deliver": queries.to_deliver(found) if operates else None,
    }
    return render(request, "operations/robot.html", facts)


def _controls(actor: Actor, found: Robot) -> dict[str, Any]:
    works = permissions.may_suppliers(actor, found.authority_id)
    return {
        "may_stop": works,
        "stop": queries.stop_of(found),
        "own": queries.own_controls(found),
        "limits": queries.limits(found.authority_id) if works else [],
    }


@require_GET
def run(request: HttpRequest, run_id: int) -> HttpResponse:
    """One run: counts, how they add up, and what each rule said."""
    found = queries.run(reader(request), run_id)
    rows = queries.reconciliation(found)
    facts = {
        "run": found,
        "rows": rows,
        "sum_count": sum(row.count for row in rows),
        "sum_amount": sum(row.amount or 0 for row in rows),
        "rules": queries.findings_by_rule(found),
        "names": queries.rule_names(found.robot) if found.robot.block_key else {},
    }
    return render(request, "operations/run.html", facts)


@require_POST
def run_now(request: HttpRequest, robot_id: int) -> HttpResponse:
    """Runs the robot on what is due today; very much of it goes to the worker."""
    actor = reader(request)
    found = queries.robot(actor, robot_id)
    permissions.check_operate(actor, found.authority_id)
    on = timezone.localdate()
    if queries.due_now(found, on) > AT_ONCE:
        _later(found.pk)
        messages.info(request, _("The robot is started by the worker; see the runs below."))
        return HttpResponseRedirect(reverse("robot", args=[robot_id]))
    ended = actions.run_robot(robot=found, on=on, by=actor)
    _tell(request, ended)
    return HttpResponseRedirect(reverse("run", args=[ended.pk]))


def _later(robot_id: int) -> None:
    # The worker's library is needed by nobody else who looks at a page.
    from gevinst.features.operations.tasks import run_one

    run_one.defer(robot_id=robot_id)


def _tell(request: HttpRequest, ended: Run) -> None:
    if ended.status == Run.Status.FAILED:
        messages.error(request, ended.message)
        return
    said = ngettext(
        "The robot has decided %d item.", "The robot has decided %d items.", ended.received
    )
    messages.success(request, said % ended.received)
