"""A case's key figures: net with how far it may lie, what it returns, hours and full-time staff."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.features.benefits.queries.cases.ranges import Range
from gevinst.features.benefits.queries.cases.rates import effective_hours, yearly
from gevinst.features.benefits.web.cases.results.return_figures import (
    Figure,
    break_even_figure,
    npv_figure,
    payback_figure,
    percent,
    roi_figure,
)
from gevinst.shared.templatetags.gevinst import dkk, number

EXPECTED = "expected"


def figures(result: Result, seen: Range | None, on: date) -> list[Figure]:
    """Net, return, break-even, payback, present value, hours and FTE; each says how it is counted."""
    made = [
        _net(result, seen),
        roi_figure(result, on),
        break_even_figure(result),
        payback_figure(result),
        npv_figure(result, on),
        *_time(result, on),
    ]
    return [{"kind": EXPECTED, **each} for each in made]


def _net(result: Result, seen: Range | None) -> Figure:
    span = f"{result.case.first}–{result.case.last}"
    source = [
        (_("Counted as"), _("Gains less all costs of the project, without interest.")),
        (_("Gains"), dkk(sum(result.gain, Decimal(0)), 0)),
        (_("Costs"), dkk(sum(result.cost, Decimal(0)), 0)),
    ]
    note = span
    if seen is not None:
        low, high = dkk(seen.low, 0), dkk(seen.high, 0)
        note = _("%(span)s. Probably %(low)s to %(high)s") % {
            "span": span, "low": low, "high": high
        }  # fmt: skip
        source += [
            (
                _("How far it may lie"),
                _(
                    "8 of 10 of %(n)s simulated outcomes lie from %(low)s to %(high)s (seed %(seed)s)."
                )
                % {"n": number(seen.draws), "low": low, "high": high, "seed": seen.seed},
            ),
            (_("Risk of a loss"), percent(seen.negative, 0)),
        ]
    return {"label": _("Net over the years"), "value": dkk(result.total, 0), "note": note,
            "source": source}  # fmt: skip


def _time(result: Result, on: date) -> list[Figure]:
    hours, fte = yearly(result, on)
    effective = effective_hours(result, on)
    source = [
        (_("Counted as"), _("The mean of the years in operation.")),
        (_("Effective hours of full-time staff"), _("%(n)s a year") % {"n": number(effective, 0)}),
    ]
    return [
        {"label": _("Hours freed"), "value": number(hours, 0), "unit": _("a year"), "source": source[:1]},
        {"label": _("Full-time staff"), "value": number(fte, 1), "unit": _("FTE"), "source": source},
    ]  # fmt: skip
