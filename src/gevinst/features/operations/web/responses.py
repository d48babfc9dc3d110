"""The answers to suppliers: listed, read, and collected by those who operate the robot."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gevinst.features.operations import actions, queries
from gevinst.features.operations.models import Response, Robot
from gevinst.features.operations.web.desk_state import clerk
from gevinst.features.operations.web.robots import reader
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError

PAGE = 50


def operator(request: HttpRequest) -> Actor:
    """Who acts. Raises `DomainError("not-allowed")` for one who operates no robot."""
    actor = reader(request)
    if not actor.authorities(Right.OPERATE):
        raise DomainError("not-allowed", _("Answers to suppliers are for the process owner."))
    return actor


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Every answer, newest first; `tilstand` narrows them."""
    actor = operator(request)
    state = request.GET.get("tilstand", "")
    rows = queries.responses(actor, state)
    page = Paginator(rows, PAGE).get_page(request.GET.get("side"))
    facts = {
        "page": page,
        "rows": [(row, queries.state_of(row), queries.fault_words(row.fault)) for row in page],
        "state": state,
        "states": _states(),
        "robots": _waiting(actor),
    }
    return render(request, "operations/responses.html", facts)


def _states() -> list[tuple[str, str]]:
    return [
        ("", _("All")),
        ("waiting", _("Not collected")),
        ("collected", _("Collected")),
        ("withdrawn", _("Withdrawn")),
        ("impossible", _("Tell them in another way")),
    ]


def _waiting(actor: Actor) -> list[tuple[Model, int]]:
    """The robots that have answers to collect now, with how many."""
    lines = queries.responses(actor, "waiting").order_by()
    ids = lines.values_list("item__robot_id", flat=True).distinct()
    found = [(robot, queries.ready(robot).count()) for robot in Robot.objects.filter(pk__in=ids)]
    return [(robot, count) for robot, count in found if count]


@require_POST
def collect(request: HttpRequest, robot_id: int) -> HttpResponse | FileResponse:
    """The robot's answers that nobody has collected, as one zip file."""
    actor = operator(request)
    robot = queries.robot(actor, robot_id)
    found = actions.collect(robot=robot, by=actor)
    if not found:
        messages.info(request, _("There is no answer to collect now."))
        return HttpResponseRedirect(reverse("responses"))
    name = f"svar-{robot.key}-{timezone.localtime():%Y-%m-%d-%H%M}.zip"
    return FileResponse(zipped(found), as_attachment=True, filename=name)


def zipped(found: Iterable[Response]) -> io.BytesIO:
    """The answers as files in a zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in found:
            archive.writestr(each.filename, bytes(each.content))
    out.seek(0)
    return out


@require_GET
def file(request: HttpRequest, response_id: int) -> HttpResponse:
    """One answer, as the process owner reads it; reading does not collect it."""
    return _file(queries.response(operator(request), response_id))


@require_GET
def of_item(request: HttpRequest, response_id: int) -> HttpResponse:
    """One answer, as a clerk reads it."""
    return _file(queries.response(clerk(request), response_id, Right.WORK_DESK))


def _file(found: Response) -> HttpResponse:
    if found.kind == Response.Kind.NONE:
        raise DomainError("not-found", queries.fault_words(found.fault))
    answer = HttpResponse(bytes(found.content), content_type="application/xml")
    answer["Content-Disposition"] = f'attachment; filename="{found.filename}"'
    return answer
