"""The controls on a robot itself: the stop switch, and its parameters with their history."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.features.operations import actions, permissions, queries
from gevinst.features.operations.blocks import block_of, parameters_of, words
from gevinst.features.operations.models import Robot
from gevinst.features.operations.queries import controls
from gevinst.features.operations.web.control_forms import Parameters, Switch
from gevinst.features.operations.web.robots import reader
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

SHOWN = 50


@require_http_methods(["GET", "POST"])
def switch(request: HttpRequest, robot_id: int) -> HttpResponse:
    """Asks why, then stops the robot; or starts it where it is stopped."""
    actor = reader(request)
    robot = queries.robot(actor, robot_id)
    check = permissions.check_suppliers if robot.active else permissions.check_operate
    check(actor, robot.authority_id)
    form = Switch(request.POST or None)
    # What the page said: an old page does not start what a colleague has just stopped.
    to_stop = request.POST.get("act", "stop" if robot.active else "start") == "stop"
    if request.method == "POST" and form.is_valid():
        act = actions.stop_robot if to_stop else actions.start_robot
        if done(form, lambda: act(robot=robot, by=actor, **form.cleaned_data)):
            told = _("The robot is stopped.") if to_stop else _("The robot works again.")
            messages.success(request, told)
            return HttpResponseRedirect(reverse("robot", args=[robot.pk]))
    facts = {"robot": robot, "form": form, "stop": controls.stop_of(robot), "to_stop": to_stop}
    return render(request, "operations/switch.html", facts, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def parameters(request: HttpRequest, robot_id: int) -> HttpResponse:
    """The controls of the robot: what holds, who changed what; the process owner sets them."""
    actor = reader(request)
    robot = queries.robot(actor, robot_id)
    operates = permissions.may_operate(actor, robot)
    form = _form(robot, request.POST if request.method == "POST" else None)
    if request.method == "POST" and _set(robot, form, actor):
        messages.success(request, _("The parameters are set. The next run uses them."))
        return HttpResponseRedirect(reverse("robot-parameters", args=[robot.pk]))
    facts = {
        "robot": robot,
        "form": form,
        "operates": operates,
        "may_stop": permissions.may_suppliers(actor, robot.authority_id),
        "stop": controls.stop_of(robot),
        "own": controls.own_controls(robot),
        "limits": _limits(actor, robot),
        "history": [_told(robot, entry) for entry in controls.entries(robot)[:SHOWN]],
    }
    return render(request, "operations/parameters.html", facts, status=422 if form.errors else 200)


def done(form: Form, act: Any) -> bool:
    """Whether it was done; what cannot be done is said beside its field, or above all."""
    try:
        act()
    except DomainError as fault:
        if fault.code == "not-allowed":
            raise
        field = str(fault.facts.get("field", ""))
        form.add_error(field if field in form.fields else None, str(fault.message))
        return False
    return True


def _form(robot: Robot, data: Any) -> Parameters:
    return Parameters(block_of(robot).manifest, parameters_of(robot), data)


def _set(robot: Robot, form: Parameters, by: Actor) -> bool:
    permissions.check_operate(by, robot.authority_id)
    if not form.is_valid():
        return False
    return done(form, lambda: actions.set_parameters(robot=robot, values=form.values(), by=by))


def _limits(actor: Actor, robot: Robot) -> list[Any]:
    if not permissions.may_suppliers(actor, robot.authority_id):
        return []
    return queries.limits(robot.authority_id)


def _told(robot: Robot, entry: AuditEntry) -> dict[str, Any]:
    titles = {p.name: words(p.title) for p in block_of(robot).manifest.parameters}
    changed = entry.facts.get("changed", {})
    return {
        "at": entry.at,
        "by": entry.actor_name,
        "action": entry.action,
        "reason": entry.facts.get("reason", ""),
        "changed": [(titles.get(name, name), *pair) for name, pair in changed.items()],
    }
