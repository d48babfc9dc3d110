"""One import: what it would do, how far it has come, what it did."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gevinst.features.catalogue.actions.importing import runs
from gevinst.features.catalogue.actions.importing.columns import columns_of, remap
from gevinst.features.catalogue.importing import rows as lines
from gevinst.features.catalogue.importing.wording import KINDS, OUTCOMES, SOURCES
from gevinst.features.catalogue.models import ImportRun
from gevinst.features.catalogue.permissions import require_may_import
from gevinst.features.catalogue.queries.importing import import_run
from gevinst.features.catalogue.web.importing.column_choices import column_rows
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError
from gevinst.shared.spreadsheet import csv_response

PAGE = 50
State = ImportRun.State


@require_GET
def run(request: HttpRequest, import_id: int) -> HttpResponse:
    """The import as it stands: a dry run, at work, or done."""
    found = _found(request, import_id)
    wanted = request.GET.get("vis", "")
    page = Paginator(lines.rows(found, wanted), PAGE).get_page(request.GET.get("side"))
    facts = {
        "run": found,
        "source": SOURCES[found.source],
        "planned": found.state == State.PLANNED,
        "busy": found.state in {State.WAITING, State.RUNNING},
        "counts": _counts(found, wanted),
        "wanted": wanted,
        "page": page,
        "rows": [lines.told(row) for row in page],
        "doubts": lines.doubts(found.report.get("remarks", [])),
        "can": any(found.report.get("counts", {}).get(name) for name in ("new", "changed", "kept")),
        **_columns(found),
    }
    return render(request, "catalogue/importing/run.html", facts)


@require_POST
def confirm(request: HttpRequest, import_id: int) -> HttpResponse:
    """Carries it out, at once or in the background."""
    require_may_import(_actor(request))
    done = runs.confirm(run_id=import_id, by=_actor(request))
    if done.state == State.DONE:
        messages.success(request, _("The processes are in the catalogue."))
    return redirect("import-run", import_id)


@require_POST
def drop(request: HttpRequest, import_id: int) -> HttpResponse:
    """Gives it up; the file is deleted."""
    require_may_import(_actor(request))
    runs.drop(run_id=import_id, by=_actor(request))
    messages.success(request, _("The import is given up, and the file is deleted."))
    return redirect("import")


@require_POST
def columns(request: HttpRequest, import_id: int) -> HttpResponse:
    """Reads the file again with the columns that were chosen."""
    actor = _actor(request)
    require_may_import(actor)
    chosen = {key: request.POST[key] for key in request.POST if key.startswith("kolonne-")}
    try:
        remap(run_id=import_id, chosen={key: str(value) for key, value in chosen.items()}, by=actor)
    except DomainError as refusal:
        if refusal.code != "invalid":
            raise
        messages.error(request, str(refusal.message))
    return redirect("import-run", import_id)


@require_GET
def saved(request: HttpRequest, import_id: int) -> HttpResponseBase:
    """The report as a file."""
    found = _found(request, import_id)
    head = [
        _("Place"), _("Id"), _("Title"), _("Authority"), _("Result"), _("Field"), _("Here"),
        _("In the file"), _("Remark"),
    ]  # fmt: skip
    return csv_response(f"import-{found.pk}", head, lines.lines(found))


def _found(request: HttpRequest, import_id: int) -> ImportRun:
    actor = _actor(request)
    require_may_import(actor)
    return import_run(actor, import_id)


def _counts(found: ImportRun, wanted: str) -> list[dict[str, Any]]:
    counts = found.report.get("counts", {})
    every = [
        {"key": key, "label": label, "count": counts.get(key, 0), "kind": KINDS[key]}
        for key, label in OUTCOMES.items()
    ]
    remarked = sum(lines.REMARKED in row for row in found.report.get("rows", []))
    label = _("With something not understood")
    return [*every, {"key": lines.REMARKED, "label": label, "count": remarked, "kind": "warning"}]


def _columns(found: ImportRun) -> dict[str, Any]:
    if found.source != "csv" or found.state != State.PLANNED:
        return {}
    return {"columns": column_rows(*columns_of(found))}


def _actor(request: HttpRequest) -> Actor:
    found: Actor = request.actor  # type: ignore[attr-defined]
    return found
