"""The reconciliation of a robot: a day or a period, as page, CSV or Excel, and the items behind."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gevinst.features.operations import permissions, queries
from gevinst.features.operations.outcome_words import outcome_label
from gevinst.features.operations.queries import reconciling
from gevinst.features.operations.reporting.reconciliation_sheet import workbook
from gevinst.features.operations.web.period_forms import Period
from gevinst.features.operations.web.robots import reader
from gevinst.shared.spreadsheet import csv_response

PAGE = 50
DAYS = 14
DAILY = ("approved", "referred", "waiting", "held", "refused", "returned", "pending")
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def page(request: HttpRequest, robot_id: int) -> HttpResponse:
    """One table a currency, a difference said loudly, and the days before it."""
    actor = reader(request)
    robot = queries.robot(actor, robot_id)
    period = Period(request.GET)
    first, last = period.days
    found = reconciling.reconciled(robot, first, last)
    facts = {
        "robot": robot,
        "form": period,
        "found": found,
        "tables": [(balance, lines(balance)) for balance in found.balances],
        "days": [*_this(found), *reconciling.by_day(robot, _before(found))],
        "names": DAILY,
        "before": period.moved(-1),
        "after": period.moved(1),
        "drill": permissions.may_suppliers(actor, robot.authority_id),
    }
    return render(request, "operations/reconciliation.html", facts)


@require_GET
def items(request: HttpRequest, robot_id: int) -> HttpResponse:
    """The items behind one figure: `udfald` of `valuta` in the period."""
    actor = reader(request)
    robot = queries.robot(actor, robot_id)
    permissions.check_suppliers(actor, robot.authority_id)
    outcome = request.GET.get("udfald", "received")
    if outcome not in ("received", *reconciling.OUTCOMES):
        raise Http404
    first, last = Period(request.GET).days
    currency = request.GET.get("valuta", "DKK")[:3]
    rows = reconciling.items_of(robot, first, last, outcome, currency)
    facts = {
        "robot": robot,
        "first": first,
        "last": last,
        "currency": currency,
        "label": outcome_label(outcome),
        "page": Paginator(rows, PAGE).get_page(request.GET.get("side")),
        "desk": permissions.may_work_at(actor, robot.authority_id),
    }
    return render(request, "operations/reconciliation_items.html", facts)


@require_GET
def file(request: HttpRequest, robot_id: int, kind: str) -> HttpResponseBase:
    """The same as a file: `csv` or `xlsx`."""
    robot = queries.robot(reader(request), robot_id)
    first, last = Period(request.GET).days
    found = reconciling.reconciled(robot, first, last)
    name = f"afstemning-{robot.key}-{first}-{last}"
    if kind == "csv":
        head = [_("Currency"), _("Outcome"), _("Items"), _("Amount")]
        rows = [
            (balance.currency, label, count, amount)
            for balance in found.balances
            for _key, label, count, amount in lines(balance)
        ]
        return csv_response(name, head, rows)
    if kind != "xlsx":
        raise Http404
    response = HttpResponse(workbook(robot, found), content_type=EXCEL)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


def _this(found: reconciling.Reconciliation) -> list[reconciling.Reconciliation]:
    """The period itself where it is one day with anything in it: it is not reckoned twice."""
    return [found] if found.first == found.last and found.received else []


def _before(found: reconciling.Reconciliation) -> list[date]:
    """The days of the list that are not the period itself."""
    days = [found.last - timedelta(days=n) for n in range(DAYS)]
    return days[1:] if found.first == found.last else days


def lines(balance: reconciling.Balance) -> list[tuple[str, str, int, Decimal]]:
    """A balance as rows: key, words, items, amount; the difference last."""
    parts = [
        ("received", balance.received),
        *balance.parts.items(),
        ("difference", balance.difference),
    ]
    return [(key, outcome_label(key), part.count, part.amount) for key, part in parts]
