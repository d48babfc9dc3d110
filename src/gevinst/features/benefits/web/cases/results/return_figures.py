"""Return, break-even, payback and present value as a page shows them, each with how it is counted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.features.benefits.queries.cases.rates import discount
from gevinst.features.benefits.web.cases.words.frame import ORIGINS
from gevinst.shared.templatetags.gevinst import day, dkk, number

HUNDRED = 100
Figure = dict[str, Any]


def percent(value: Decimal | None, decimals: int = 1) -> str:
    """A rate 0-1 in per cent."""
    return "–" if value is None else f"{number(value * HUNDRED, decimals)} %"


def roi_figure(result: Result, on: date) -> Figure:
    """The return, and the same by its other definitions."""
    rates = discount(result.case, on).rates
    source = [
        (_("Definition"), _("(Gains − all costs) / all costs, over the years, without interest.")),
        (_("Of the investment only"), percent(result.roi("net_over_investment"))),
        (_("Gains for each krone"), number(result.roi("benefit_cost_ratio"), 2)),
        (_("With interest"), percent(result.roi(rates=rates))),
    ]
    years = ngettext("over %(n)s year", "over %(n)s years", len(result.years))
    return {"label": _("Return (ROI)"), "value": percent(result.roi()),
            "note": years % {"n": len(result.years)}, "source": source}  # fmt: skip


def break_even_figure(result: Result) -> Figure:
    """The year in which the sum so far is not negative."""
    label, origin = _("Break-even"), str(ORIGINS[result.case.origin]).lower()
    turn, exact = result.break_even(), result.break_even("interpolated")
    if turn is None or exact is None:
        return {"label": label, "value": _("Never"), "note": _("not within the years")}
    source = [
        (
            _("Counted as"),
            _("The first year in which the sum of all years so far is not negative."),
        ),
        (_("Spread over the year"), _("%(n)s years") % {"n": number(exact.years, 1)}),
    ]
    if turn.negative_again is not None:
        source.append((_("Note"), _("Negative again in %(year)s.") % {"year": turn.negative_again}))
    note = _("year %(n)s, %(origin)s") % {"n": turn.period, "origin": origin}
    return {"label": label, "value": str(turn.year), "note": note, "source": source}


def payback_figure(result: Result) -> Figure:
    """Years until the investment is earned."""
    years = result.payback()
    value = _("Never") if years is None else _("%(n)s years") % {"n": number(years, 1)}
    source = [
        (_("Counted as"), _("The investment over the mean net of a year in operation.")),
        (_("Investment"), dkk(result.investment, 0)),
        (_("A year in operation"), dkk(result.annual_net, 0)),
    ]
    note = str(ORIGINS[result.case.origin]).lower()
    return {"label": _("Paid back in"), "value": value, "note": note, "source": source}


def npv_figure(result: Result, on: date) -> Figure:
    """The present value, with the rates it is counted by."""
    held = discount(result.case, on)
    first = percent(held.rates[min(held.rates)])
    source = [
        (_("Rate"), "; ".join(f"{_('year')} {year}: {percent(rate)}" for year, rate in held.rates.items())),
        (_("Holds from"), day(held.since)),
        (_("Source"), held.source),
    ]  # fmt: skip
    return {"label": _("Present value"), "value": dkk(result.npv(held.rates), 0),
            "note": _("at %(rate)s a year") % {"rate": first}, "source": source}  # fmt: skip
