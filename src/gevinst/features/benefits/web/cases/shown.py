"""A business case's results as pages show them: key figures with their source, the years, 0 against 1."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.notes import Note
from gevinst.features.benefits.queries.cases.results import (
    Range,
    discount,
    effective_hours,
    evaluated,
    net_range,
    yearly,
)
from gevinst.features.benefits.web.cases.choices import ORIGINS, place_words
from gevinst.shared.templatetags.gevinst import day, dkk, number

ZERO = Decimal(0)
HUNDRED = 100
EXPECTED = "expected"
SEVERITIES = ("error", "warning", "info")
Series = tuple[Decimal, ...]
Figure = dict[str, Any]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the 0/1 table: DKK by year with their sum; `sum` marks one that sums those above."""

    label: str
    values: Series
    place: str = ""
    sum: bool = False

    @property
    def total(self) -> Decimal:
        """The sum over the years."""
        return sum(self.values, ZERO)


def shown_case(text: str, reading: str, on: date) -> dict[str, Any]:
    """What a page shows of a case file: faults, figures, years, notes; under a reading that it has."""
    known = evaluated(text, reading)
    result = known.result
    facts: dict[str, Any] = {"faults": known.faults, "result": result, "reading": reading}
    if result is None or known.case is None:
        return facts
    pairs = zip(result.years, result.net, result.cumulative, strict=True)
    return {
        **facts,
        "figures": figures(result, net_range(text, reading), on),
        "years": list(pairs),
        "notes": said(known.notes),
        "readings": [(name, each.title) for name, each in known.case.readings.items()],
    }


def said(notes: Iterable[Note]) -> list[tuple[str, str]]:
    """The notes as severity and sentence, the gravest first."""
    language = (get_language() or "da")[:2]
    found = [(str(note.facts.get("severity", "info")), note.told(language)) for note in notes]
    return sorted(found, key=lambda each: SEVERITIES.index(each[0]))


def figures(result: Result, seen: Range | None, on: date) -> list[Figure]:
    """Net, return, break-even, payback, present value, hours and FTE; each says how it is counted."""
    made = [
        _net(result, seen),
        _roi(result, on),
        _break_even(result),
        _payback(result),
        _npv(result, on),
        *_time(result, on),
    ]
    return [{"kind": EXPECTED, **each} for each in made]


def percent(value: Decimal | None, decimals: int = 1) -> str:
    """A rate 0-1 in per cent."""
    return "–" if value is None else f"{number(value * HUNDRED, decimals)} %"


def _net(result: Result, seen: Range | None) -> Figure:
    span = f"{result.case.first}–{result.case.last}"
    source = [
        (_("Counted as"), _("Gains less all costs of the project, without interest.")),
        (_("Gains"), dkk(sum(result.gain, ZERO), 0)),
        (_("Costs"), dkk(sum(result.cost, ZERO), 0)),
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


def _roi(result: Result, on: date) -> Figure:
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


def _break_even(result: Result) -> Figure:
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


def _payback(result: Result) -> Figure:
    years = result.payback()
    value = _("Never") if years is None else _("%(n)s years") % {"n": number(years, 1)}
    source = [
        (_("Counted as"), _("The investment over the mean net of a year in operation.")),
        (_("Investment"), dkk(result.investment, 0)),
        (_("A year in operation"), dkk(result.annual_net, 0)),
    ]
    note = str(ORIGINS[result.case.origin]).lower()
    return {"label": _("Paid back in"), "value": value, "note": note, "source": source}


def _npv(result: Result, on: date) -> Figure:
    held = discount(result.case, on)
    first = percent(held.rates[min(held.rates)])
    source = [
        (_("Rate"), "; ".join(f"{_('year')} {year}: {percent(rate)}" for year, rate in held.rates.items())),
        (_("Holds from"), day(held.since)),
        (_("Source"), held.source),
    ]  # fmt: skip
    return {"label": _("Present value"), "value": dkk(result.npv(held.rates), 0),
            "note": _("at %(rate)s a year") % {"rate": first}, "source": source}  # fmt: skip


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


def zero_and_one(result: Result) -> list[TableRow]:
    """Scenario 0, scenario 1, benefits and net by year; every row and every column adds up."""
    rows: list[TableRow] = []
    for scenario, label, total in (
        ("0", _("Without the solution (0)"), result.cost_0),
        ("1", _("With the solution (1)"), result.cost_1),
    ):
        rows += [
            TableRow(each.line.title, each.dkk, place_words(each.line.place))
            for each in result.lines.values()
            if each.line.scenario in (scenario, "both")
        ]
        rows.append(TableRow(label, total, sum=True))
    benefits = [each for each in result.lines.values() if each.line.is_benefit]
    rows += [TableRow(each.line.title, each.dkk, place_words(each.line.place)) for each in benefits]
    none = (ZERO,) * len(result.years)
    gained = _added(none, *(each.dkk for each in benefits))
    rows.append(TableRow(_("Benefits"), gained, sum=True))
    if any(result.transfers):
        rows.append(TableRow(_("From and to other parties"), result.transfers))
    rows.append(TableRow(_("Net: 0 less 1, and benefits"), result.net, sum=True))
    return rows


def _added(*series: Series) -> Series:
    return tuple(sum(values, ZERO) for values in zip(*series, strict=True))
