"""The front page: for a guest what this is, for somebody signed in what waits and how it goes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from gevinst.features.benefits import queries as benefits
from gevinst.features.insight import queries
from gevinst.shared.actor import Actor
from gevinst.shared.templatetags.gevinst import day, dkk, number

Source = list[tuple[str, str]]


@login_not_required
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The front page of whoever asks."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    since = timezone.localdate() - timedelta(days=364)
    facts: dict[str, Any] = {
        "figures": _figures(queries.shared(actor, since)),
        "effects": queries.newest_effects(actor),
        "own_search": not actor.known,
    }
    if actor.known:
        facts |= {
            "desk": queries.desk_waits(actor),
            "missing": queries.missing_baselines(actor),
            "measure": queries.measurements_due(actor, timezone.localdate()),
            "approve": queries.cases_to_approve(actor),
            "drafts": queries.drafts(actor),
            "own": _own(actor, since),
        }
    return render(request, "insight/front.html", facts)


def _figures(shared: queries.Shared) -> list[dict[str, Any]]:
    figures = [
        {
            "label": _("Processes shared"),
            "value": number(shared.processes),
            "note": _("%(n)s of them in operation") % {"n": number(shared.in_operation)},
            "source": [
                (
                    _("Counted from"),
                    _("Processes in the catalogue that everybody or all authorities may read."),
                ),
                (_("From"), _authorities(shared.authorities)),
            ],
        },
        {
            "label": _("Items handled by robots"),
            "value": number(shared.handled),
            "note": _("the last 12 months"),
            "kind": "measured",
            "source": _source(shared.sums),
        },
    ]
    for kind, sums in shared.sums.items():
        if sums.runs:
            figures += freed(kind, sums)
    return figures


def freed(kind: str, sums: benefits.Sums) -> list[dict[str, Any]]:
    """Hours and DKK freed, with their source."""
    both = {"kind": kind, "note": _("the last 12 months"), "source": _source({kind: sums})}
    return [
        {"label": _("Hours freed"), "value": number(sums.hours), **both},
        {"label": _("DKK freed"), "value": dkk(sums.amount, 0), **both},
    ]


def _own(actor: Actor, since: Any) -> list[dict[str, Any]]:
    own = benefits.own_authorities(actor)
    sums = benefits.sums(benefits.effects(actor, authorities=own, since=since))
    return [figure for kind, part in sums.items() if part.runs for figure in freed(kind, part)]


def _authorities(count: int) -> str:
    return ngettext("%(n)s authority", "%(n)s authorities", count) % {"n": number(count)}


def _source(sums: dict[str, benefits.Sums]) -> Source:
    total = benefits.together(sums.values())
    facts = [
        (
            _("Counted from"),
            ngettext("%(n)s run", "%(n)s runs", total.runs) % {"n": number(total.runs)},
        ),
        (_("How"), _("Items untouched × minutes by hand − clerks' minutes on exceptions.")),
        (_("Whose"), _("Processes that you may read.")),
    ]
    if total.runs:
        facts.insert(1, (_("Period"), f"{day(total.first)} – {day(total.last)}"))
    if benefits.ESTIMATED in sums and sums[benefits.ESTIMATED].runs:
        facts.append((_("Note"), _("The minutes by hand are an estimate, not a measurement.")))
    return facts
