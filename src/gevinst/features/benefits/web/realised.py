"""What a business case came to against what was expected: written, taken from operation, explained."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_POST

from gevinst.engines.businesscase.calculus.deviations import PRODUCTS, Explained
from gevinst.engines.businesscase.calculus.realised import Followed, Realised
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.features.benefits.actions.realised import (
    rebase_case,
    record_actual,
    take_from_operation,
)
from gevinst.features.benefits.charts.realised import realised_chart
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.cases import case_versions
from gevinst.features.benefits.queries.realised import (
    FollowedCase,
    actual_history,
    baselines_of,
    followed_case,
    measurable,
)
from gevinst.features.benefits.web.fields import DanishNumber
from gevinst.features.benefits.web.readiness_frame import Facts, as_int, done, frame, shown_again
from gevinst.shared.actor import Right
from gevinst.shared.errors import DomainError
from gevinst.shared.templatetags.gevinst import dkk, number

TERMS = {
    "": gettext_lazy("Amount, DKK"),
    "units": gettext_lazy("How many"),
    "minutes": gettext_lazy("Minutes each"),
    "periods": gettext_lazy("Times a year"),
    "rate": gettext_lazy("DKK an hour"),
    "hours": gettext_lazy("Hours"),
    "fte": gettext_lazy("Full-time staff"),
    "cost": gettext_lazy("DKK each full-time a year"),
    "price": gettext_lazy("DKK each"),
}
KINDS = {
    "gain": gettext_lazy("Gain"),
    "operation": gettext_lazy("Cost of operation"),
    "project": gettext_lazy("Cost of the project"),
}
COST_NOTES = {
    "draw-without-overrun": gettext_lazy(
        "The risk pool has paid more for a line than it overran by."
    ),
    "pool-overdrawn": gettext_lazy(
        "More is drawn from the risk pool than it holds. Find who pays the rest."
    ),
}


class ActualForm(forms.Form):
    """What one line came to in a year: DKK, and the terms of its driver."""

    source = forms.CharField(
        label=gettext_lazy("Where does the number come from?"),
        help_text=gettext_lazy("The accounts, a log, a count: with its date."), max_length=500,
    )  # fmt: skip
    reason = forms.CharField(
        label=gettext_lazy("Why is it another number?"),
        help_text=gettext_lazy("Only where a number is there already. The old one is kept."),
        max_length=500, required=False,
    )  # fmt: skip

    def __init__(self, terms: list[str], data: Any = None) -> None:
        super().__init__(data, auto_id="actual-%s")
        numbers = {
            name_of(term): DanishNumber(
                label=TERMS[term], required=False, max_digits=18, decimal_places=4, localize=True,
                widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "input-char-11"}),
            )
            for term in terms
        }  # fmt: skip
        self.fields = {**numbers, **self.fields}
        self.terms = terms

    def values(self) -> dict[str, Decimal]:
        """The numbers that were written, by term."""
        told = {term: self.cleaned_data[name_of(term)] for term in self.terms}
        return {term: value for term, value in told.items() if value is not None}


def name_of(term: str) -> str:
    """The field of a term."""
    return f"term_{term or 'dkk'}"


@require_GET
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """The case as it came, so far; `?linje=` and `?aar=` open the form of a line and year."""
    return page(request, case_id)


def page(
    request: HttpRequest, case_id: int, form: ActualForm | None = None, **more: Any
) -> HttpResponse:
    """The page, with the form as it was sent."""
    actor, case, facts = frame(request, case_id, "realised")
    followed = followed_case(case, timezone.localdate())
    may_rebase = facts["may_edit"] and actor.may(Right.OPERATE, case.authority_id)
    facts |= {"followed": followed, "may_rebase": may_rebase}
    if followed is not None:
        chosen = _chosen(request, followed.result)
        facts |= _told(case, followed) | chosen
        if chosen["line"] is not None:
            facts["form"] = form or ActualForm(_terms(followed.result, chosen["line"].id))
            facts["known"] = _known(followed, chosen["line"].id, chosen["year"])
    facts |= {
        "history": [(one, TERMS.get(one.term, one.term)) for one in actual_history(case)],
        "baselines": baselines_of(case),
        "versions": case_versions(case),
        **more,
    }
    return render(request, "benefits/realised.html", facts)


@require_POST
def record(request: HttpRequest, case_id: int) -> HttpResponse:
    """Takes what a line came to in a year, as it was typed."""
    actor, case, _facts = frame(request, case_id, "realised")
    followed = followed_case(case, timezone.localdate())
    chosen: Facts = _chosen(request, followed.result) if followed else {"line": None}
    if followed is None or chosen["line"] is None:
        return page(request, case_id)
    form = ActualForm(_terms(followed.result, chosen["line"].id), request.POST)
    if not form.is_valid():
        answer = page(request, case_id, form)
        answer.status_code = 422
        return answer
    told = form.cleaned_data
    try:
        record_actual(
            case=case, line=chosen["line"].id, year=chosen["year"], values=form.values(),
            source=told["source"], reason=told["reason"], by=actor,
        )  # fmt: skip
    except DomainError as fault:
        return _refused(request, case_id, fault, form)
    return done(request, case, "case-realised", _("The numbers are saved."), "#linjer")


@require_POST
def take(request: HttpRequest, case_id: int) -> HttpResponse:
    """Takes what the runs of the process freed in a year."""
    actor, case, _facts = frame(request, case_id, "realised")
    told = request.POST
    try:
        take_from_operation(
            case=case, line=told.get("linje", ""), year=as_int(told.get("aar", "")) or 0,
            reason=told.get("reason", ""), by=actor,
        )  # fmt: skip
    except DomainError as fault:
        return shown_again(request, case_id, page, fault)
    return done(
        request, case, "case-realised", _("The numbers are taken from operation."), "#linjer"
    )


@require_POST
def rebase(request: HttpRequest, case_id: int) -> HttpResponse:
    """Holds the case against another of its versions."""
    actor, case, _facts = frame(request, case_id, "realised")
    version, reason = as_int(request.POST.get("version", "")) or 0, request.POST.get("reason", "")
    try:
        rebase_case(case=case, version=version, reason=reason, by=actor)
    except DomainError as fault:
        return shown_again(request, case_id, page, fault)
    said = _("The case is held against version %(n)s from now on. The original stays.") % {
        "n": version
    }
    return done(request, case, "case-realised", said, "#maalestok")


def _refused(
    request: HttpRequest, case_id: int, fault: DomainError, form: ActualForm
) -> HttpResponse:
    field = {"value": name_of("")}.get(str(fault.facts.get("field")), fault.facts.get("field"))
    form.add_error(field if field in form.fields else None, str(fault))
    return shown_again(request, case_id, page, fault, form=form)


def _chosen(request: HttpRequest, result: Result) -> Facts:
    """The line and year that the address or the form names; none where the case does not have them."""
    told = request.POST if request.method == "POST" else request.GET
    name, year = told.get("linje", ""), as_int(told.get("aar", ""))
    if name not in measurable(result) or year not in result.years:
        return {"line": None, "year": 0}
    return {"line": result.case.line(name), "year": year}


def _terms(result: Result, name: str) -> list[str]:
    amount = result.case.line(name).amount
    return ["", *(term for term in PRODUCTS.get(amount.driver, ()) if term in amount.terms)]


def _known(followed: FollowedCase, name: str, year: int) -> list[tuple[str, str]]:
    held = followed.known.get((name, year), {})
    return [(str(TERMS[term]), number(one.value, 2)) for term, one in held.items()]


def _told(case: BusinessCase, followed: FollowedCase) -> Facts:
    found = followed.realised
    titles = {line.id: line.title for line in followed.result.case.lines}
    return {
        "years": found.years,
        "figures": _figures(followed),
        "chart": _chart(found),
        "by_year": list(
            zip(
                found.years,
                found.gain_expected,
                found.gain_measured,
                found.expected,
                found.forecast,
                strict=True,
            )
        ),
        "lines": [_row(followed, each) for each in found.effects],
        "why": [_why(titles, one) for one in followed.why],
        "costs": found.costs if found.costs.rows else None,
        "cost_rows": [(titles[row.line], row) for row in found.costs.rows],
        "cost_notes": [
            COST_NOTES[note.code] for note in found.costs.notes if note.code in COST_NOTES
        ],
        "owners": [(name or _("No owner"), one) for name, one in found.owners.items()],
        "gains": [(one.id, one.title) for one in followed.result.case.lines if one.is_benefit],
        "tied": case.process_id is not None,
        "past": [year for year in found.years if year < timezone.localdate().year],
    }


def percent(rate: Decimal | None) -> str:
    """A rate in whole per cent."""
    return "–" if rate is None else f"{number(rate * 100)} %"


def _figures(followed: FollowedCase) -> list[Facts]:
    found, first = followed.realised, followed.from_original
    rule = _("Measured over expected for the same years, of the gains that are measured.")
    source = [
        (_("Counted as"), rule),
        (_("Measured"), dkk(found.came, 0)),
        (_("Expected"), dkk(found.due, 0)),
    ]
    if first is not None:
        source.append((_("Against the original"), percent(first.rate)))
    total = sum(found.forecast, Decimal(0))
    ahead = _(
        "Measured so far, and the rest at the rate to date. Costs of the project stand as planned."
    )
    kind = "measured" if found.rate is not None else ""
    return [
        {"label": _("Realisation rate"), "value": percent(found.rate), "kind": kind, "source": source},
        {"label": _("Net over the years, forecast"), "value": dkk(total, 0), "kind": "estimated",
         "note": _("expected %(dkk)s") % {"dkk": dkk(sum(found.expected, Decimal(0)), 0)},
         "source": [(_("Counted as"), ahead)]},
        {"label": _("Break-even"), **_slip(found), "kind": "estimated"},
    ]  # fmt: skip


def _slip(found: Realised) -> Facts:
    months = found.slippage.months
    if found.slippage.actual is None:
        was = found.slippage.expected
        note = (
            _("planned after %(n)s months") % {"n": number(was)}
            if was is not None
            else _("nor was it planned")
        )
        return {"value": _("Not within the years"), "note": note}
    if months is None:
        return {"value": _("Reached"), "note": _("it was not planned within the years")}
    count = ngettext("%(n)s month", "%(n)s months", int(abs(months))) % {
        "n": number(abs(months), 1)
    }
    if not months:
        return {"value": _("As planned"), "note": ""}
    told = _("%(count)s later") if months > 0 else _("%(count)s earlier")
    return {"value": told % {"count": count}, "note": _("than planned")}


def _chart(found: Realised) -> str:
    measured = {
        year: value
        for year, value in zip(found.years, found.gain_measured, strict=True)
        if value is not None
    }
    if not measured:
        return ""
    expected = dict(zip(found.years, found.gain_expected, strict=True))
    told = "; ".join(
        f"{year}: {dkk(expected[year], 0)} / {dkk(value, 0)}" for year, value in measured.items()
    )
    return realised_chart(expected, measured, title=f"{_('Gains, expected and measured')}: {told}")


def _row(followed: FollowedCase, each: Followed) -> Facts:
    lines = {line.id: line.title for line in followed.result.case.lines}
    return {
        "title": each.effect.line.title,
        "kind": KINDS[each.effect.kind],
        "cells": list(zip(followed.realised.years, each.expected, each.actual, strict=True)),
        "measured_on": [(name, lines[name]) for name in each.effect.measured_on],
        "rate": percent(each.rate),
        "low": each.effect.kind == "gain" and each.rate is not None and each.rate < Decimal("0.8"),
        "expected": sum(each.expected, Decimal(0)),
        "forecast": sum(each.forecast, Decimal(0)),
    }


def _why(titles: dict[str, str], one: Explained) -> Facts:
    parts = [
        (TERMS[term], one.changes[term].expected, one.changes[term].actual, part)
        for term, part in one.parts.items()
    ]
    return {
        "title": titles[one.line],
        "year": one.year,
        "parts": parts,
        "other": one.other,
        "total": one.total,
    }
