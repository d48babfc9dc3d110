"""The state of a robot's registers: how old, how many rows, what is wrong, what depends on them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.engines.blockkit.contract import Text
from gevinst.features.control import queries as control
from gevinst.features.operations import permissions, queries
from gevinst.features.operations.actions.surveying import survey_registers
from gevinst.features.operations.blocks import block_of
from gevinst.features.operations.models import Robot
from gevinst.features.operations.web.robots import reader
from gevinst.shared.errors import DomainError

WORST_FIRST = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Line:
    """A register as it was when looked at; `rules` are those that look in it. `stale` as of now."""

    name: str
    title: Text
    required: bool
    rows: int | None
    taken_at: datetime | None
    stale_after: datetime | None
    source: str
    rules: tuple[tuple[str, Text], ...]
    remarks: tuple[dict[str, Any], ...]

    @property
    def stale(self) -> bool:
        """Whether its extract is older than it may be."""
        return self.stale_after is not None and timezone.now() > self.stale_after

    @property
    def worst(self) -> str:
        """The gravest of its remarks; "" where there is none."""
        found = {each["severity"] for each in self.remarks}
        return next((each for each in WORST_FIRST if each in found), "")


@require_http_methods(["GET", "HEAD", "POST"])
def registers(request: HttpRequest, robot_id: int) -> HttpResponse:
    """What was last found; a post looks anew."""
    actor = reader(request)
    robot = queries.robot(actor, robot_id)
    if request.method == "POST":
        survey_registers(robot=robot, on=timezone.localdate(), by=actor)
        messages.success(request, _("The registers have been looked at."))
        return HttpResponseRedirect(reverse("robot-registers", args=[robot.pk]))
    survey = control.last_survey(robot.authority_id, robot.key)
    facts = {
        "robot": robot,
        "survey": survey,
        "message": _message(survey.result) if survey else "",
        "lines": _lines(robot, survey.result) if survey else [],
        "operates": permissions.may_operate(actor, robot),
    }
    return render(request, "operations/registers.html", facts)


def _message(result: dict[str, Any]) -> str:
    if result.get("fault") == "no-place":
        return _("The robot has no registers: nobody has said where they are.")
    return _said(result.get("message", {}))


def _said(told: dict[str, str]) -> str:
    english = (get_language() or "da").startswith("en")
    return told.get("en" if english else "da", "")


def _lines(robot: Robot, result: dict[str, Any]) -> list[Line]:
    rules = _rules_of(robot)
    remarks: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in result.get("remarks", []):
        remarks[each["register"]].append({**each, "text": _said(each)})
    found = result.get("registers", {})
    specs = block_of(robot).manifest.registers if result.get("fault") is None else ()
    return [
        _line(spec, found.get(spec.name, {}), rules[spec.name], remarks[spec.name])
        for spec in specs
    ]


def _line(spec: Any, told: dict[str, Any], rules: Any, remarks: list[dict[str, Any]]) -> Line:
    def moment(key: str) -> datetime | None:
        return datetime.fromisoformat(told[key]) if told.get(key) else None

    return Line(
        spec.name,
        spec.title,
        spec.required,
        told.get("rows"),
        moment("taken_at"),
        moment("stale_after"),
        told.get("source", ""),
        tuple(dict(rules).items()),
        tuple(sorted(remarks, key=lambda each: WORST_FIRST.index(each["severity"]))),
    )


def _rules_of(robot: Robot) -> dict[str, list[tuple[str, Text]]]:
    """The rules in force by the register that they look in; none where the block has no rule book."""
    found: dict[str, list[tuple[str, Text]]] = defaultdict(list)
    try:
        opened = control.opened(robot.authority, robot.block_key, timezone.localdate())
    except DomainError:
        return found
    for rule in opened.rules():
        for fact in rule.facts:
            found[opened.book.facts[fact].register].append((rule.id, rule.name))
    return found
