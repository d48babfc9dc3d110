"""What a case comes to, on paper: year by year, and under each reading."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.features.benefits.charts.case_chart import money, reading_name, sentence
from gevinst.features.benefits.reporting.case_parts import Part, table
from gevinst.shared.templatetags.gevinst import number


def years_table(result: Result) -> Part:
    """Scenario 0, scenario 1, gains, costs, net and cumulative by year."""
    rows: list[tuple[str, ...]] = [
        (
            str(year),
            money(result.cost_0[t]),
            money(result.cost_1[t]),
            money(result.gain[t]),
            money(result.cost[t]),
            money(result.net[t]),
            money(result.cumulative[t]),
        )
        for t, year in enumerate(result.years)
    ]
    sums = [result.cost_0, result.cost_1, result.gain, result.cost, result.net]
    rows.append((_("Together"), *(money(sum(each)) for each in sums), ""))
    head = (
        _("Year"),
        _("Scenario 0"),
        _("Scenario 1"),
        _("Gains"),
        _("Costs"),
        _("Net"),
        _("Cumulative"),
    )
    told = _("DKK in prices of %(year)s") % {"year": result.case.price_year}
    title = _("Year by year")
    return table(
        title,
        head,
        rows,
        "tnnnnnn",
        (0, 1, 1, 1, 1, 1, 1),
        note=told,
        strong=(len(rows) - 1,),
        size=8,
    )


def readings_table(results: Mapping[str, Result]) -> Part:
    """What the case comes to as it stands and under each reading."""
    never = _("not within the years")
    rows, titles = [], []
    for at, (name, result) in enumerate(results.items()):
        roi, turn = result.roi(), result.break_even()
        title = result.case.readings[name].title if name else _("As the case stands")
        if name:
            titles.append(sentence(f"{reading_name(at)}: {title}"))
        rows.append(
            (
                reading_name(at) if name else title,
                money(sum(result.gain)),
                money(sum(result.cost)),
                money(result.total),
                "–" if roi is None else f"{number(100 * roi, 1)} %",
                never if turn is None else str(turn.year),
            )
        )
    head = ("", _("Gains"), _("Costs"), _("Net"), _("ROI"), _("Earned back"))
    title = _("One case, several readings") if titles else _("What the case comes to")
    return table(title, head, rows, "tnnnnn", (1.4, 1.2, 1.2, 1.2, 1, 1), note=" ".join(titles))
