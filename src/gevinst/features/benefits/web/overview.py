"""The measured effect of an authority's processes: totals, months, processes, and the same as a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits import queries
from gevinst.features.benefits.web import price
from gevinst.features.benefits.web.figures import cards, month_chart, months
from gevinst.features.benefits.web.panels import year_ago
from gevinst.features.catalogue import queries as catalogue
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError
from gevinst.shared.spreadsheet import csv_response

if TYPE_CHECKING:
    from gevinst.features.accounts.models import Authority


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The page of an authority's effect over the last twelve months, or since ever."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found, chosen, choices, since = _asked(request)
    rows = months(queries.by_month(found))
    lines = queries.by_process(found)
    titles = catalogue.titles(actor, [line.process for line in lines if line.process])
    sums = queries.sums(found)
    facts = {
        "figures": cards(sums, queries.baselines_behind(found)),
        "months": rows,
        "kinds": {row.kind for row in rows},
        "chart": month_chart(rows, _("Hours freed a month")),
        "lines": [(line, titles.get(line.process or 0, "")) for line in lines],
        "total": queries.together(sums.values()),
        "chosen": chosen,
        "choices": choices,
        "since": since,
        **_price(actor, chosen, choices, since),
        "missing": queries.without_baseline(actor, [a.pk for a in choices]),
    }
    return render(request, "benefits/overview.html", facts)


def _price(
    actor: Actor, chosen: Authority | None, choices: list[Authority], since: date | None
) -> dict[str, Any]:
    places = [chosen.pk] if chosen else [one.pk for one in choices]
    today = timezone.localdate()
    found = queries.account_of(actor, authorities=places, since=since, until=today)
    return price.facts(found, today)


@require_GET
def export(request: HttpRequest) -> StreamingHttpResponse:
    """The effect by process and month as CSV."""
    found, *_rest = _asked(request)
    head = [_("Process"), _("Month"), _("Kind"), _("Runs"), _("Untouched"), _("Exceptions")]
    head += [_("Hours freed"), _("DKK freed")]
    return csv_response("effekt", head, _rows(request.actor, queries.by_process_and_month(found)))  # type: ignore[attr-defined]


def _rows(actor: Actor, lines: list[queries.Line]) -> Iterator[list[object]]:
    titles = catalogue.titles(actor, [line.process for line in lines if line.process])
    kinds = {queries.MEASURED: _("Measured"), queries.ESTIMATED: _("Estimated")}
    for line in lines:
        month = line.month.strftime("%Y-%m") if line.month else ""
        sums = line.sums
        counts = [sums.runs, sums.untouched, sums.exceptions]
        yield [titles.get(line.process or 0, ""), month, kinds[line.kind], *counts, *sums[:2]]


def _asked(request: HttpRequest) -> tuple[Any, Authority | None, list[Authority], date | None]:
    """The effects that the address asks for, within the actor's own authorities."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    own = queries.own_authorities(actor)
    if own is not None and not own:
        raise DomainError("not-allowed", _("You need a role at an authority to see its benefits."))
    all_of_them = accounts.authorities()
    choices = list(all_of_them if own is None else all_of_them.filter(pk__in=own))
    code = request.GET.get("myndighed", "")
    chosen = next((one for one in choices if one.code == code), None)
    since = None if request.GET.get("periode") == "alt" else year_ago()
    within = [chosen.pk] if chosen else own
    return queries.effects(actor, authorities=within, since=since), chosen, choices, since
