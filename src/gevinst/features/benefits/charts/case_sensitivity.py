"""What the net of a case depends on most, as a chart."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.outcome import outcome
from gevinst.engines.businesscase.calculus.spreads import spreads
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.uncertainty import tornado
from gevinst.features.benefits.charts.case_chart import CaseChart, money
from gevinst.features.benefits.charts.tornado import TornadoBar, tornado_chart
from gevinst.shared.templatetags.gevinst import number

MOST_BARS = 8


def sensitivity(case: Case) -> list[CaseChart]:
    """What the net depends on most; nothing where no assumption varies."""
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


def _places(value: float) -> int:
    return 0 if value == int(value) else 2
