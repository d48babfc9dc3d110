"""Documents handed in on a page: many files and archives at once, each with what became of it."""

from __future__ import annotations

from collections import Counter
from typing import Any, BinaryIO, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from gevinst.features.operations import actions, limits, permissions, queries
from gevinst.features.operations.actions.uploading import OUTCOMES
from gevinst.features.operations.web.robots import reader

LISTED = 500
WORST_FIRST = {"refused": 0, "unreadable": 1, "known": 2, "new": 3}


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest, robot_id: int) -> HttpResponse:
    """Asks for documents; takes in those that were sent, and says of each what became of it."""
    actor = reader(request)
    robot = queries.robot(actor, robot_id)
    permissions.check_operate(actor, robot.authority_id)
    facts: dict[str, Any] = {"robot": robot, **_limits()}
    if request.method == "GET":
        return render(request, "operations/upload.html", facts)
    sent = request.FILES.getlist("documents")
    if getattr(request, "upload_too_large", False):
        return render(request, "operations/upload.html", {**facts, "too_large": True}, status=413)
    if not sent:
        return render(request, "operations/upload.html", {**facts, "none": True}, status=422)
    files = [(file.name or "-", cast("BinaryIO", file.file)) for file in sent]
    outcomes = actions.receive_files(robot=robot, files=files, by=actor)
    return render(request, "operations/upload.html", {**facts, **_told(outcomes)})


def _limits() -> dict[str, int]:
    allowed = limits.intake()
    return {
        "upload_mb": limits.upload_bytes() // limits.MEGABYTE,
        "file_mb": allowed.file_bytes // limits.MEGABYTE,
        "files": allowed.files,
    }


def _told(outcomes: list[actions.FileOutcome]) -> dict[str, Any]:
    """The counts, and the outcomes that most need a look first."""
    counted = Counter(outcome.outcome for outcome in outcomes)
    ordered = sorted(outcomes, key=lambda outcome: WORST_FIRST[outcome.outcome])
    return {
        "counts": [(name, counted[name]) for name in OUTCOMES],
        "outcomes": ordered[:LISTED],
        "more": max(len(outcomes) - LISTED, 0),
    }
