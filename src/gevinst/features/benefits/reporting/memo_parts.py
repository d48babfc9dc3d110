"""A business case as a memo: what it comes to, year by year, what it rests on, what may go wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.model.case import Case
from gevinst.features.benefits.charts.of_case import CaseChart, money
from gevinst.features.benefits.publishing.sections import years_words
from gevinst.features.benefits.publishing.sources import place_words
from gevinst.features.benefits.publishing.units import unit_words
from gevinst.features.benefits.publishing.words import STATUSES, word
from gevinst.features.benefits.queries.cases.rates import discount, yearly
from gevinst.features.benefits.reporting.case_parts import (
    Part,
    chart_part,
    findings_part,
    frame,
    more_charts,
    readings_table,
    sources_part,
    table,
    years_table,
)
from gevinst.features.benefits.reporting.told import CaseTold
from gevinst.shared.templatetags.gevinst import day, moment, number

SIDES = {"0": "0", "1": "1", "both": "0 + 1"}


def memo_report(
    told: CaseTold,
    charts: Sequence[CaseChart],
    at: datetime,
    *,
    authority: str = "",
    state: str = "",
) -> dict[str, Any]:
    """What the template sets of a memo; the pictures are the charts in their order."""
    case, result = told.case, told.results[""]
    parts = [
        *_figures(result, at.date()),
        *[chart_part(_("When it is earned back"), each, 0) for each in charts[:1]],
        years_table(result),
        *([readings_table(told.results)] if len(told.results) > 1 else []),
        _lines(result),
        _assumptions(case, result),
        *more_charts(charts),
        *_risks(case),
        *_quality(case),
        *findings_part(told.notes),
        *sources_part(case),
    ]
    named = [authority, *(each for each in case.authorities if each != authority)]
    span = f"{case.first}–{case.last}"
    subtitle = " · ".join(part for part in (*named, span, state) if part)
    footer = _("Made %(at)s by Gevinst") % {"at": moment(at)}
    return frame(case, subtitle=subtitle, footer=footer, parts=parts)


def _figures(result: Result, on: date) -> list[Part]:
    """What the case comes to, as six cards."""
    roi, turn, payback = result.roi(), result.break_even(), result.payback()
    held = discount(result.case, on)
    hours, fte = yearly(result, on)
    never = _("not within the years")
    cards = [
        (_("Net over the years"), money(result.total)),
        (_("ROI"), "–" if roi is None else f"{number(100 * roi, 1)} %"),
        (_("Earned back"), never if turn is None else str(turn.year)),
        (_("Payback"), years_words(payback)),
        (_("Present value"), money(result.npv(held.rates))),
        (
            _("Hours freed a year"),
            _("%(hours)s (%(fte)s FTE)") % {"hours": number(hours), "fte": number(fte, 1)},
        ),
    ]
    rows = [{"value": value, "label": label, "word": "", "kind": ""} for label, value in cards]
    told = _("Present value by the rates that held %(day)s. Source: %(source)s") % {
        "day": day(held.since),
        "source": held.source,
    }
    return [{"kind": "cards", "title": "", "rows": rows, "columns": 3, "note": told}]


def _lines(result: Result) -> Part:
    rows = [
        (
            each.line.title,
            SIDES.get(each.line.scenario, _("benefit")),
            word(STATUSES, each.line.status),
            each.line.owner,
            money(sum(each.dkk, Decimal(0))),
        )
        for each in result.lines.values()
    ]
    head = (_("Line"), _("Scenario"), _("How known"), _("Owner"), _("All years"))
    return table(_("The lines"), head, rows, "ttttn", (3, 0, 1.2, 1.5, 1.3))


def _assumptions(case: Case, result: Result) -> Part:
    rows = [
        (
            each.title or each.name,
            _number(each.low),
            _number(result.values[each.name]),
            _number(each.high),
            unit_words(each.unit),
            word(STATUSES, each.status),
            place_words(each.source),
        )
        for each in case.assumptions.values()
    ]
    head = (
        *(_("Assumption"), _("Low"), _("Likely"), _("High")),
        *(_("Unit"), _("How known"), _("Source")),
    )
    told = _("Values of the first year where they differ from year to year.")
    widths = (2.4, 0, 0, 0, 1.2, 0, 2.4)
    return table(_("Assumptions"), head, rows, "tnnnttt", widths, note=told, size=8)


def _number(value: Decimal | None) -> str:
    if value is None:
        return ""
    return number(value, 0 if value == value.to_integral_value() else 2)


def _risks(case: Case) -> list[Part]:
    if not case.risks:
        return []
    rows = [
        (
            each.title,
            f"{number(100 * each.probability)} %",
            money(each.low),
            money(each.likely),
            money(each.high),
            money(each.probability * each.likely),
            each.owner,
        )
        for each in case.risks
    ]
    head = (
        *(_("Risk"), _("Probability"), _("Low"), _("Likely"), _("High")),
        *(_("Effect"), _("Owner")),
    )
    told = _("Effect is the probability times the likely consequence.")
    return [
        table(
            _("Risks"), head, rows, "tnnnnnt", (2.4, 0, 1.1, 1.1, 1.1, 1.1, 1.3), note=told, size=8
        )
    ]


def _quality(case: Case) -> list[Part]:
    if not case.quality:
        return []
    rows = [
        (
            each.title,
            _number(each.before),
            _number(each.after if each.after is not None else each.target),
            unit_words(each.unit),
            word(STATUSES, each.status),
        )
        for each in case.quality
    ]
    head = (_("Quality"), _("Before"), _("After"), _("Unit"), _("How known"))
    return [table(_("What is not money"), head, rows, "tnntt", (3, 0, 0, 1, 1))]
