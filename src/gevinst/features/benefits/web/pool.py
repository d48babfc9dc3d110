"""The risk pool of a business case: what it should hold, how sure that is, the map, and the ledger."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.decorators.http import require_GET, require_POST

from gevinst.engines.businesscase.calculus.effects import effects
from gevinst.engines.businesscase.risk import HeatMap, Risk
from gevinst.features.benefits.actions.pool import expire_risk, move_pool
from gevinst.features.benefits.charts.coverage import coverage_chart
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.queries.readiness import PoolStanding, entries_of, pool_standing
from gevinst.features.benefits.readiness_models import PoolMove, RiskState
from gevinst.features.benefits.web.fields import amount, choice, day
from gevinst.features.benefits.web.readiness_frame import Facts, done, frame, shown_again
from gevinst.features.benefits.web.readiness_words import CATEGORIES
from gevinst.shared.errors import DomainError
from gevinst.shared.templatetags.gevinst import dkk, number

HEATS = {
    "low": gettext_lazy("Low"),
    "medium": gettext_lazy("Medium"),
    "high": gettext_lazy("High"),
}
STATES = {
    "open": gettext_lazy("Open"),
    "occurred": gettext_lazy("Has occurred"),
    "expired": gettext_lazy("Can no longer occur"),
}
NOTES = {
    "pool-below-zero": gettext_lazy(
        "More has left the pool than it held. Set more aside, or correct it."
    ),
    "pool-short": gettext_lazy("The pool holds less than the open risks call for."),
    "many-risks": gettext_lazy("The pool has more than twelve risks. Keep the largest ones."),
}


class PoolForm(forms.Form):
    """A movement of the pool; `expire` releases what a risk that can no longer occur would have cost."""

    kind = choice(
        gettext_lazy("What happened?"),
        [
            ("set-aside", gettext_lazy("An amount is set aside")),
            ("occurred", gettext_lazy("A risk has occurred and is paid from the pool")),
            ("draw", gettext_lazy("Drawn, and the risk may still occur")),
            ("expire", gettext_lazy("A risk can no longer occur: release its part")),
            ("release", gettext_lazy("An amount is released")),
        ],
    )
    day = day(gettext_lazy("Date"))
    amount = amount(
        gettext_lazy("Amount, DKK"), gettext_lazy("Leave empty where a risk can no longer occur."),
        required=False,
    )  # fmt: skip
    risk = choice(gettext_lazy("Risk"), [], required=False)
    line = choice(gettext_lazy("Cost line that was paid"), [], required=False)
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=500)

    def __init__(self, case: BusinessCase, risks: list[Risk], data: Any = None) -> None:
        super().__init__(data, auto_id="pool-%s", initial={"day": timezone.localdate()})
        known = evaluated(case.text).result
        lines = [each.line for each in effects(known) if each.kind != "gain"] if known else []
        self._choose("risk", [(one.id, one.title) for one in risks])
        self._choose("line", [(line.id, line.title) for line in lines])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "–"), *choices]

    def clean(self) -> dict[str, Any]:
        """Each kind needs its own."""
        given: dict[str, Any] = super().clean() or {}
        kind = given.get("kind")
        if kind != "expire" and given.get("amount") is None and "amount" not in self.errors:
            self.add_error("amount", _("Write an amount above 0."))
        if kind in ("occurred", "expire") and not given.get("risk"):
            self.add_error("risk", _("Say which risk."))
        return given


@require_GET
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """The pool as it stands today."""
    return page(request, case_id)


def page(
    request: HttpRequest, case_id: int, form: PoolForm | None = None, **more: Any
) -> HttpResponse:
    """The page, with the form as it was sent."""
    _actor, case, facts = frame(request, case_id, "pool")
    today = timezone.localdate()
    found = pool_standing(case, today)
    facts |= {
        "pool": found,
        "figures": _figures(found),
        "risks": [_risk(found, one) for one in found.risks],
        "chart": _chart(found),
        "curve": [
            (dkk(value, 0), f"{number(share * 100, 1)} %") for value, share in found.curve[::10]
        ],
        "map": _map(found.map, {one.id: one.title for one in found.risks}),
        "statement": _statement(case),
        "notes": [NOTES[note.code] for note in found.standing.notes if note.code in NOTES],
        "form": form or PoolForm(case, list(found.risks)),
        **more,
    }
    return render(request, "benefits/readiness_pool.html", facts)


@require_POST
def move(request: HttpRequest, case_id: int) -> HttpResponse:
    """Takes a movement."""
    actor, case, _facts = frame(request, case_id, "pool")
    risks = list(pool_standing(case, timezone.localdate()).risks)
    form = PoolForm(case, risks, request.POST)
    if not form.is_valid():
        answer = page(request, case_id, form)
        answer.status_code = 422
        return answer
    told = form.cleaned_data
    facts = {"case": case, "day": told["day"], "reason": told["reason"], "by": actor}
    try:
        if told["kind"] == "expire":
            expire_risk(risk=told["risk"], **facts)
        else:
            occurred = told["kind"] == "occurred"
            kind = PoolMove.DRAW if occurred else told["kind"]
            move_pool(
                kind=kind, amount=told["amount"], risk=told["risk"], line=told["line"],
                occurred=occurred, **facts,
            )  # fmt: skip
    except DomainError as fault:
        form.add_error(
            fault.facts.get("field") if fault.facts.get("field") in form.fields else None,
            str(fault),
        )
        return shown_again(request, case_id, page, fault, form=form)
    return done(
        request, case, "case-pool", _("The movement is written in the ledger."), "#hovedbog"
    )


def _figures(found: PoolStanding) -> list[Facts]:
    rule = _("The sum of probability times mean consequence of the open risks.")
    sure = _("Exact: every combination of the open risks is counted.")
    if found.spread and found.spread.step is not None:
        sure = _("Counted on a grid of %(step)s.") % {"step": dkk(found.spread.step, 0)}
    figures = [
        {"label": _("Expected pool"), "value": dkk(found.pool.total, 0), "kind": "expected",
         "source": [(_("Counted as"), rule)]}
    ]  # fmt: skip
    figures += [
        {
            "label": _("Enough in %(n)s of 100 outcomes") % {"n": number(p * 100)},
            "value": dkk(value, 0),
            "unit": f"P{number(p * 100)}",
            "kind": "expected",
            "source": [(_("Counted as"), sure)],
        }
        for p, value in found.quantiles
    ]
    if found.ledger.entries:
        held = {"label": _("In the pool today"), "value": dkk(found.standing.balance, 0)}
        source = [(_("Counted from"), _("The ledger below."))]
        figures.append({**held, "kind": "measured", "source": source})
    return figures


def _risk(found: PoolStanding, one: Risk) -> Facts:
    three = one.consequence
    return {
        "title": one.title,
        "category": CATEGORIES.get(one.category, one.category),
        "probability": one.probability * 100,
        "low": three.minimum,
        "likely": three.likely,
        "high": three.maximum,
        "expected": found.pool.by_risk.get(one.id, Decimal(0)),
        "state": STATES[one.status],
    }


def _chart(found: PoolStanding) -> str:
    if not found.curve:
        return ""
    marks = {f"P{number(p * 100)}": value for p, value in found.quantiles}
    told = "; ".join(f"{name} {dkk(value, 0)}" for name, value in marks.items())
    return coverage_chart(
        found.curve, marks, title=f"{_('How much of the outcomes an amount covers')}: {told}"
    )


def _map(found: HeatMap, titles: dict[str, str]) -> Facts:
    chances, costs = (
        _bands([p * 100 for p in found.probabilities], " %"),
        _bands(found.consequences, ""),
    )
    rows = [
        (
            chances[row[0].probability - 1],
            [(cell.heat, HEATS[cell.heat], [titles[name] for name in cell.risks]) for cell in row],
        )
        for row in found.rows
    ]
    return {"costs": costs, "rows": rows}


def _bands(bounds: Any, unit: str) -> list[str]:
    told = [number(bound) + unit for bound in bounds]
    first, last = pgettext("band", "below %s") % told[0], pgettext("band", "from %s") % told[-1]
    return [first, *(f"{low} – {high}" for low, high in pairwise(told)), last]


def _statement(case: BusinessCase) -> list[tuple[Any, Decimal]]:
    """Each movement with the balance after it."""
    rows, balance = [], Decimal(0)
    for one in entries_of(case):
        balance += one.amount if one.kind == PoolMove.SET_ASIDE else -one.amount
        one.told = RiskState(one.risk_state).label if one.risk_state else ""  # type: ignore[attr-defined]
        rows.append((one, balance))
    return rows
