"""What is asked of a case, as it was sent."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gevinst.engines.businesscase.model.case import Case
from gevinst.features.benefits.estimating import goals, published_goal
from gevinst.features.benefits.estimating.goals import Goal
from gevinst.features.benefits.web.cases.typed.numbers import number as typed_number

HUNDRED = Decimal(100)
KINDS = {
    goals.NET: gettext_lazy("Net over the years, DKK at least"),
    goals.NPV: gettext_lazy("Present value, DKK at least"),
    goals.BREAK_EVEN: gettext_lazy("Earned back by the end of the year"),
    goals.ROI: gettext_lazy("Return (ROI), % at least"),
    goals.FTE: gettext_lazy("FTE freed a year, at least"),
    goals.PUBLISHED: gettext_lazy("A published figure"),
}
SENT = ("maal", "tal", "figur", "driver", "laesning")


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


def asked_of(request: HttpRequest, case: Case) -> Asked:
    """What was sent, with the goal or what is wrong with it."""
    sent = {key: request.GET.get(key, "").replace("\x00", "")[:80] for key in SENT}
    kind = sent["maal"] if sent["maal"] in KINDS else goals.NET
    reading = sent["laesning"] if sent["laesning"] in case.readings else ""
    goal, fault = _goal(case, kind, sent["tal"], sent["figur"])
    return Asked(kind, sent["tal"], sent["figur"], sent["driver"], reading, goal, fault)


def _goal(case: Case, kind: str, typed: str, figure: str) -> tuple[Goal | None, str]:
    today = timezone.localdate()
    if kind == goals.PUBLISHED:
        if figure not in {each.id for each in published_goal.figures(case)}:
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
