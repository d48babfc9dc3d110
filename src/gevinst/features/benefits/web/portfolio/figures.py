"""The figures of the portfolio, and how far a break-even has moved."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gevinst.features.benefits.queries.portfolio.portfolio import Portfolio
from gevinst.features.benefits.register_choices import Unit as Units
from gevinst.features.benefits.web.following.frame import Facts
from gevinst.features.benefits.web.following.realised.figures import percent
from gevinst.features.benefits.web.portfolio.units import DKK
from gevinst.shared.templatetags.gevinst import dkk, number


def portfolio_figures(found: Portfolio) -> list[Facts]:
    """Expected and measured a year, in DKK and in hours."""
    figures = []
    rule = _("The sum of what each benefit in force is expected to give a year.")
    for unit in found.units:
        if unit not in (DKK, (str(Units.HOURS), "")):
            continue
        held = found.total(unit)
        told = (lambda value: dkk(value, 0)) if unit == DKK else number
        count = ngettext("%(n)s benefit", "%(n)s benefits", held.count) % {"n": number(held.count)}
        name = "" if unit == DKK else _("hours")
        figures.append({"label": _("Expected a year"), "value": told(held.expected), "unit": name,
                        "kind": "expected", "note": count, "source": [(_("Counted as"), rule)]})  # fmt: skip
        if held.measured_count:
            source = [
                (_("Counted as"), _("The newest measurement of each benefit, as one of a year.")),
                (
                    _("Measured"),
                    _("%(m)s of %(n)s benefits")
                    % {"m": number(held.measured_count), "n": number(held.count)},
                ),
                (_("Expected of the same"), told(held.due)),
            ]
            figures.append({"label": _("Measured a year"), "value": told(held.measured), "unit": name,
                            "kind": "measured", "note": percent(held.rate), "source": source})  # fmt: skip
    return figures


def moved_words(months: Any) -> str:
    """How far a break-even has moved, in words."""
    if months is None:
        return _("Break-even is not reached within the years any more.")
    return _("Break-even is %(n)s months later than planned.") % {"n": number(months, 1)}
