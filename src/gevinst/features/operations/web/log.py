"""The decision log of a robot: the list, one entry, made again, verified, saved."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from gevinst.features.control import queries as control
from gevinst.features.operations import permissions, queries
from gevinst.features.operations.blocks import block_of
from gevinst.features.operations.models import Decision, Robot, WorkItem
from gevinst.features.operations.queries.reasoning import reasoning
from gevinst.features.operations.queries.replaying import replayed_entry
from gevinst.features.operations.web.robots import reader
from gevinst.shared.actor import Right
from gevinst.shared.errors import DomainError

PAGE = 50
AT_ONCE = 100_000


class LogFilters(forms.Form):
    """The filters of the log, kept in the address."""

    reference = forms.CharField(label=gettext_lazy("Item"), required=False, max_length=160)
    verdict = forms.ChoiceField(label=gettext_lazy("Decision"), required=False)
    fra = forms.DateField(
        label=gettext_lazy("From"),
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )
    til = forms.DateField(
        label=gettext_lazy("To"),
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )
    foer = forms.IntegerField(required=False, min_value=1, max_value=2**62)
    post = forms.IntegerField(required=False, min_value=1, max_value=2**62)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="log-%s")
        unread = ("refused", _("Unreadable in the run"))
        named = [("", _("All")), *Decision.Verdict.choices, unread]
        self.fields["verdict"].choices = named  # type: ignore[attr-defined]

    def wanted(self, robot: Robot) -> control.LogWanted:
        """What is asked for; what cannot be understood is left out."""
        self.is_valid()
        given = self.cleaned_data
        first: date | None = given.get("fra")
        reference = given.get("reference") or _reference(robot, given.get("post"))
        return control.LogWanted(
            reference, given.get("verdict") or "", first, given.get("til"), given.get("foer")
        )


def _reference(robot: Robot, item_id: int | None) -> str:
    """The reference of the robot's item: addresses carry its number, never what a document says."""
    found = WorkItem.objects.filter(robot=robot, pk=item_id).first() if item_id else None
    return found.reference if found else ""


@require_GET
def log(request: HttpRequest, robot_id: int) -> HttpResponse:
    """The entries, newest first."""
    return render(request, "operations/log.html", _listed(request, robot_id))


@require_POST
def verify(request: HttpRequest, robot_id: int) -> HttpResponse:
    """Reads the whole chain now, and says whether it is as it was written."""
    facts = _listed(request, robot_id)
    robot: Robot = facts["robot"]
    if facts["head"].seq > AT_ONCE:
        facts["too_long"] = True
    else:
        facts |= {"verified": True, "broken": control.broken_at(robot.authority_id, robot.key)}
    return render(request, "operations/log.html", facts)


def _listed(request: HttpRequest, robot_id: int) -> dict[str, Any]:
    actor = reader(request)
    robot = queries.robot(actor, robot_id)
    filters = LogFilters(request.GET)
    rows = list(control.log_rows(robot.authority_id, robot.key, filters.wanted(robot))[: PAGE + 1])
    shown = [(row, json.loads(row.payload)) for row in rows[:PAGE]]
    return {
        "robot": robot,
        "filters": filters,
        "rows": shown,
        "older": rows[PAGE - 1].seq if len(rows) > PAGE else None,
        "newer": bool(request.GET.get("foer")),
        "head": control.log_head(robot.authority_id, robot.key),
        "span": control.span(robot.authority_id, robot.key),
        "narrowed": any(
            request.GET.get(key) for key in ("reference", "verdict", "fra", "til", "post")
        ),
    }


@require_GET
def entry(request: HttpRequest, robot_id: int, seq: int) -> HttpResponse:
    """One entry with all of its reasoning."""
    robot = queries.robot(reader(request), robot_id)
    return render(request, "operations/entry.html", _shown(request, robot, seq))


@require_POST
def again(request: HttpRequest, robot_id: int, seq: int) -> HttpResponse:
    """The decision made again now, from the archive alone."""
    robot = queries.robot(reader(request), robot_id)
    facts = _shown(request, robot, seq)
    if facts["payload"]["kind"] == "decision":
        facts["replayed"] = replayed_entry(robot, seq)
    return render(request, "operations/entry.html", facts)


def _shown(request: HttpRequest, robot: Robot, seq: int) -> dict[str, Any]:
    row = control.log_entry(robot.authority_id, robot.key, seq)
    payload, batch = json.loads(row.payload), control.batch_of(row)
    before, after = control.about_same(row)
    item = WorkItem.objects.filter(robot=robot, reference=row.reference).first()
    actor = request.actor  # type: ignore[attr-defined]
    return {
        "robot": robot,
        "row": row,
        "payload": payload,
        "batch": batch,
        "registers": batch.registers if batch else {},
        "queues": block_of(robot).manifest.queues,
        "names": queries.rule_names(robot),
        "rule_set": control.rule_set_of(batch, robot.authority_id) if batch else None,
        "abouts": reasoning(robot, payload, batch),
        "before": before,
        "after": after,
        "item": item if item and permissions.may_work(actor, item) else None,
    }


@require_GET
def saved(request: HttpRequest, robot_id: int, seq: int) -> HttpResponse:
    """The entry as JSON: `body` is what is hashed, to the byte; `entry` is the same, readable."""
    robot = queries.robot(reader(request), robot_id)
    row = control.log_entry(robot.authority_id, robot.key, seq)
    told = {
        "prev": row.prev,
        "hash": row.hash,
        "body": row.payload,
        "entry": json.loads(row.payload),
    }
    response = JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = f'attachment; filename="{robot.key}-{seq}.json"'
    return response


@require_GET
def by_reference(request: HttpRequest, code: str, block_key: str) -> HttpResponse:
    """The last entry about an item of that block at the authority; the robots where none is asked for."""
    actor = reader(request)
    place = control.place(actor, code)
    actor.require(Right.READ, place.pk)
    reference = request.GET.get("reference", "")
    if not reference:
        return HttpResponseRedirect(reverse("operations"))
    robots = {
        robot.key: robot for robot in Robot.objects.filter(authority=place, block_key=block_key)
    }
    found = control.last_about(place.pk, list(robots), reference)
    if found is None:
        raise DomainError("not-found", _("No decision about this item is in the log."))
    return HttpResponseRedirect(reverse("log-entry", args=[robots[found.robot_key].pk, found.seq]))
