"""The figures before and after the corrections, as rows."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.risk import Forecast
from gevinst.features.benefits.estimating.optimism import Corrected
from gevinst.features.benefits.estimating.plan import Plan
from gevinst.features.benefits.estimating.uplifts import BENEFIT, DURATION, INVESTMENT, OPERATION
from gevinst.features.benefits.web.estimates.optimism_words import LEVELS, WHATS
from gevinst.shared.templatetags.gevinst import day, dkk, number

HUNDRED = Decimal(100)


def lines(plan: Plan, found: Corrected) -> list[dict[str, Any]]:
    """Each figure before and after, with its rate, what is left of it, and its source."""
    after = found.plan
    amounts = {
        INVESTMENT: (dkk(plan.investment, 0), dkk(after.investment, 0)),
        OPERATION: (dkk(plan.operation, 0), dkk(after.operation, 0)),
        DURATION: (_months(plan.months), _months(after.months)),
        BENEFIT: (dkk(plan.benefit, 0), dkk(after.benefit, 0)),
    }
    rows = []
    for what, (before, then) in amounts.items():
        dated = found.rates[what]
        assert isinstance(dated.value, Decimal)
        rows.append({
            "title": WHATS[what], "before": before, "after": then,
            "rate": f"{number(dated.value * HUNDRED)} %",
            "left": f"{number(dated.value * found.left * HUNDRED, 1)} %",
            "source": dated.source, "since": day(dated.start), "unconfirmed": dated.unconfirmed,
        })  # fmt: skip
    net = {"title": _("Net over the years"), "before": dkk(plan.net, 0), "after": dkk(after.net, 0)}
    return [*rows, net]


def _months(months: Decimal) -> str:
    return _("%(n)s months") % {"n": number(months, 0 if months == int(months) else 1)}


def levels(class_: Forecast) -> list[tuple[str, str, str, str]]:
    """Each level of the reference class with its ratio and the cost of the project."""
    words = [
        _("P50: half of the projects stay below"),
        _("P80: 8 of 10 stay below"),
        _("P95: 19 of 20 stay below"),
        _("The cap: the worst that is known"),
    ]
    amounts = (class_.p50, class_.p80, class_.p95, class_.cap)
    return [
        (level, word, number(ratio, 2), dkk(amount, 0))
        for level, word, ratio, amount in zip(LEVELS, words, class_.ratios, amounts, strict=True)
    ]
