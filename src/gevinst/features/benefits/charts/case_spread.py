"""How far the net of a case may lie, as a chart of its simulation."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.outcome import outcome
from gevinst.engines.businesscase.calculus.risk_pool import events
from gevinst.engines.businesscase.calculus.spreads import spreads
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.uncertainty import Simulation, simulate
from gevinst.features.benefits.charts.case_chart import CaseChart, money
from gevinst.features.benefits.charts.distribution import distribution_chart
from gevinst.shared.templatetags.gevinst import number

DRAWS = 10_000
SEED = 1
BINS = 24


def spread(case: Case) -> list[CaseChart]:
    """How far the net may lie, by simulation; nothing where there is nothing to simulate."""
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
