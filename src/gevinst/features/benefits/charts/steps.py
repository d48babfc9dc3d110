"""The steps from what scenario 0 costs to what scenario 1 comes to, summed over the years."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.features.benefits.charts.waterfall import TOTAL, WaterfallStep
from gevinst.features.benefits.publishing.words import status_kind

MOST = 4
ZERO = Decimal(0)
Sums = Mapping[str, Decimal]


def steps_of(result: Result) -> list[WaterfallStep]:
    """Scenario 0, less each gain, plus each cost, to scenario 1 with its benefits; DKK over all years.

    The last step is the cost of scenario 0 less the net. Where scenario 0 costs nothing the steps go from
    the gains to the net instead. The smallest lines beyond four on a side stand together.
    """
    before = sum(result.cost_0, ZERO)
    gains = {name: sum(series, ZERO) for name, series in result.gains.items()}
    costs = {name: sum(series, ZERO) for name, series in result.costs.items()}
    received = sum(result.transfers, ZERO)
    sign = -1 if before else 1
    steps = _of(gains, result, sign) + _of(costs, result, -sign, "cost")
    if received:
        steps.append(WaterfallStep(_("From other parties"), sign * received, "expected"))
    if not before:
        return [*steps, WaterfallStep(_("Net"), result.total, TOTAL)]
    first = WaterfallStep(_("Without the solution (0)"), before, TOTAL)
    last = WaterfallStep(_("With the solution (1)"), before - result.total, TOTAL)
    return [first, *steps, last]


def _of(sums: Sums, result: Result, sign: int, kind: str = "") -> list[WaterfallStep]:
    ranked = sorted((each for each in sums.items() if each[1]), key=lambda each: -each[1])
    shown, rest = (ranked, []) if len(ranked) <= MOST else (ranked[: MOST - 1], ranked[MOST - 1 :])
    steps = []
    for name, amount in shown:
        line = result.lines[name].line
        drawn = kind or status_kind(line.status) or "estimated"
        steps.append(WaterfallStep(line.title, sign * amount, drawn))
    if rest:
        together = sum((amount for _name, amount in rest), ZERO)
        label = _("%(count)s others") % {"count": len(rest)}
        steps.append(WaterfallStep(label, sign * together, kind or "estimated"))
    return steps
