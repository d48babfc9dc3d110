"""Every part of the overview as CSV, whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.queries.overview import findings
from gevinst.features.catalogue.queries.overview.shares import months_of, shares
from gevinst.features.catalogue.queries.people.handover import abandoned_processes
from gevinst.features.catalogue.web.overview.page import month_name, stale_months
from gevinst.shared.actor import Actor
from gevinst.shared.spreadsheet import csv_response

Table = tuple[list[str], Iterator[Sequence[object]]]


@require_safe
def csv(request: HttpRequest) -> StreamingHttpResponse:
    """The part that `del` names."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    findings.require_administrator(actor)
    key = request.GET.get("del", "")
    if key not in TABLES:
        raise Http404
    head, rows = TABLES[key](request, actor, timezone.localdate())
    return csv_response(f"overblik-{key}", head, rows)


def _processes(found: Any) -> Table:
    head = [_("Authority"), _("Title"), _("Phase"), _("Owner"), _("Changed"), _("Number")]
    return head, (_row(one) for one in found.select_related("authority", "owner").iterator())


def _row(one: Process) -> list[object]:
    owner = one.owner.name if one.owner else ""
    phase = one.get_phase_display()
    return [one.authority.name, one.title, phase, owner, one.changed_at, one.pk]


def _left(request: HttpRequest, actor: Actor, today: date) -> Table:
    return _processes(abandoned_processes(actor))


def _contact(request: HttpRequest, actor: Actor, today: date) -> Table:
    return _processes(findings.without_contact(actor))


def _stale(request: HttpRequest, actor: Actor, today: date) -> Table:
    return _processes(findings.stale(actor, today, stale_months(request)))


def _clauses(request: HttpRequest, actor: Actor, today: date) -> Table:
    head = [_("Authority"), _("Title"), _("Legal clause"), _("Last verified"), _("Number")]
    found = findings.clauses(actor, today).iterator()
    return head, (
        [one.process.authority.name, one.process.title, one.text, one.verified_on, one.process_id]
        for one in found
    )


def _drafts(request: HttpRequest, actor: Actor, today: date) -> Table:
    head = [_("Name"), _("Title"), _("Changed")]
    found = findings.lying_drafts(actor, timezone.now()).iterator()
    return head, (
        [one.user.name, one.process.title if one.process else _("a new process"), one.at]
        for one in found
    )


def _shares(request: HttpRequest, actor: Actor, today: date) -> Table:
    months = [month_name(one) for one in months_of(today)]
    head = [_("Authority"), _("Shared"), *months]
    return head, ([one.authority.name, one.total, *one.by_month] for one in shares(actor, today))


TABLES: dict[str, Callable[[HttpRequest, Actor, date], Table]] = {
    "efterladt": _left,
    "kontakt": _contact,
    "gamle": _stale,
    "lov": _clauses,
    "kladder": _drafts,
    "delinger": _shares,
}
