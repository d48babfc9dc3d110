"""A case corrected from outside: by documented uplifts, and by how comparable projects came out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.engines.businesscase.risk import Forecast, RiskArea, forecast
from gevinst.features.benefits import estimate_optimism as optimism
from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.casework.models import CaseState
from gevinst.features.benefits.casework.paths import Data, plain, value_at
from gevinst.features.benefits.casework.permissions import may_edit_case, require_may_start_case
from gevinst.features.benefits.estimate_optimism import (
    AREAS,
    BENEFIT,
    CATEGORIES,
    DURATION,
    INVESTMENT,
    OPERATION,
    Corrected,
    Plan,
)
from gevinst.features.benefits.estimate_scenario import with_scenario
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries import cases as queries
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.queries.estimate_classes import enough, own_register
from gevinst.features.benefits.web.cases.typed import number as typed_number
from gevinst.features.benefits.web.cases.typed import shown_number
from gevinst.features.benefits.web.estimate_words import told
from gevinst.features.benefits.web.following.readiness.theme_words import THEMES
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError
from gevinst.shared.templatetags.gevinst import day, dkk, number

HUNDRED = Decimal(100)
CHOICES = {
    ("it-system", "stage-1"): gettext_lazy("IT system: first idea (stage 1)"),
    ("it-system", "stage-3"): gettext_lazy("IT system: ready for a decision (stage 3)"),
    ("average", "outline"): gettext_lazy("Average of large public projects"),
}
WHATS = {
    INVESTMENT: gettext_lazy("Cost of the project"),
    OPERATION: gettext_lazy("Cost of operation"),
    DURATION: gettext_lazy("Duration"),
    BENEFIT: gettext_lazy("Benefit (shortfall)"),
}
LEVELS = ("p50", "p80", "p95", "cap")
SCENARIO = "scenarie_"


@dataclass(slots=True)
class Typed:
    """What was chosen and typed: category and stage, and of each area weight, managed and evidence."""

    choice: tuple[str, str]
    rows: list[dict[str, str]] = field(default_factory=list)
    areas: list[RiskArea] = field(default_factory=list)
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """The case with its plan, what was typed, and the two corrections; None where there is none."""

    case: BusinessCase
    typed: Typed
    plan: Plan
    found: Corrected | None
    class_: Forecast | None


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """The panel; a post keeps the reading that was asked for."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = queries.case(actor, case_id)
    if request.method == "POST":
        require_may_start_case(actor, case.authority_id)
        if case.state == CaseState.ARCHIVED:
            message = _("The case is archived: open it again to write in it.")
            raise DomainError("wrong-state", message)
    known = evaluated(case.text)
    if known.result is None:
        return render(request, "benefits/estimate_optimism.html", {"case": case, "faulty": True})
    typed = _typed(request, plain(case.text) or {})
    plan = optimism.plan_of(known.result)
    seen = Seen(case, typed, plan, _corrected(plan, typed), _forecast(case, plan))
    if request.method == "POST" and seen.found is not None:
        return _keep(request, actor, seen)
    facts = _facts(actor, seen)
    return render(
        request, "benefits/estimate_optimism.html", facts, status=422 if typed.fault else 200
    )


def _typed(request: HttpRequest, data: Data) -> Typed:
    """What was sent, else what is kept in the case, else the choices to begin from."""
    sent = request.POST if request.method == "POST" else request.GET
    if "kategori" in sent:
        return _sent(sent)
    held = value_at(data, ("agreements", "optimism"))
    kept: Mapping[str, Any] = held if isinstance(held, dict) else {}
    choice = (str(kept.get("category", "")), str(kept.get("stage", "")))
    areas = kept.get("areas")
    rows = _kept_rows(areas if isinstance(areas, dict) else {})
    return _read(choice if choice in CATEGORIES else next(iter(CATEGORIES)), rows)


def _sent(sent: QueryDict) -> Typed:
    category, _dot, stage = sent.get("kategori", "").partition(".")
    choice = (category, stage) if (category, stage) in CATEGORIES else next(iter(CATEGORIES))
    rows = [
        {
            "id": area,
            **{key: sent.get(f"{key}-{area}", "").replace("\x00", "")[:300] for key in TYPED},
        }
        for area in AREAS
    ]
    return _read(choice, rows)


TYPED = ("weight", "managed", "evidence")


def _kept_rows(held: Mapping[str, Any]) -> list[dict[str, str]]:
    rows = []
    for area, weight in AREAS.items():
        each = held.get(area)
        kept: Mapping[str, Any] = each if isinstance(each, dict) else {}
        numbers = {"weight": kept.get("weight", weight), "managed": kept.get("managed", Decimal(0))}
        shares = {
            key: shown_number(_plain(Decimal(value) * HUNDRED))
            for key, value in numbers.items()
            if isinstance(value, int | Decimal)
        }
        rows.append({"id": area, **shares, "evidence": str(kept.get("evidence") or "")})
    return rows


def _plain(value: Decimal) -> Decimal:
    return Decimal(format(value.normalize(), "f"))


def _read(choice: tuple[str, str], rows: list[dict[str, str]]) -> Typed:
    typed = Typed(choice, rows)
    for row in rows:
        weight, managed = (_share(row.get(key, "")) for key in ("weight", "managed"))
        row["title"] = str(THEMES[row["id"]])
        if weight is None or managed is None or not 0 <= managed <= 1 or weight < 0:
            row["fault"] = _("Write per cent from 0 to 100.")
            typed.fault = typed.fault or _("A weight or a share cannot be used.")
        else:
            typed.areas.append(
                RiskArea(row["id"], weight, managed, row.get("evidence", "").strip())
            )
    whole = sum((area.weight for area in typed.areas), Decimal(0))
    if not typed.fault and whole != 1:
        message = _("The weights sum to %(whole)s %%. They must sum to 100 %%.")
        typed.fault = message % {"whole": shown_number(_plain(whole * HUNDRED))}
    return typed


def _share(typed: str) -> Decimal | None:
    value = typed_number(typed.rstrip("% ")) if typed.strip() else 0
    return None if value is None else Decimal(value) / HUNDRED


def _corrected(plan: Plan, typed: Typed) -> Corrected | None:
    if typed.fault:
        return None
    return optimism.corrected(plan, *typed.choice, typed.areas, timezone.localdate())


def _forecast(case: BusinessCase, plan: Plan) -> Forecast | None:
    """The cost of the project by reference class; None of a case without any."""
    if plan.investment <= 0:
        return None
    today = timezone.localdate()
    own = own_register(case.authority_id, case.authority.name, today)
    return forecast(plan.investment, own, optimism.public_class(today)[0], enough(today))


def _facts(actor: Actor, seen: Seen) -> dict[str, Any]:
    case, typed, plan, found, class_ = seen.case, seen.typed, seen.plan, seen.found, seen.class_
    today = timezone.localdate()
    return {
        "case": case,
        "typed": typed,
        "choices": [(f"{key[0]}.{key[1]}", words) for key, words in CHOICES.items()],
        "choice": ".".join(typed.choice),
        "choice_words": CHOICES[typed.choice],
        "rows": _lines(plan, found) if found else [],
        "left": f"{number(found.left * HUNDRED)} %" if found else "",
        "notes": [told(note, THEMES) for note in found.notes] if found else [],
        "levels": _levels(class_) if class_ else [],
        "class_notes": [told(note) for note in class_.notes] if class_ else [],
        "public": optimism.public_class(today)[1],
        "own_class": class_ is not None and class_.n is not None,
        "plan": plan,
        "may_edit": may_edit_case(actor, case),
    }


def _lines(plan: Plan, found: Corrected) -> list[dict[str, Any]]:
    """Each figure before and after, with its rate, what is left of it, and its source."""
    after = found.plan
    amounts = {
        INVESTMENT: (dkk(plan.investment, 0), dkk(after.investment, 0)),
        OPERATION: (dkk(plan.operation, 0), dkk(after.operation, 0)),
        DURATION: (_months(plan.months), _months(after.months)),
        BENEFIT: (dkk(plan.benefit, 0), dkk(after.benefit, 0)),
    }
    rows = []
    for what, (before, then) in amounts.items():
        dated = found.rates[what]
        assert isinstance(dated.value, Decimal)
        rows.append({
            "title": WHATS[what], "before": before, "after": then,
            "rate": f"{number(dated.value * HUNDRED)} %",
            "left": f"{number(dated.value * found.left * HUNDRED, 1)} %",
            "source": dated.source, "since": day(dated.start), "unconfirmed": dated.unconfirmed,
        })  # fmt: skip
    net = {"title": _("Net over the years"), "before": dkk(plan.net, 0), "after": dkk(after.net, 0)}
    return [*rows, net]


def _months(months: Decimal) -> str:
    return _("%(n)s months") % {"n": number(months, 0 if months == int(months) else 1)}


def _levels(class_: Forecast) -> list[tuple[str, str, str, str]]:
    words = [
        _("P50: half of the projects stay below"),
        _("P80: 8 of 10 stay below"),
        _("P95: 19 of 20 stay below"),
        _("The cap: the worst that is known"),
    ]
    amounts = (class_.p50, class_.p80, class_.p95, class_.cap)
    return [
        (level, word, number(ratio, 2), dkk(amount, 0))
        for level, word, ratio, amount in zip(LEVELS, words, class_.ratios, amounts, strict=True)
    ]


def _keep(request: HttpRequest, actor: Actor, seen: Seen) -> HttpResponse:
    case, typed, found = seen.case, seen.typed, seen.found
    assert found is not None
    asked = request.POST.get("act", "")
    made = _scenario(asked, typed, found, seen.class_)
    if made is None:
        raise DomainError("invalid", _("Choose which scenario to keep."))
    title, reason, factors = made
    name = f"{SCENARIO}{asked}"
    data, left_out = with_scenario(plain(case.text) or {}, name, title, reason, factors)
    data.setdefault("agreements", {})["optimism"] = _inputs(typed)
    revision = request.POST.get("revision", "")
    actions.save_case(
        case=case, text=dumps(data), revision=int(revision) if revision.isdecimal() else 0, by=actor
    )
    messages.success(
        request, _("The scenario is kept as a reading of the case: %(title)s.") % {"title": title}
    )
    if left_out:
        lines = {"lines": "; ".join(left_out)}
        messages.warning(request, _("These lines cannot follow it: %(lines)s.") % lines)
    return redirect("case-optimism", case.pk)


def _scenario(
    asked: str, typed: Typed, found: Corrected, class_: Forecast | None
) -> tuple[str, str, Mapping[str, Decimal]] | None:
    """Title, reason and factors of the scenario that is asked for."""
    if asked == "optimisme":
        facts = {"choice": CHOICES[typed.choice], "left": number(found.left * HUNDRED)}
        reason = _("%(choice)s; %(left)s %% of the uplift is left.") % facts
        return _("Corrected for optimism"), reason, found.factors
    if class_ is None or asked not in LEVELS:
        return None
    ratio = class_.ratios[LEVELS.index(asked)]
    title = _("Cost of the project by reference class, %(level)s") % {"level": LEVEL_WORDS[asked]}
    return title, " ".join(told(note) for note in class_.notes[:1]), {INVESTMENT: ratio}


LEVEL_WORDS = {
    "p50": "P50",
    "p80": "P80",
    "p95": "P95",
    "cap": gettext_lazy("the cap"),
}


def _inputs(typed: Typed) -> Data:
    """What the panel is opened with again."""
    areas = {
        area.id: {"weight": area.weight, "managed": area.managed, "evidence": area.evidence}
        for area in typed.areas
    }
    category, stage = typed.choice
    return {
        "category": category,
        "stage": stage,
        "areas": areas,
        "on": timezone.localdate().isoformat(),
    }
