"""The suppliers of an authority: the list, one supplier, and the post-control of one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from babel.dates import format_date
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gevinst.features.operations import actions, permissions, queries
from gevinst.features.operations.models import Robot
from gevinst.features.operations.queries import supplier_lines, suppliers, suppliers_said
from gevinst.features.operations.queries.suppliers import SupplierMonth
from gevinst.features.operations.web.control_forms import Confirmation, Limit, Withdrawal
from gevinst.features.operations.web.controls import done
from gevinst.features.operations.web.supplier_filters import SupplierFilters
from gevinst.shared import charts
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError
from gevinst.shared.spreadsheet import csv_response

PAGE = 50
SHOWN = 10
PERIOD = timedelta(days=365)


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Every supplier of the authorities that the actor works for, by amount, errors or volume."""
    actor = worker(request)
    form = SupplierFilters(request.GET)
    codes = codes_of(actor)
    rows = suppliers.suppliers(codes, **form.wanted(timezone.localdate() - PERIOD))
    page = Paginator(rows, PAGE).get_page(request.GET.get("side"))
    facts = {
        "form": form,
        "page": page,
        "lines": suppliers.lines(page.object_list, codes),
        "several": len(codes) > 1,
    }
    return render(request, "operations/suppliers.html", facts)


@require_GET
def listing_file(request: HttpRequest) -> StreamingHttpResponse:
    """The same list as CSV, all of it."""
    actor = worker(request)
    codes = codes_of(actor)
    wanted = SupplierFilters(request.GET).wanted(timezone.localdate() - PERIOD)
    head = [
        _("Supplier"),
        _("Number"),
        _("Authority"),
        _("Invoices"),
        _("Amount"),
        _("With errors"),
    ]
    rows = (
        (each.name, each.sender, each.authority, each.count, each.amount, each.errors)
        for each in suppliers.lines(suppliers.suppliers(codes, **wanted), codes)
    )
    return csv_response("leverandoerer", head, rows)


@require_GET
def supplier(request: HttpRequest, code: str, sender: str) -> HttpResponse:
    """One supplier: months, errors, reasons, accounts, what is open."""
    actor = worker(request)
    authority_id = _authority(actor, code)
    return _page(request, actor, authority_id, code, sender)


@require_GET
def post_control(request: HttpRequest, code: str, sender: str) -> HttpResponse:
    """The prices by service and month, and what an auditor may look into; it decides nothing."""
    authority_id = _authority(worker(request), code)
    line = suppliers.supplier(authority_id, code, sender)
    parameters = supplier_lines.block_parameters(authority_id)
    found = supplier_lines.post_control(authority_id, sender, parameters)
    digits = list(zip(range(1, 10), found.benford.shares, found.benford.expected, strict=True))
    facts = {"line": line, "found": found, "digits": digits, "most": supplier_lines.MOST}
    return render(request, "operations/post_control.html", facts)


@require_http_methods(["GET", "POST"])
def account(request: HttpRequest, code: str, sender: str) -> HttpResponse:
    """Confirms the account of `konto`, or takes the confirmation of it back; GET leads to the supplier."""
    actor = worker(request)
    authority_id = _authority(actor, code)
    facts: dict[str, Any] = {
        "authority_id": authority_id,
        "sender": sender,
        "account": request.POST.get("konto", ""),
    }
    back = HttpResponseRedirect(reverse("supplier", args=[code, sender]) + "#accounts")
    if request.method == "GET":
        suppliers.supplier(authority_id, code, sender)
        return back
    _check_seen(authority_id, sender, facts["account"])
    withdrawn = request.POST.get("act") == "withdraw"
    form = Withdrawal(request.POST) if withdrawn else Confirmation(request.POST)
    act = actions.withdraw_confirmation if withdrawn else actions.confirm_account
    if form.is_valid() and done(form, lambda: act(**facts, by=actor, **form.cleaned_data)):
        messages.success(request, _said(authority_id, sender, str(facts["account"])))
        return back
    name = "withdrawal" if withdrawn else "confirmation"
    more = {name: form, "about": facts["account"], "form": form}
    return _page(request, actor, authority_id, code, sender, **more)


@require_POST
def limit(request: HttpRequest, code: str, sender: str) -> HttpResponse:
    """Sets what the robots may approve of the supplier."""
    actor = worker(request)
    authority_id = _authority(actor, code)
    suppliers.supplier(authority_id, code, sender)
    form = Limit(request.POST)
    facts: dict[str, Any] = {"authority_id": authority_id, "sender": sender, "by": actor}
    if form.is_valid() and done(form, lambda: actions.limit_supplier(**facts, **form.cleaned_data)):
        messages.success(request, _("The limit is set. The next run follows it."))
        return HttpResponseRedirect(reverse("supplier", args=[code, sender]))
    return _page(request, actor, authority_id, code, sender, limit_form=form, form=form)


def worker(request: HttpRequest) -> Actor:
    """Who acts. Raises `DomainError("not-allowed")` for one who is clerk or process owner nowhere."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not (actor.authorities(Right.WORK_DESK) | actor.authorities(Right.OPERATE)):
        raise DomainError("not-allowed", _("Suppliers are for clerks and process owners."))
    return actor


def codes_of(actor: Actor) -> dict[int, str]:
    """The authorities that the actor sees the suppliers of: their codes by id."""
    ids = actor.authorities(Right.WORK_DESK) | actor.authorities(Right.OPERATE)
    rows = Robot.objects.filter(authority__in=ids).order_by().distinct()
    return dict(rows.values_list("authority_id", "authority__code"))


def _authority(actor: Actor, code: str) -> int:
    for authority_id, known in codes_of(actor).items():
        if known == code:
            return authority_id
    raise DomainError("not-found", _("There is no such supplier."))


def _check_seen(authority_id: int, sender: str, stated: object) -> None:
    seen = {each.account for each in suppliers.accounts_seen(authority_id, sender)}
    said = {each.account for each in suppliers_said.standings(authority_id, sender)}
    if stated not in seen | said:
        raise DomainError("not-found", _("The supplier has never named that account."))


def _said(authority_id: int, sender: str, account_: str) -> str:
    held = suppliers_said.standing(authority_id, sender, account_)
    if held.confirmed:
        return _("Two people have confirmed the account. Check the items again at the desk.")
    if held.words:
        return _("Your word is kept. Another person has to confirm the account too.")
    return _(
        "The confirmation is withdrawn. The account is stopped until two people confirm it anew."
    )


def _page(
    request: HttpRequest, actor: Actor, authority_id: int, code: str, sender: str, **forms: Any
) -> HttpResponse:
    line = suppliers.supplier(authority_id, code, sender)
    found = suppliers.months(authority_id, sender)
    waiting = suppliers.open_items(authority_id, sender)
    held = suppliers_said.limit_of(authority_id, sender)
    operates = actor.may(Right.OPERATE, authority_id)
    initial = {"ceiling": held.ceiling, "stopped": held.stopped} if held else {}
    facts = {
        "line": line,
        "months": found,
        "amount_chart": _amounts(found),
        "error_chart": _errors(found),
        "reasons": suppliers.reasons_of(authority_id, sender),
        "names": _rule_names(authority_id),
        "accounts": _accounts(authority_id, sender),
        "open": waiting[:SHOWN],
        "open_count": waiting.order_by().count(),
        "desk": permissions.may_work_at(actor, authority_id),
        "operates": operates,
        "limit": held,
        "limit_form": Limit(initial=initial),
        "confirmation": Confirmation(),
        "withdrawal": Withdrawal(),
        "user_id": actor.user_id,
        **forms,
    }
    return render(request, "operations/supplier.html", facts, status=422 if forms else 200)


def _accounts(authority_id: int, sender: str) -> list[dict[str, Any]]:
    """Every account seen or spoken of, with both."""
    said = {each.account: each for each in suppliers_said.standings(authority_id, sender)}
    seen = {each.account: each for each in suppliers.accounts_seen(authority_id, sender)}
    none = suppliers_said.standing
    return [
        {
            "account": name,
            "seen": seen.get(name),
            "said": said.get(name) or none(authority_id, sender, name),
        }
        for name in dict.fromkeys([*seen, *said])
    ]


def _rule_names(authority_id: int) -> dict[str, Any]:
    names: dict[str, Any] = {}
    for robot in Robot.objects.filter(authority=authority_id).exclude(block_key=""):
        names |= queries.rule_names(robot)
    return names


def _amounts(found: list[SupplierMonth]) -> Any:
    bars = [charts.Bar(month_label(each.month), round(each.amount)) for each in found]
    return charts.columns(bars, title=_("Amount by month"), unit=_("DKK")) if bars else ""


def _errors(found: list[SupplierMonth]) -> Any:
    told = [(each.month, each.percent) for each in found if each.percent is not None]
    bars = [charts.Bar(month_label(month), round(percent)) for month, percent in told]
    return (
        charts.columns(bars, title=_("Errors in percent by month"), unit=_("percent"))
        if bars
        else ""
    )


def month_label(month: date) -> str:
    """`nov. 2026`."""
    language = "en_GB" if (get_language() or "da").startswith("en") else "da_DK"
    return format_date(month, "MMM y", locale=language)
