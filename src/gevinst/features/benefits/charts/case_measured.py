"""What has been measured of what was expected, as a chart."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.features.benefits.charts.case_chart import CaseChart, money
from gevinst.features.benefits.charts.realised import realised_chart
from gevinst.shared.templatetags.gevinst import number

ZERO = Decimal(0)


def measured(result: Result) -> list[CaseChart]:
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
