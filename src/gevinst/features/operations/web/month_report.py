"""The month report of a robot: which months there are, and each as PDF and Excel."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gevinst.features.operations import permissions, queries
from gevinst.features.operations.queries import month as months
from gevinst.features.operations.reporting.files import TYPES, made
from gevinst.features.operations.web.robots import reader


@require_GET
def page(request: HttpRequest, robot_id: int) -> HttpResponse:
    """The months in which anything came, with the files of each."""
    actor = reader(request)
    robot = queries.robot(actor, robot_id)
    facts = {
        "robot": robot,
        "months": months.months_with_anything(robot),
        "this": timezone.localdate().replace(day=1),
        "may": permissions.may_suppliers(actor, robot.authority_id),
    }
    return render(request, "operations/month_reports.html", facts)


@require_GET
def file(request: HttpRequest, robot_id: int, month: str, kind: str) -> HttpResponse:
    """One month as a file. It names suppliers, so it is for clerks and process owners."""
    actor = reader(request)
    robot = queries.robot(actor, robot_id)
    permissions.check_suppliers(actor, robot.authority_id)
    if kind not in TYPES:
        raise Http404
    first, last = months.month_of(month)
    content = made(months.month_report(robot, first, last), kind)
    response = HttpResponse(content, content_type=TYPES[kind])
    name = f"maanedsrapport-{robot.key}-{month}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
