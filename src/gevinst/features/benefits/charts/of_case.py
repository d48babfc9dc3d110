"""The charts of one case: which there are, and for each its drawing, its legend and its table of numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.outcome import outcome
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.calculus.risk_pool import events
from gevinst.engines.businesscase.calculus.spreads import spreads
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.uncertainty import Simulation, simulate, tornado
from gevinst.features.benefits.charts.cumulative import cumulative_chart
from gevinst.features.benefits.charts.distribution import distribution_chart
from gevinst.features.benefits.charts.realised import realised_chart
from gevinst.features.benefits.charts.scale import MINUS
from gevinst.features.benefits.charts.steps import steps_of
from gevinst.features.benefits.charts.tornado import TornadoBar, tornado_chart
from gevinst.features.benefits.charts.waterfall import TOTAL, waterfall_chart
from gevinst.shared.templatetags.gevinst import dkk, number

DRAWS, SEED, BINS = 10_000, 1, 24
MOST_BARS = 8
SHOWN_READINGS = 3
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class CaseChart:
    """A drawing with its caption, the kinds in its legend, a sentence on it, and the numbers behind it."""

    key: str
    caption: str
    svg: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kinds: tuple[str, ...] = ()
    note: str = ""


def charts_of(case: Case, results: Mapping[str, Result]) -> list[CaseChart]:
    """The charts there are numbers for; `results` are the case as it stands ("") and under its readings."""
    base = results[""]
    found = [_cumulative(case, results), _waterfall(base), *_tornado(case), *_distribution(case)]
    return [*found, *_realised(base)]


def _cumulative(case: Case, results: Mapping[str, Result]) -> CaseChart:
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


def reading_name(at: int) -> str:
    """What a reading is called beside others, by its place: A, B …; nothing for the case as it stands."""
    return _("Reading %(letter)s") % {"letter": "ABCDEFGH"[at - 1]} if at else ""


def _column(name: str) -> str:
    plain = _("Cumulative")
    return f"{plain}, {name.lower()}" if name else plain


def _waterfall(result: Result) -> CaseChart:
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


def _tornado(case: Case) -> list[CaseChart]:
    varied = spreads(case)
    if not varied:
        return []
    bars = tornado(outcome(case), varied)[:MOST_BARS]
    named = [
        TornadoBar(case.assumptions[each.name].title or each.name, each.at_low, each.at_high)
        for each in bars
    ]
    told = "; ".join(f"{bar.label}: {money(bar.at_low)} – {money(bar.at_high)}" for bar in named)
    rows = tuple(
        (
            bar.label,
            number(Decimal(str(each.spread.low)), _places(each.spread.low)),
            number(Decimal(str(each.spread.high)), _places(each.spread.high)),
            money(bar.at_low),
            money(bar.at_high),
        )
        for bar, each in zip(named, bars, strict=True)
    )
    head = (_("Assumption"), _("Low"), _("High"), _("Net at low"), _("Net at high"))
    return [
        CaseChart(
            "tornado",
            _("What the net depends on most"),
            tornado_chart(named, bars[0].base, title=_("Tornado: %(told)s") % {"told": told}),
            head,
            rows,
            (),
            _(
                "Hatched: the assumption is low. Solid: it is high. The line is the net as it stands."
            ),
        )
    ]


def _distribution(case: Case) -> list[CaseChart]:
    try:
        varied, happening = spreads(case), events(case)
        if not varied and not happening:
            return []
        seen = simulate(outcome(case), varied, n=DRAWS, seed=SEED, events=happening, bins=BINS)
    except ValueError:
        return []
    marks = _marks(seen)
    told = "; ".join(f"{name}: {money(value)}" for name, value in marks.items())
    share = f"{number(Decimal(str(seen.probability_negative)) * 100, 1)} %"
    below = _("The net is below 0 in %(share)s of the simulations.") % {"share": share}
    rows = [(name, money(value)) for name, value in marks.items()]
    rows += [(_("Mean"), money(seen.mean)), (_("Simulations"), number(seen.n))]
    return [
        CaseChart(
            "distribution",
            _("How far the net may lie"),
            distribution_chart(
                seen.histogram,
                marks,
                title=_("Distribution: %(told)s") % {"told": f"{told}. {below}"},
            ),
            (_("Figure"), _("Net over all years")),
            tuple(rows),
            (),
            below,
        )
    ]


def _marks(seen: Simulation) -> dict[str, float]:
    found = {"P10": seen.measure.p10, "P50": seen.measure.p50, "P90": seen.measure.p90}
    return {name: value for name, value in found.items() if value is not None}


def _realised(result: Result) -> list[CaseChart]:
    """Benefits that have been measured in a year, against what was expected of the same ones in that year."""
    expected: dict[int, Decimal] = {}
    realised: dict[int, Decimal] = {}
    for each in result.lines.values():
        if each.line.is_benefit:
            for year, value in each.line.actuals.items():
                if year in result.years:
                    was = each.dkk[result.years.index(year)]
                    expected[year] = expected.get(year, ZERO) + was
                    realised[year] = realised.get(year, ZERO) + value
    if not realised:
        return []
    years = sorted(realised)
    told = "; ".join(f"{y}: {money(realised[y])} / {money(expected[y])}" for y in years)
    rows = tuple(
        (str(y), money(expected[y]), money(realised[y]), _rate(expected[y], realised[y]))
        for y in years
    )
    svg = realised_chart(
        {y: expected[y] for y in years},
        {y: realised[y] for y in years},
        title=_("Measured of what was expected: %(told)s") % {"told": told},
    )
    head = (_("Year"), _("Expected"), _("Measured"), _("Share"))
    caption = _("Benefits expected and measured")
    return [CaseChart("realised", caption, svg, head, rows, ("expected", "measured"))]


def _rate(expected: Decimal, realised: Decimal) -> str:
    return f"{number(100 * realised / expected)} %" if expected else "–"


def sentence(told: str) -> str:
    """Words that end with one full stop."""
    return f"{told.rstrip('. ')}."


def money(amount: Decimal | float) -> str:
    """Whole DKK with a real minus, as charts and their tables tell it."""
    return dkk(Decimal(str(amount)), 0).replace("-", MINUS)


def _places(value: float) -> int:
    return 0 if value == int(value) else 2
