"""The figures and the drawing of the risk pool: what it should hold, and how sure that is."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.features.benefits.charts.coverage import coverage_chart
from gevinst.features.benefits.queries.following.pool import PoolStanding
from gevinst.features.benefits.web.following.frame import Facts
from gevinst.shared.templatetags.gevinst import dkk, number


def pool_figures(found: PoolStanding) -> list[Facts]:
    """What the pool should hold, how sure that is, and what is in it today."""
    rule = _("The sum of probability times mean consequence of the open risks.")
    sure = _("Exact: every combination of the open risks is counted.")
    if found.spread and found.spread.step is not None:
        sure = _("Counted on a grid of %(step)s.") % {"step": dkk(found.spread.step, 0)}
    figures = [
        {"label": _("Expected pool"), "value": dkk(found.pool.total, 0), "kind": "expected",
         "source": [(_("Counted as"), rule)]}
    ]  # fmt: skip
    figures += [
        {
            "label": _("Enough in %(n)s of 100 outcomes") % {"n": number(p * 100)},
            "value": dkk(value, 0),
            "unit": f"P{number(p * 100)}",
            "kind": "expected",
            "source": [(_("Counted as"), sure)],
        }
        for p, value in found.quantiles
    ]
    if found.ledger.entries:
        held = {"label": _("In the pool today"), "value": dkk(found.standing.balance, 0)}
        source = [(_("Counted from"), _("The ledger below."))]
        figures.append({**held, "kind": "measured", "source": source})
    return figures


def pool_chart(found: PoolStanding) -> str:
    """The share of outcomes that each amount covers; empty where no risk is open."""
    if not found.curve:
        return ""
    marks = {f"P{number(p * 100)}": value for p, value in found.quantiles}
    told = "; ".join(f"{name} {dkk(value, 0)}" for name, value in marks.items())
    return coverage_chart(
        found.curve, marks, title=f"{_('How much of the outcomes an amount covers')}: {told}"
    )
