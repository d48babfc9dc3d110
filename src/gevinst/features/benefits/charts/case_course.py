"""The course of a case as charts: its cumulative net, and the way from scenario 0 to scenario 1."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.model.case import Case
from gevinst.features.benefits.charts.case_chart import CaseChart, money, reading_name, sentence
from gevinst.features.benefits.charts.cumulative import cumulative_chart
from gevinst.features.benefits.charts.steps import steps_of
from gevinst.features.benefits.charts.waterfall import TOTAL, waterfall_chart

SHOWN_READINGS = 3


def cumulative(case: Case, results: Mapping[str, Result]) -> CaseChart:
    """The cumulative net as the case stands and under its first readings."""
    base = results[""]
    turn = base.break_even()
    year = None if turn is None else turn.year
    words = _("Earned back %(year)s") % {"year": year} if year else ""
    shown = dict(list(results.items())[: SHOWN_READINGS + 1])
    names = {name: reading_name(at) for at, name in enumerate(shown)}
    told = words or _("It is not earned back within the years.")
    ends = _("The sum at the end: %(sum)s") % {"sum": money(base.total)}
    svg = cumulative_chart(
        base.years,
        {names[name][-1:]: result.cumulative for name, result in shown.items()},
        title=" ".join(map(sentence, (_("Cumulative net"), told, ends))),
        turn=year,
        turn_words=words,
    )
    titles = [f"{names[name]}: {case.readings[name].title}" for name in shown if name]
    head = (_("Year"), _("Net of the year"), *(_column(names[name]) for name in shown))
    rows = [
        (str(each), money(base.net[t]), *(money(result.cumulative[t]) for result in shown.values()))
        for t, each in enumerate(base.years)
    ]
    note = " ".join(sentence(each) for each in (told, *titles))
    return CaseChart(
        "cumulative", _("Cumulative net year by year"), svg, head, tuple(rows), (), note
    )


def _column(name: str) -> str:
    plain = _("Cumulative")
    return f"{plain}, {name.lower()}" if name else plain


def waterfall(result: Result) -> CaseChart:
    """From scenario 0 to scenario 1, line by line."""
    steps = steps_of(result)
    told = "; ".join(f"{step.label}: {money(step.amount)}" for step in steps)
    title = _("From scenario 0 to scenario 1")
    rows = tuple((step.label, money(step.amount)) for step in steps)
    kinds = tuple(dict.fromkeys(step.kind for step in steps if step.kind not in (TOTAL, "cost")))
    return CaseChart(
        "waterfall",
        _("From scenario 0 to scenario 1, all years together"),
        waterfall_chart(steps, title=f"{title}: {told}"),
        (_("Step"), _("Amount")),
        rows,
        kinds,
        _("Grey is what the project costs."),
    )
