"""The administrators' overview: what is to be looked after, and how much each authority shares."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from babel.dates import format_date
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gevinst.features.catalogue.queries.overview import findings
from gevinst.features.catalogue.queries.overview.shares import Shares, months_of, shares
from gevinst.features.catalogue.queries.people.handover import abandoned_processes
from gevinst.features.catalogue.queries.talk import counts as reported
from gevinst.shared import charts
from gevinst.shared.actor import Actor

SHOWN = 8
MONTHS = (12, 24)


class Part(NamedTuple):
    """One thing to look after: how many there are, and the first of them."""

    key: str
    template: str
    number: int
    rows: list[Any]


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Everything of the authorities that the reader administers; `maaneder` is 12 or 24."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    findings.require_administrator(actor)
    now = timezone.now()
    today = timezone.localdate(now)
    months = stale_months(request)
    held = shares(actor, today)
    facts = {
        "months": months,
        "spans": MONTHS,
        "parts": [
            _part("efterladt", "left", abandoned_processes(actor).select_related("authority")),
            _part("kontakt", "contact", findings.without_contact(actor)),
            _part("gamle", "stale", findings.stale(actor, today, months)),
            _part("lov", "clauses", findings.clauses(actor, today)),
            _part("kladder", "drafts", findings.lying_drafts(actor, now)),
        ],
        "shares": held,
        "few": sum(one.few for one in held),
        "reports": reported(actor).open,
        "month_names": [month_name(one) for one in months_of(today)],
        "chart": _chart(held, today),
    }
    return render(request, "catalogue/overview/page.html", facts)


def stale_months(request: HttpRequest) -> int:
    """How long nothing has happened: 12 months unless the address says 24."""
    return 24 if request.GET.get("maaneder") == "24" else 12


def _part(key: str, template: str, rows: QuerySet[Any]) -> Part:
    return Part(key, f"catalogue/overview/{template}.html", rows.count(), list(rows[:SHOWN]))


def _chart(held: list[Shares], today: date) -> SafeString:
    months = months_of(today)
    sums = [sum(one.by_month[n] for one in held) for n in range(len(months))]
    bars = [charts.Bar(month_name(month), count) for month, count in zip(months, sums, strict=True)]
    return charts.columns(bars, title=_("Processes shared by month"), unit=_("processes"))


def month_name(month: date) -> str:
    """`nov. 2026`, as the language in force writes it."""
    locale = "en_GB" if (get_language() or "da").startswith("en") else "da_DK"
    return format_date(month, "MMM y", locale=locale)
