"""Changes of the rules: the list, a new one, one change and each step of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gevinst.engines.control.editing import rule_versions
from gevinst.features.control import actions, permissions, queries
from gevinst.features.control.models import ChangeState, RuleChange
from gevinst.features.control.web.change_forms import Approval, Period, Purpose, Rejection, Start
from gevinst.features.control.web.diff import difference
from gevinst.features.control.web.impact import shown_impact
from gevinst.features.control.web.scope import open_book, reader
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

PAGE = 30
AT_ONCE = 5000


@require_GET
def changes(request: HttpRequest, code: str, block_key: str) -> HttpResponse:
    """Every change of the authority's rules, newest first."""
    opened = open_book(request, code, block_key)
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = queries.changes(actor, opened.authority.pk, block_key)
    page = Paginator(rows, PAGE).get_page(request.GET.get("side"))
    may = permissions.may_change(actor, opened.authority.pk)
    return render(
        request, "control/changes.html", {"opened": opened, "page": page, "may_change": may}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, code: str, block_key: str) -> HttpResponse:
    """A new change; `?regel=` is the rule that it begins with."""
    opened = open_book(request, code, block_key)
    actor: Actor = request.actor  # type: ignore[attr-defined]
    permissions.check_change(actor, opened.authority.pk)
    rule_id = request.GET.get("regel", "")
    rule = opened.rule(rule_id) if rule_id else None
    form = Start(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        made = actions.start_change(
            authority_id=opened.authority.pk, block_key=block_key, by=actor, **form.cleaned_data
        )
        return HttpResponseRedirect(
            reverse("rule-edit", args=[made.pk, rule.id]) if rule else _address(made)
        )
    mine = [
        each
        for each in queries.changes(actor, opened.authority.pk, block_key)
        if each.state == ChangeState.DRAFT
    ]
    facts = {"opened": opened, "form": form, "rule": rule, "drafts": mine if rule else []}
    status = 422 if form.is_bound else 200
    return render(request, "control/start.html", facts, status=status)


@require_GET
def change(request: HttpRequest, change_id: int) -> HttpResponse:
    """One change: what differs, what it would have done, and what can be done with it."""
    actor = reader(request)
    return render(request, "control/change.html", shown(actor, queries.change(actor, change_id)))


@require_GET
def impact(request: HttpRequest, change_id: int) -> HttpResponse:
    """The impact report alone: what the page asks for again while the worker makes one."""
    actor = reader(request)
    facts = shown(actor, queries.change(actor, change_id))
    return render(request, "control/change/impact.html", facts)


def shown(actor: Actor, found: RuleChange, **forms: Any) -> dict[str, Any]:
    """What the page of a change shows; `forms` are those with something typed in them."""
    differs = difference(found)
    report = queries.impact_of(found)
    may_change = permissions.may_change(actor, found.authority_id)
    return {
        "change": found,
        "steps": _steps(found, report is not None),
        "opened_block": queries.installed(found.block_key),
        "difference": differs,
        "rules": _ids(differs.book) if differs.book else [],
        "begun": [] if differs.book else _begun(found),
        "report": report,
        "impact": shown_impact(found, report) if report else None,
        "weighing": queries.weighing(found) if may_change else "",
        "timeline": queries.timeline(found),
        "may_change": may_change,
        "may_decide": permissions.may_decide(actor, found),
        "wrote": actor.user_id in found.edited_by,
        "open": found.state in (ChangeState.DRAFT, ChangeState.PROPOSED),
        "period": Period(),
        "approval": Approval(),
        "rejection": Rejection(),
        "purpose": Purpose(initial={"purpose": found.purpose}),
        **forms,
    }


def _steps(found: RuleChange, tried: bool) -> list[tuple[str, str]]:
    """How far the change has come: written, tried, sent, approved."""
    names = [_("Written"), _("Tried on past decisions"), _("Sent for approval"), _("Approved")]
    reached = {ChangeState.DRAFT: 1 if tried else 0, ChangeState.PROPOSED: 2}
    place = 3 if found.state == ChangeState.APPROVED else reached.get(ChangeState(found.state), 0)
    done = found.state == ChangeState.APPROVED
    return [
        (name, "done" if n < place or done else "current" if n == place else "ahead")
        for n, name in enumerate(names)
    ]


def _begun(found: RuleChange) -> list[tuple[str, str]]:
    """The rules that were written in, by id and version: one of them keeps the book from being read."""
    base, rules = queries.base_files(found), queries.base_book(found).rules
    return [
        (rule_id, version)
        for rule_id in dict.fromkeys(rule.id for rule in rules)
        for version in rule_versions(found.files, rule_id)
        if version not in rule_versions(base, rule_id)
    ]


def _ids(book: Any) -> list[tuple[str, Any]]:
    return list({rule.id: rule.name for rule in book.rules}.items())


@require_POST
def step(request: HttpRequest, change_id: int, act: str) -> HttpResponse:
    """Takes the change a step: weigh, propose, approve, reject, withdraw, or say why anew."""
    actor = reader(request)
    found = queries.change(actor, change_id)
    if act not in STEPS:
        raise Http404
    try:
        return STEPS[act](request, actor, found)
    except DomainError as fault:
        if fault.code in ("not-allowed", "not-found"):
            raise
        facts = {**shown(actor, queries.change(actor, change_id)), "fault": fault}
        return render(request, "control/change.html", facts, status=fault.status)


def _weigh(request: HttpRequest, actor: Actor, found: RuleChange) -> HttpResponse:
    permissions.check_change(actor, found.authority_id)
    form = Period(request.POST)
    if not form.is_valid():
        return _again(request, actor, found, period=form)
    period: dict[str, date | None] = form.cleaned_data
    if queries.decisions_to_weigh(found, **period) > AT_ONCE and actor.user_id is not None:
        _later(found, actor.user_id, period)
    else:
        actions.weigh_change(change=found, by=actor, **period)
    return _to(found)


def _later(found: RuleChange, user_id: int, period: dict[str, date | None]) -> None:
    from procrastinate.exceptions import AlreadyEnqueued

    from gevinst.features.control.tasks import weigh

    days = {name: day.isoformat() for name, day in period.items() if day}
    job = weigh.configure(queueing_lock=f"control.weigh.{found.pk}")
    with suppress(AlreadyEnqueued), transaction.atomic():  # pressed twice
        job.defer(change_id=found.pk, digest=found.digest, user_id=user_id, **days)


def _propose(request: HttpRequest, actor: Actor, found: RuleChange) -> HttpResponse:
    actions.propose_change(change=found, by=actor)
    messages.success(request, _("The change awaits a colleague's approval."))
    return _to(found)


def _approve(request: HttpRequest, actor: Actor, found: RuleChange) -> HttpResponse:
    permissions.check_decide(actor, found)
    form = Approval(request.POST)
    if not form.is_valid():
        return _again(request, actor, found, approval=form)
    made = actions.approve_change(change=found, by=actor, **form.cleaned_data)
    told = _("The rules decide from %(day)s.") % {"day": made.live_from.strftime("%d.%m.%Y")}
    messages.success(request, told)
    return _to(found)


def _reject(request: HttpRequest, actor: Actor, found: RuleChange) -> HttpResponse:
    permissions.check_decide(actor, found)
    form = Rejection(request.POST)
    if not form.is_valid():
        return _again(request, actor, found, rejection=form)
    actions.reject_change(change=found, by=actor, **form.cleaned_data)
    return _to(found)


def _withdraw(request: HttpRequest, actor: Actor, found: RuleChange) -> HttpResponse:
    actions.withdraw_change(change=found, by=actor)
    return _to(found)


def _purpose(request: HttpRequest, actor: Actor, found: RuleChange) -> HttpResponse:
    actions.edit_change(change=found, by=actor, purpose=request.POST.get("purpose", ""))
    return _to(found)


def _again(request: HttpRequest, actor: Actor, found: RuleChange, **forms: Any) -> HttpResponse:
    return render(request, "control/change.html", shown(actor, found, **forms), status=422)


def _address(found: RuleChange) -> str:
    return reverse("rule-change", args=[found.pk])


def _to(found: RuleChange) -> HttpResponse:
    return HttpResponseRedirect(_address(found))


STEPS: dict[str, Callable[[HttpRequest, Actor, RuleChange], HttpResponse]] = {
    "afproev": _weigh,
    "send": _propose,
    "godkend": _approve,
    "afvis": _reject,
    "traek-tilbage": _withdraw,
    "formaal": _purpose,
}
