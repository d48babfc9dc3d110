"""Up to four processes side by side."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gevinst.features.catalogue.indexing.gathered import Gathered, gathered
from gevinst.features.catalogue.models import Domain, Process
from gevinst.features.catalogue.queries.reading import readable_ids
from gevinst.features.catalogue.web.processes.blocks import block_name
from gevinst.features.catalogue.web.search.labels import grade_label
from gevinst.shared.actor import Actor
from gevinst.shared.templatetags.gevinst import day, number

MOST = 4


class Line(NamedTuple):
    """One thing that is compared: what it is, and the cell of each process, "" where nothing is stated."""

    label: str
    cells: list[str]


@login_not_required
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The processes `?p=1&p=2…` in the order given; those that the reader may not read are not there."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    wanted = list(dict.fromkeys(int(one) for one in request.GET.getlist("p") if _is_id(one)))
    allowed = set(readable_ids(actor).filter(pk__in=wanted[:MOST]))
    by = gathered([pk for pk in wanted[:MOST] if pk in allowed])
    rows = sorted(by.rows, key=lambda row: wanted.index(row.pk))
    facts = {
        "processes": rows,
        "lines": _lines(rows, by),
        "too_many": len(wanted) > MOST,
        "most": MOST,
    }
    return render(request, "catalogue/search/compare.html", facts)


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 18  # noqa: PLR2004 - of a bigint


def _lines(rows: list[Process], by: Gathered) -> list[Line]:
    cells = [_cells(row, by) for row in rows]
    return [Line(label, [cell[label] for cell in cells]) for label in (cells[0] if cells else {})]


def _cells(row: Process, by: Gathered) -> dict[str, str]:
    """What is compared of a process, by what it is called."""
    return {
        _("Authority"): row.authority.name,
        _("Phase"): row.get_phase_display(),
        _("In operation since"): day(row.in_operation_since) if row.in_operation_since else "",
        **_effect(row, by),
        _("Challenge"): row.challenge,
        _("Solution"): row.solution,
        _("Technologies"): _named(row.technologies, by.names.technologies),
        _("IT systems"): _named(row.systems_today + row.systems_used, by.names.systems),
        _("Building block"): ", ".join(map(block_name, _blocks(row, by))),
        _("Fields"): ", ".join(str(Domain(one).label) for one in row.domains),
        "KLE": ", ".join(row.kle),
        "FORM": ", ".join(row.form),
        _("Legal clauses"): "\n".join(by.clauses.get(row.pk, ())),
        _("Code repository"): row.repository_url,
        _("Licence"): row.licence,
        _("Contact"): row.contact_email,
    }


def _effect(row: Process, by: Gathered) -> dict[str, str]:
    standing: Any = by.standings.get(row.pk)
    return {
        _("Hours freed a year, measured"): _hours(standing and standing.hours_measured),
        _("Hours freed a year, expected"): _hours(standing and standing.hours_expected),
        _("Reused by"): number(standing.adopters) if standing else "0",
        _("Ready for reuse"): grade_label(standing.readiness if standing else "E"),
    }


def _hours(value: Any) -> str:
    return "" if value is None else number(value)


def _named(ids: list[int], names: dict[int, str]) -> str:
    return ", ".join(names[pk] for pk in dict.fromkeys(ids) if pk in names)


def _blocks(row: Process, by: Gathered) -> list[str]:
    used = [line.split(" ", 1)[0] for line in by.blocks.get(row.pk, ())]
    return list(dict.fromkeys([*([row.block_key] if row.block_key else []), *used]))
