"""What it takes: a goal is chosen, and every driver says where it must stand for the case to reach it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from gevinst.engines.businesscase.model.case import Case
from gevinst.features.benefits import estimate_goals as goals
from gevinst.features.benefits.estimate_goals import Answer, Goal
from gevinst.features.benefits.queries import cases as queries
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.web.cases.typed import number as typed_number
from gevinst.features.benefits.web.cases.typed import shown as shown_typed
from gevinst.features.benefits.web.cases.typed import shown_number
from gevinst.shared.actor import Actor
from gevinst.shared.templatetags.gevinst import dkk, number

HUNDRED = Decimal(100)
DIGITS = 5
KINDS = {
    goals.NET: gettext_lazy("Net over the years, DKK at least"),
    goals.NPV: gettext_lazy("Present value, DKK at least"),
    goals.BREAK_EVEN: gettext_lazy("Earned back by the end of the year"),
    goals.ROI: gettext_lazy("Return (ROI), % at least"),
    goals.FTE: gettext_lazy("FTE freed a year, at least"),
    goals.PUBLISHED: gettext_lazy("A published figure"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for, as it was sent; `fault` says what cannot be used of it."""

    kind: str
    typed: str
    figure: str
    driver: str
    reading: str
    goal: Goal | None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A driver with its answer in words."""

    name: str
    title: str
    unit: str
    now: str
    span: str
    answer: str
    change: str
    place: str
    inside: bool


@require_GET
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """The form, the answer for one driver, and the table for all of them."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = queries.case(actor, case_id)
    known = evaluated(case.text)
    facts: dict[str, Any] = {"case": case, "kinds": list(KINDS.items())}
    if known.case is None:
        return render(request, "benefits/estimate_goal.html", {**facts, "faulty": True})
    asked = _asked(request, known.case)
    facts |= {
        "asked": asked,
        "drivers": [(each.name, each.title or each.name) for each in goals.drivers(known.case)],
        "figures": [(each.id, _figure_words(each)) for each in goals.figures(known.case)],
        "readings": [(name, each.title) for name, each in known.case.readings.items()],
    }
    if asked.goal is not None:
        facts |= _answers(case.text, known.case, asked, asked.goal)
    return render(request, "benefits/estimate_goal.html", facts)


def _figure_words(figure: Any) -> str:
    value = figure.value
    ends = [shown_number(each) for each in (value if isinstance(value, tuple) else (value,))]
    return f"{figure.title}: {'–'.join(ends)} {figure.unit}".strip()


def _asked(request: HttpRequest, case: Case) -> Asked:
    sent = {key: request.GET.get(key, "").replace("\x00", "")[:80] for key in SENT}
    kind = sent["maal"] if sent["maal"] in KINDS else goals.NET
    reading = sent["laesning"] if sent["laesning"] in case.readings else ""
    goal, fault = _goal(case, kind, sent["tal"], sent["figur"])
    return Asked(kind, sent["tal"], sent["figur"], sent["driver"], reading, goal, fault)


SENT = ("maal", "tal", "figur", "driver", "laesning")


def _goal(case: Case, kind: str, typed: str, figure: str) -> tuple[Goal | None, str]:
    today = timezone.localdate()
    if kind == goals.PUBLISHED:
        if figure not in {each.id for each in goals.figures(case)}:
            return None, _("Choose one of the published figures.")
        return Goal(kind, figure=figure, on=today), ""
    value = typed_number(typed.rstrip("% ")) if typed.strip() else 0
    if kind == goals.BREAK_EVEN:
        year = int(typed) if typed.strip().isdecimal() else case.last
        if year not in case.years:
            told = {"first": case.first, "last": case.last}
            return None, _("Choose a year from %(first)s to %(last)s.") % told
        return Goal(kind, year=year, on=today), ""
    if value is None:
        return None, _("Write a number. “%(found)s” is not one.") % {"found": typed}
    amount = Decimal(value)
    return Goal(kind, amount / HUNDRED if kind == goals.ROI else amount, on=today), ""


def _answers(text: str, case: Case, asked: Asked, goal: Goal) -> dict[str, Any]:
    table = goals.table(text, asked.reading, goal)
    facts: dict[str, Any] = {
        "rows": [_row(each) for each in table],
        "goal_words": _goal_words(case, goal),
        "now": _now(text, asked.reading, goal),
        "reached": bool(table) and table[0].reached,
    }
    if asked.driver in {each.name for each in goals.drivers(case.under(asked.reading))}:
        found = goals.answer(text, asked.reading, goal, asked.driver)
        facts["one"] = _row(found)
        facts["sentences"] = _sentences(found, facts["goal_words"])
    return facts


def _goal_words(case: Case, goal: Goal) -> str:
    if goal.kind == goals.PUBLISHED:
        return _figure_words(goals.figure_of(case, goal.figure)[0])
    words = {
        goals.NET: _("the net over the years is at least %(n)s") % {"n": dkk(goal.number, 0)},
        goals.NPV: _("the present value is at least %(n)s") % {"n": dkk(goal.number, 0)},
        goals.BREAK_EVEN: _("the case is earned back by the end of %(n)s") % {"n": goal.year},
        goals.ROI: _("the return is at least %(n)s %%")
        % {"n": shown_typed("percent", goal.number)},
        goals.FTE: _("at least %(n)s FTE are freed a year") % {"n": shown_number(goal.number)},
    }
    return words[goal.kind]


def _now(text: str, reading: str, goal: Goal) -> str:
    value = goals.now(text, reading, goal)
    if value is None or not value.is_finite():
        return "–"
    if goal.kind == goals.ROI:
        return f"{number(value * HUNDRED, 1)} %"
    if goal.kind in (goals.NET, goals.NPV, goals.BREAK_EVEN):
        return dkk(value, 0)
    return number(value, places(value))


def _row(found: Answer) -> Row:
    driver = found.driver
    nearest = found.nearest
    return Row(
        name=driver.name,
        title=driver.title or driver.name,
        unit=_("times its years") if driver.by_year else driver.unit,
        now=shown(driver.likely),
        span="" if driver.low is None or driver.high is None
        else f"{shown(driver.low)} – {shown(driver.high)}",
        answer=_stretches(found),
        change="" if nearest is None or not driver.likely
        else signed((nearest - driver.likely) / abs(driver.likely)),
        place=_place(found),
        inside=bool(found.inside),
    )  # fmt: skip


def _stretches(found: Answer) -> str:
    """Every stretch that reaches the goal: at least, at most, or from one to another."""
    if not found.stretches:
        return _("No value reaches it")
    return _(" or ").join(_stretch(found, n) for n in range(len(found.stretches)))


def _stretch(found: Answer, n: int) -> str:
    each, point = found.stretches[n], found.points[n]
    bottom, top = found.searched
    if each.low == bottom and each.high == top:
        return _("Any value")
    if each.low == bottom:
        return _("%(n)s at most") % {"n": shown(each.high)}
    if each.high == top:
        return _("%(n)s at least") % {"n": shown(each.low)}
    both = _("%(low)s to %(high)s") % {"low": shown(each.low), "high": shown(each.high)}
    if point is None or point in (each.low, each.high):
        return both
    return _("%(n)s (%(both)s)") % {"n": shown(point), "both": both}


def _place(found: Answer) -> str:
    if not found.turns:
        return ""
    if found.driver.low is None or found.driver.high is None:
        return _("It has no range.")
    if found.inside:
        return _("Inside its range: here it is decided.")
    return _("Outside its range.")


def _sentences(found: Answer, wanted: str) -> list[str]:
    """The answer for one driver in words."""
    title = found.driver.title or found.driver.name
    facts = {"title": title, "answer": _stretches(found).lower(), "goal": wanted}
    if not found.stretches:
        low, high = (shown(each) for each in found.searched)
        told = _("No value of “%(title)s” from %(low)s to %(high)s does it: %(goal)s.")
        return [told % {**facts, "low": low, "high": high}]
    said = [_("“%(title)s” must be %(answer)s for this: %(goal)s.") % facts]
    if len(found.stretches) > 1:
        said.append(_("There are %(n)s stretches that do it.") % {"n": len(found.stretches)})
    return [*said, *filter(None, [_place(found)])]


def shown(value: Decimal) -> str:
    """A value with the digits that say something."""
    return number(value, places(value)) if value else "0"


def places(value: Decimal) -> int:
    """As many decimals as give five digits; none of a whole number."""
    if value == value.to_integral_value():
        return 0
    return max(0, DIGITS - 1 - math.floor(math.log10(abs(value))))


def signed(share: Decimal) -> str:
    """A change in per cent with its sign."""
    sign = "+" if share > 0 else ""
    return f"{sign}{number(share * HUNDRED, 1)} %"
